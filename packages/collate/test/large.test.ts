import { ARTICLES, lengthen, makeCopies, random } from '@huijiao/noise'
import { describe, expect, it } from 'vitest'
import { type Alignment, collate, type Witness } from '../src/index.ts'
import { check, textOf } from './support.ts'

const source = Array.from(JSON.stringify(ARTICLES)).filter((character) =>
  /\p{Script=Han}/u.test(character),
)

function witness(siglum: string, characters: readonly string[]): Witness {
  return { siglum, tokens: characters.map((t) => ({ t, n: t })) }
}

/** Share of the characters with one origin that stand in one unit. */
function recall({ units, transpositions }: Alignment, origins: readonly Int32Array[]): number {
  const places = origins.map(() => new Map<number, string>())
  for (const [number, { equal, spans }] of [
    ...transpositions.flatMap((t) => t.units),
    ...units,
  ].entries()) {
    for (const [w, [start, end]] of spans.entries()) {
      for (let i = start; i < end; i++) {
        const origin = origins[w]?.[i] ?? -1
        const known = places[w]?.has(origin) ?? true
        if (origin >= 0 && !known) places[w]?.set(origin, `${number} ${equal ? i - start : ''}`)
      }
    }
  }
  let pairs = 0
  let found = 0
  for (const [origin, place] of places[0] ?? []) {
    const other = places[1]?.get(origin)
    if (other === undefined) continue
    pairs++
    if (other === place) found++
  }
  return found / pairs
}

describe('longer texts', () => {
  it('finds the true pairs of noisy copies, moved block included', () => {
    const noise = {
      substitutions: 0.004,
      omissions: 0.003,
      additions: 0.003,
      droppedBlocks: 0.5,
      movedBlocks: 1,
    }
    const copies = makeCopies(lengthen(source, 20_000, 1), 2, noise, 5)
    const given = copies.map(({ characters }, i) => witness(String(i), characters))
    const alignment = collate(given)
    check(alignment, given)
    expect(alignment.transpositions.length).toBeGreaterThan(0)
    expect(
      recall(
        alignment,
        copies.map(({ origins }) => origins),
      ),
    ).toBeGreaterThan(0.995)
  })

  it('links a block that stands elsewhere', () => {
    const text = lengthen(source, 600, 2)
    const moved = [
      ...text.slice(0, 100),
      ...text.slice(200, 400),
      ...text.slice(100, 200),
      ...text.slice(400),
    ]
    const given = [witness('A', text), witness('B', moved), witness('C', text)]
    const { units, transpositions } = collate(given)
    expect(transpositions).toHaveLength(1)
    const [block] = transpositions
    expect(block?.units).toMatchObject([{ equal: true }])
    for (const place of block?.places ?? []) {
      expect(place).toHaveLength(1)
      expect(units[place[0] ?? -1]?.transposition).toBe(0)
    }
    const spans = block?.units[0]?.spans ?? []
    expect(new Set(spans.map((span, w) => textOf(given[w], span))).size).toBe(1)
  })

  it('links parts of one passage that witnesses moved to different places', () => {
    const marks = new Set([3, 50, 150, 219, 220, 259, 260, 299])
    const text = lengthen(source, 900, 12).flatMap((c, i) => (marks.has(i % 300) ? [c, '，'] : [c]))
    const move = (from: number, to: number, target: number): string[] => [
      ...text.slice(0, target),
      ...text.slice(from, to),
      ...text.slice(target, from),
      ...text.slice(to),
    ]
    const texts = [text, move(500, 640, 100), move(570, 710, 300), text]
    const given = texts.map((characters, i) => ({
      siglum: String(i),
      tokens: characters.map((t) => (t === '，' ? { t, n: t, soft: true } : { t, n: t })),
    }))
    const alignment = collate(given)
    check(alignment, given)
    expect(alignment.transpositions).toHaveLength(1)
    const [block] = alignment.transpositions
    expect(block?.places).toHaveLength(3)
    const whole = text.slice(500, 710).filter((c) => c !== '，')
    for (const [w, witness] of given.entries()) {
      const moved = (block?.units ?? []).flatMap(({ spans }) =>
        witness.tokens.slice(...(spans[w] ?? [0, 0])),
      )
      expect(
        moved
          .filter(({ soft }) => soft !== true)
          .map(({ t }) => t)
          .join(''),
      ).toBe(whole.join(''))
    }
    const same = (block?.units ?? []).filter(({ equal }) => equal)
    const readings = same.map(
      ({ spans }) => new Set(spans.map((span, w) => textOf(given[w], span))),
    )
    expect(readings.length).toBeGreaterThan(0)
    expect(readings.every(({ size }) => size === 1)).toBe(true)
  })

  it('leaves a long omission one gap, and a broken-off witness without stray matches', () => {
    const text = lengthen(source, 3000, 3)
    const lacking = [...text.slice(0, 1000), ...text.slice(1400)]
    const given = [
      witness('A', text),
      witness('B', lacking),
      witness('C', text.slice(0, 1500)),
      witness('D', text.slice(1200)),
    ]
    const { units } = collate(given)
    const gaps = units.filter(({ spans }) => spans[1] !== undefined && spans[1][0] === spans[1][1])
    const lengths = gaps.map(({ spans: [a] }) => (a === undefined ? 0 : a[1] - a[0]))
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(400)
    for (const w of [2, 3]) {
      const filled = units.map(({ spans }) => spans[w] !== undefined && spans[w][0] < spans[w][1])
      const changes = filled.filter((now, i) => i > 0 && now !== filled[i - 1]).length
      expect(changes).toBe(1)
    }
  })

  it.each([
    ['a formula', (n: number) => Array.from({ length: n }, (_, i) => source[i % 20] ?? '')],
    ['one character', (n: number) => Array.from({ length: n }, () => '一')],
    [
      'a page again and again',
      (n: number) => Array.from({ length: n }, (_, i) => source[i % 500] ?? ''),
    ],
  ])('aligns %s repeated, one gap for what is missing', (_, make) => {
    const text = make(20_000)
    const given = [witness('A', text), witness('B', text.slice(1000))]
    const alignment = collate(given)
    check(alignment, given)
    expect(alignment.units).toHaveLength(2)
  })

  it('takes unrelated texts for unrelated', () => {
    const stream = random(9)
    const make = (): string[] =>
      Array.from({ length: 5000 }, () => String.fromCodePoint(0x4e00 + stream.below(3000)))
    const given = [witness('A', make()), witness('B', make())]
    const alignment = collate(given)
    check(alignment, given)
    const equal = alignment.units.filter((unit) => unit.equal)
    expect(equal.length).toBeLessThan(10)
  })
})
