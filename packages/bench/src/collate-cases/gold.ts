import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collate, type Unit } from '@huijiao/collate'

interface Gold {
  readonly witnesses: Readonly<Record<string, string>>
  readonly variants: readonly {
    readonly id: string
    readonly span: Readonly<Record<string, Range>>
  }[]
}

type Range = readonly [start: number, end: number]

/** A text without punctuation, and for each code point of the whole text its place in it. */
interface Bare {
  readonly characters: readonly string[]
  readonly places: readonly number[]
}

interface GoldScore {
  readonly pairs: number
  readonly found: number
  readonly units: number
  readonly exact: number
}

/** Scores the aligner on every folder of a collection with a gold apparatus. */
export function benchGold(collection: string | undefined, print: (line: string) => void): void {
  if (collection === undefined || !existsSync(collection)) {
    print('SKIPPED: set HUIJIAO_GOLD to a folder of texts with gold-alignment.json')
    return
  }
  const total = { pairs: 0, found: 0, units: 0, exact: 0 }
  for (const name of readdirSync(collection).sort()) {
    const folder = join(collection, name)
    if (!existsSync(join(folder, 'gold-alignment.json'))) continue
    const score = scoreGold(folder)
    for (const key of ['pairs', 'found', 'units', 'exact'] as const) total[key] += score[key]
    print(`${name}: ${inWords(score)}`)
  }
  print(`together: ${inWords(total)}`)
}

function inWords({ pairs, found, units, exact }: GoldScore): string {
  const percent = (part: number, whole: number): string =>
    ((100 * part) / Math.max(1, whole)).toFixed(3)
  return `${percent(found, pairs)} % of gold pairs, ${exact} of ${units} variants exact (${percent(exact, units)} %)`
}

/**
 * Pairs: characters outside the variants, place for place, for every two witnesses. Variants: what
 * all readings begin or end with is taken off; then one unit must have the same span in every
 * witness. Punctuation is left out, for the readings of the gold carry none.
 */
function scoreGold(folder: string): GoldScore {
  const gold: Gold = JSON.parse(readFileSync(join(folder, 'gold-alignment.json'), 'utf8'))
  const sigla = Object.keys(gold.witnesses)
  const texts = sigla.map((siglum) => bare(readFileSync(join(folder, `${siglum}.txt`), 'utf8')))
  const { units } = collate(
    texts.map(({ characters }, i) => ({
      siglum: sigla[i] ?? '',
      tokens: characters.map((t) => ({ t, n: t })),
    })),
  )
  const variants = gold.variants
    .map(({ span }) => texts.map(({ places }, i) => placed(places, span[sigla[i] ?? ''])))
    .sort((a, b) => (a[0]?.[0] ?? 0) - (b[0]?.[0] ?? 0) || (a[0]?.[1] ?? 0) - (b[0]?.[1] ?? 0))
  const written = new Set(
    units.filter(({ equal }) => !equal).map(({ spans }) => JSON.stringify(spans)),
  )
  let exact = 0
  let counted = 0
  for (const spans of variants) {
    const readings = new Set(spans.map(([a, b], w) => texts[w]?.characters.slice(a, b).join('')))
    if (readings.size < 2) continue
    counted++
    if (written.has(JSON.stringify(trimmed(spans, texts)))) exact++
  }
  return { ...pairsFound(units, variants, texts), units: counted, exact }
}

function bare(text: string): Bare {
  const characters: string[] = []
  const places: number[] = []
  for (const character of text) {
    places.push(characters.length)
    if (!/[\p{P}\s]/u.test(character)) characters.push(character)
  }
  places.push(characters.length)
  return { characters, places }
}

function placed(places: readonly number[], span: Range | undefined): Range {
  return [places[span?.[0] ?? 0] ?? 0, places[span?.[1] ?? 0] ?? 0]
}

function trimmed(spans: readonly Range[], texts: readonly Bare[]): Range[] {
  let now = [...spans]
  const alike = (at: (range: Range) => number): boolean =>
    now.every(([a, b]) => a < b) &&
    new Set(now.map((range, w) => texts[w]?.characters[at(range)])).size === 1
  while (alike(([a]) => a)) now = now.map(([a, b]) => [a + 1, b])
  while (alike(([, b]) => b - 1)) now = now.map(([a, b]) => [a, b - 1])
  return now
}

function pairsFound(
  units: readonly Unit[],
  variants: readonly (readonly Range[])[],
  texts: readonly Bare[],
): { pairs: number; found: number } {
  const places = texts.map(({ characters }) => new Float64Array(characters.length))
  for (const [number, { equal, spans }] of units.entries()) {
    for (const [w, [start, end]] of spans.entries()) {
      for (let i = start; i < end; i++) {
        const list = places[w]
        if (list !== undefined) list[i] = number * 0x100000 + (equal ? i - start : 0)
      }
    }
  }
  let pairs = 0
  let found = 0
  let cursor = texts.map(() => 0)
  const ends = texts.map(({ characters }): Range => [characters.length, characters.length])
  for (const variant of [...variants, ends]) {
    const length = (variant[0]?.[0] ?? 0) - (cursor[0] ?? 0)
    for (let i = 0; i < length; i++) {
      const here = cursor.map((from, w) => places[w]?.[from + i])
      for (let a = 0; a < here.length; a++) {
        for (let b = a + 1; b < here.length; b++) {
          pairs++
          if (here[a] === here[b]) found++
        }
      }
    }
    cursor = variant.map(([, end]) => end)
  }
  return { pairs, found }
}
