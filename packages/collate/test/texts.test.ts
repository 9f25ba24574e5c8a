import { describe, expect, it } from 'vitest'
import { collateTexts, formatAlignment, tokenizeText } from '../src/index.ts'

const words = (text: string, options = {}): string[] =>
  tokenizeText(text, options).tokens.map(({ t }) => t)

describe('tokenizeText', () => {
  it('takes Han characters singly and other scripts by word', () => {
    expect(words('往来12年, don’t 3.14 café')).toEqual([
      '往',
      '来',
      '12',
      '年',
      ',',
      'don’t',
      '3.14',
      'café',
    ])
  })

  it('can take all singly, or all by word', () => {
    expect(words('ab 中文', { granularity: 'character' })).toEqual(['a', 'b', '中', '文'])
    expect(words('ab 中文。', { granularity: 'word' })).toEqual(['ab', '中文', '。'])
  })

  it('keeps together what a joiner makes one sign of', () => {
    expect(words('a 👩‍👩‍👦👩 b')).toEqual(['a', '👩‍👩‍👦', '👩', 'b'])
  })

  it('matches by canonical composition and counts code points', () => {
    const { tokens, starts, length } = tokenizeText('𠮷e\u0301 x')
    expect(tokens.map(({ n }) => n)).toEqual(['𠮷', '\u00e9', 'x'])
    expect([...starts, length]).toEqual([0, 1, 4, 5])
  })
})

describe('collateTexts', () => {
  const texts = [
    { siglum: 'A', text: '  一二，𠮷三\n' },
    { siglum: 'B', text: '一二𠮷。\n四' },
  ]

  it('tiles the texts, white space and ignored punctuation with the unit before', () => {
    const { units } = collateTexts(texts, { ignorePunctuation: true })
    expect(units.map(({ equal, spans }) => ({ equal, spans }))).toEqual([
      {
        equal: true,
        spans: [
          [0, 6],
          [0, 5],
        ],
      },
      {
        equal: false,
        spans: [
          [6, 8],
          [5, 6],
        ],
      },
    ])
  })

  it('covers texts without a token', () => {
    expect(
      collateTexts([
        { siglum: 'A', text: ' \n' },
        { siglum: 'B', text: '' },
      ]).units,
    ).toMatchObject([
      {
        equal: true,
        spans: [
          [0, 2],
          [0, 0],
        ],
      },
    ])
  })

  it.each([
    [
      ['the black cat', 'the white and black cat', 'the black and white cat'],
      'the [-|white and|-] black [-|-|and white] cat',
    ],
    [
      ['a grey horse stood in the meadow', 'in the meadow stood a grey horse'],
      '[a grey horse stood|-] in the meadow [-|stood a grey horse]',
    ],
    [
      ['the red rose, the white rose', 'the white rose, the red rose'],
      'the [red|white] rose, the [white|red] rose',
    ],
    [['he went quickly home', 'he quickly went home'], 'he [-|quickly] went [quickly|-] home'],
    [
      [
        'arma virumque cano Troiae qui primus ab oris',
        'arma cano virumque qui primus Troiae ab oris',
      ],
      'arma [virumque|-] cano [Troiae|virumque] qui primus [-|Troiae] ab oris',
    ],
    [
      ['she sells sea shells on the shore', 'she sells shells'],
      'she sells [sea|-] shells [on the shore|-]',
    ],
  ])('aligns words: %j', (given, expected) => {
    const { units } = collateTexts(given.map((text, i) => ({ siglum: String(i), text })))
    const drawn = units.map(({ equal, spans }) => {
      const readings = spans.map(([start, end], w) => given[w]?.slice(start, end).trim() || '-')
      return equal ? readings[0] : `[${readings.join('|')}]`
    })
    expect(drawn.join(' ')).toBe(expected)
  })

  it('writes units, a table and the table of CollateX', () => {
    const alignment = collateTexts([
      { siglum: 'A', text: 'the black cat' },
      { siglum: 'B', text: 'the cat' },
    ])
    const written = (format: 'units' | 'table' | 'collatex'): string =>
      [...formatAlignment(alignment, format)].join('')
    expect(
      written('units')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { equal: true, spans: { A: [0, 4], B: [0, 4] } },
      { equal: false, spans: { A: [4, 10], B: [4, 4] } },
      { equal: true, spans: { A: [10, 13], B: [4, 7] } },
    ])
    expect(written('table')).toBe(
      'unit\t=\tmoved\tA\tB\n1\t=\t\tthe \tthe \n2\t≠\t\tblack \t∅\n3\t=\t\tcat\tcat\n',
    )
    expect(JSON.parse(written('collatex'))).toEqual({
      witnesses: ['A', 'B'],
      table: [
        [
          [{ _sigil: 'A', t: 'the ', n: 'the' }],
          [{ _sigil: 'A', t: 'black ', n: 'black' }],
          [{ _sigil: 'A', t: 'cat', n: 'cat' }],
        ],
        [[{ _sigil: 'B', t: 'the ', n: 'the' }], null, [{ _sigil: 'B', t: 'cat', n: 'cat' }]],
      ],
    })
  })
})
