import { fromXml } from 'xast-util-from-xml'
import { describe, expect, it } from 'vitest'
import {
  collate,
  readCollatex,
  TABLE_FORMATS,
  tableOf,
  toWitnesses,
  writeTable,
} from '../src/index.ts'
import type { TableFormat } from '../src/index.ts'

/** Witnesses as CollateX takes them: by content, or by tokens. */
function written(
  witnesses: Readonly<Record<string, string | readonly object[]>>,
  format: TableFormat,
  single = false,
): string {
  const given = readCollatex({
    witnesses: Object.entries(witnesses).map(([id, one]) =>
      typeof one === 'string' ? { id, content: one } : { id, tokens: one },
    ),
  })
  return writeTable(tableOf(collate(toWitnesses(given)), given, single), format)
}

/** The rows of the table, cells with bars between them. */
const rows = (witnesses: Readonly<Record<string, string>>, single = false): string[] =>
  written(witnesses, 'tsv', single).trimEnd().replaceAll('\t', ' | ').split('\n')

describe('results that CollateX documents', () => {
  it('aligns the example of its documentation, in segments and by token', () => {
    const foxes = {
      A: 'The quick brown fox jumps over the dog.',
      B: 'The brown fox jumps over the lazy dog.',
    }
    expect(rows(foxes)).toEqual([
      'A | The | quick | brown fox jumps over the | - | dog.',
      'B | The | - | brown fox jumps over the | lazy | dog.',
    ])
    expect(rows(foxes, true)).toEqual([
      'A | The | quick | brown | fox | jumps | over | the | - | dog | .',
      'B | The | - | brown | fox | jumps | over | the | lazy | dog | .',
    ])
  })

  it('takes tokens with any properties, and gives them back', () => {
    const A = [
      { t: 'A', ref: 123 },
      { t: 'black', adj: true },
      { t: 'cat', id: 'xyz' },
    ]
    const B = [{ t: 'A' }, { t: 'white', adj: true }, { t: 'kitten.', n: 'cat' }]
    const place = (_sigil: string, _token_array_position: number) => ({
      _sigil,
      _token_array_position,
    })
    expect(JSON.parse(written({ A, B }, 'collatex'))).toEqual({
      table: [
        [
          [{ ...A[0], ...place('A', 0) }],
          [{ ...A[1], ...place('A', 1) }],
          [{ ...A[2], ...place('A', 2) }],
        ],
        [
          [{ ...B[0], ...place('B', 4) }],
          [{ ...B[1], ...place('B', 5) }],
          [{ ...B[2], ...place('B', 6) }],
        ],
      ],
      witnesses: ['A', 'B'],
    })
    expect(JSON.parse(written({ A, B: [B[0] ?? {}, B[2] ?? {}] }, 'collatex'))).toMatchObject({
      table: [{}, [[{ t: 'A', ...place('B', 4) }], null, [{ t: 'kitten.', ...place('B', 5) }]]],
    })
  })

  it('writes the TEI that CollateX writes', () => {
    const animals = {
      A: 'The quick brown wombat jumps over the industrious brown dog.',
      B: 'The brown koala jumps over the lazy yellow dog.',
      C: 'The brown koala jumps over the industrious yellow dog.',
    }
    expect(written(animals, 'tei')).toBe(
      '<?xml version="1.0" ?><cx:apparatus xmlns:cx="http://interedition.eu/collatex/ns/1.0" xmlns="http://www.tei-c.org/ns/1.0">' +
        'The <app><rdg wit="#A">quick</rdg></app> brown <app><rdg wit="#A">wombat</rdg><rdg wit="#B #C">koala</rdg></app>' +
        ' jumps over the <app><rdg wit="#A #C">industrious</rdg><rdg wit="#B">lazy</rdg></app>' +
        ' <app><rdg wit="#A">brown</rdg><rdg wit="#B #C">yellow</rdg></app> dog.</cx:apparatus>\n',
    )
  })
})

