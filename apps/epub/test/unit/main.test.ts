import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EXIT, main } from '../../src/main.ts'
import { sample, samplePages } from '../support/sample.ts'

let folder: string
let lines: string[]
const run = (...args: string[]) =>
  main(args, { out: (line) => lines.push(line), err: (line) => lines.push(line) })
const at = (name: string) => join(folder, name)
const write = (name: string, value: unknown) => {
  writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value))
  return at(name)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huijiao-epub-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a book with pages is made, whole and under its name alone', async () => {
  const tree = write('edition.json', sample())
  const pages = write('pages.json', { edition: 'sample', pages: 9, breaks: samplePages() })
  expect(await run(tree, '--pages', pages, '--out', at('out/book.epub'))).toBe(EXIT.ok)
  expect(readdirSync(at('out'))).toEqual(['book.epub'])
  expect(readFileSync(at('out/book.epub')).subarray(0, 2).toString()).toBe('PK')
  expect(lines.join('\n')).toMatch(/book\.epub {2}\d+ kB/)
})

test('without the pages the book is made, and what is missing is said', async () => {
  const tree = write('edition.json', sample())
  const code = await run(tree, '--pages', at('pages.json'), '--out', at('book.epub'))
  expect(code).toBe(EXIT.incomplete)
  expect(lines.join('\n')).toMatch(/pages\.json: .*no page list\. Hint/)
  expect(readdirSync(folder)).toContain('book.epub')
})

const FAULTS: readonly (readonly [string, unknown, unknown, RegExp])[] = [
  ['a tree that is no JSON', '{', null, /edition\.json: expected the tree .* as JSON/],
  [
    'a tree that is not canonical',
    { type: 'edition' },
    null,
    /edition\.json: expected a canonical/,
  ],
  [
    'pages of another edition',
    sample(),
    { edition: 'x', breaks: [] },
    /expected pages of “sample”/,
  ],
  [
    'pages that are none',
    sample(),
    { edition: 'sample', breaks: [{ label: 1 }] },
    /label, document/,
  ],
  [
    'a page of another state of the text',
    sample(),
    {
      edition: 'sample',
      breaks: [{ label: '7', document: 'lunyu-1', block: 'lunyu-1-b99', offset: 0 }],
    },
    /page 7: expected the block “lunyu-1-b99”/,
  ],
  [
    'a character that no face has',
    { ...sample(), meta: { ...sample().meta, subtitle: '\u{10FFFD}' } },
    null,
    /U\+10FFFD/,
  ],
]

test.each(FAULTS)('%s: nothing is written', async (_, edition, pages, says) => {
  const tree = write('edition.json', edition)
  const more = pages === null ? [] : ['--pages', write('pages.json', pages)]
  expect(await run(tree, ...more, '--out', at('book.epub'))).toBe(EXIT.failure)
  expect(lines.join('\n')).toMatch(says)
  expect(readdirSync(folder).filter((name) => name.startsWith('book'))).toEqual([])
})

test('arguments that are wrong are told with the usage', async () => {
  expect(await run()).toBe(EXIT.usage)
  expect(await run('a.json', 'b.json', '--out', 'x')).toBe(EXIT.usage)
  expect(await run('--nonsense')).toBe(EXIT.usage)
  expect(lines.join('\n')).toMatch(/huijiao-epub TREE\.json/)
  expect(await run('--help')).toBe(EXIT.ok)
})
