import {
  type Alignment,
  type CollateOptions,
  collate,
  type Token,
  type Witness,
} from '../src/index.ts'

const SOFT = /[\p{P}\s]/u

/** Tokens of a text, a character each; punctuation is soft. */
function tokens(text: string): Token[] {
  return Array.from(text, (t) => (SOFT.test(t) ? { t, n: t, soft: true } : { t, n: t }))
}

export function witnesses(...texts: readonly string[]): Witness[] {
  return texts.map((text, i) => ({ siglum: String.fromCharCode(65 + i), tokens: tokens(text) }))
}

export function textOf(
  witness: Witness | undefined,
  [start, end]: readonly [number, number],
): string {
  return (witness?.tokens ?? [])
    .slice(start, end)
    .map(({ t }) => t)
    .join('')
}

/** An alignment in a line: what agrees as it is, variants as `[a|b|…]`, nothing as `-`. */
export function drawn(texts: readonly string[], options?: CollateOptions): string {
  const given = witnesses(...texts)
  return draw(collate(given, options), given)
}

function draw(alignment: Alignment, given: readonly Witness[]): string {
  return alignment.units
    .map(({ equal, spans }) => {
      const readings = spans.map((span, w) => textOf(given[w], span) || '-')
      return equal ? (readings[0] ?? '') : `[${readings.join('|')}]`
    })
    .join('')
}

/** Throws where the spans of a witness do not tile its tokens, or `equal` is not true to the keys. */
export function check(alignment: Alignment, given: readonly Witness[]): void {
  const ends = given.map(() => 0)
  for (const [number, { equal, spans }] of alignment.units.entries()) {
    const readings = new Set<string>()
    for (const [w, [start, end]] of spans.entries()) {
      if (start !== ends[w] || end < start)
        throw new Error(`unit ${number}: span of witness ${w} does not follow`)
      ends[w] = end
      readings.add(
        given[w]?.tokens
          .slice(start, end)
          .map(({ n }) => n)
          .join('\u0000') ?? '',
      )
    }
    const same = readings.size === 1 && !readings.has('')
    if (equal !== same)
      throw new Error(`unit ${number}: equal is ${equal}, but ${[...readings].join(' | ')}`)
    if (!equal && spans.every(([a, b]) => a < b)) {
      const first = new Set(spans.map(([a], w) => given[w]?.tokens[a]?.n))
      const last = new Set(spans.map(([, b], w) => given[w]?.tokens[b - 1]?.n))
      if (first.size === 1 || last.size === 1)
        throw new Error(`unit ${number}: holds a token that is equal everywhere`)
    }
  }
  for (const [w, { tokens: all }] of given.entries()) {
    if (ends[w] !== all.length) throw new Error(`witness ${w} is not covered to its end`)
  }
}