describe('alignments that CollateX is known to miss', () => {
  it('aligns words that agree rather than the commas around them', () => {
    expect(
      rows({
        A: 'The big, gray, fuzzy koala.',
        B: 'The big, old, gray koala:',
        C: 'The big, gray, fuzzy wombat.',
      }),
    ).toEqual([
      'A | The big, | - | gray | , fuzzy | koala | .',
      'B | The big, | old, | gray | - | koala | :',
      'C | The big, | - | gray | , fuzzy | wombat | .',
    ])
  })

  it('aligns the same whatever the order of the witnesses', () => {
    const [A, B, C] = ['The gray koala.', 'The big gray koala.', 'The koala lives in a tree.']
    const one = rows({ A, B, C })
    expect(one).toEqual([
      'A | The | gray | koala | - | .',
      'B | The | big gray | koala | - | .',
      'C | The | - | koala | lives in a tree | .',
    ])
    expect(rows({ C, A, B }).toSorted()).toEqual(one)
    expect(rows({ B, C, A }).toSorted()).toEqual(one)
  })

  it('aligns what all have though a letter has moved', () => {
    expect(rows({ 1: 'a b c d e', 2: 'a e c d', 3: 'a d b' }, true)).toEqual([
      '1 | a | b | c | d | e',
      '2 | a | e | c | d | -',
      '3 | a | - | - | d | b',
    ])
  })

  it('takes witnesses in any order, and tells of text that has moved', () => {
    const [before, moved, after] = [
      'one two three four',
      'lorem ipsum dolor sit amet',
      'five six seven eight',
    ]
    const texts = {
      X: `${moved} ${before} ${after}`,
      Y: `${before} ${after} ${moved}`,
      Z: `${before} ${after}`,
    }
    const graph = written(texts, 'graphml')
    expect(graph).toContain('<data key="d4">transposition</data>')
    const { X, Y, Z } = texts
    expect(rows({ Z, Y, X }).toSorted()).toEqual(rows(texts).toSorted())
  })
})

describe('the formats of tables', () => {
  const hostile = {
    A: [{ t: 'a,b ' }, { t: '"q"\u0007' }, { t: ']]>' }],
    B: [{ t: '<a>' }, { t: '"q"\u0007' }, { t: '名\n' }],
  }

  it.each(TABLE_FORMATS)('%s holds any signs', (format) => {
    const text = written(hostile, format)
    if (['tei', 'graphml', 'svg'].includes(format)) fromXml(text)
    expect(text).toContain('名')
  })

  it('quotes cells of CSV that hold commas and quotation marks', () => {
    expect(written(hostile, 'csv').split('\r\n')[0]).toBe('A,"a,b","""q""\u0007",]]>')
  })

  it('has each witness as one way through the graph', () => {
    const graph = written({ A: 'a b c', B: 'a x c' }, 'graphml')
    expect(graph.match(/<node /gu)).toHaveLength(6)
    expect([...graph.matchAll(/<data key="d5">([^<]*)</gu)].map(([, who]) => who)).toEqual([
      'A, B',
      'A',
      'B',
      'A',
      'B',
      'A, B',
    ])
  })

  it.each([
    [{}, 'witnesses: expected a list'],
    [{ witnesses: [{ id: 'A' }] }, 'witnesses[0]: expected tokens or content'],
    [{ witnesses: [{ tokens: [] }] }, 'witnesses[0].id: expected a string'],
    [
      { witnesses: [{ id: 'A', tokens: [{ n: 'a' }] }] },
      'witnesses[0].tokens[0]: expected t as text',
    ],
    [
      {
        witnesses: [
          { id: 'A', content: '' },
          { id: 'A', content: '' },
        ],
      },
      'witnesses[1].id: expected an id used once',
    ],
  ])('refuses %j', (value, said) => {
    expect(() => readCollatex(value)).toThrow(said)
  })
})
