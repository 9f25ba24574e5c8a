import { readFileSync } from 'node:fs'

/** What is known of a character's shape and sound (data/glyphs.tsv). */
interface Glyph {
  readonly sounds: readonly string[]
  readonly strokes: number
  readonly cangjie: string
  readonly corners: string
  readonly parts: readonly string[]
}

let table: ReadonlyMap<string, Glyph> | undefined

function glyphs(): ReadonlyMap<string, Glyph> {
  table ??= parseGlyphs(readFileSync(new URL('../../data/glyphs.tsv', import.meta.url), 'utf8'))
  return table
}

function parseGlyphs(text: string): Map<string, Glyph> {
  const result = new Map<string, Glyph>()
  for (const line of text.split('\n')) {
    const [character, sounds, strokes, cangjie, corners, parts] = line.split('\t')
    if (character === undefined || character === '') continue
    result.set(character, {
      sounds: (sounds ?? '').split(' ').filter((s) => s !== ''),
      strokes: Number(strokes ?? 0),
      cangjie: cangjie ?? '',
      corners: corners ?? '',
      parts: [...(parts ?? '')],
    })
  }
  return result
}

/** Likeness of two characters in shape, 0 to 1: shared parts by strokes, Cangjie code, four corners. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const x = glyphs().get(a)
  const y = glyphs().get(b)
  if (x === undefined || y === undefined) return NUMERALS.get(a)?.includes(b) === true ? 0.7 : 0
  const parts = sharedParts(x, y)
  const code =
    (2 * subsequence(x.cangjie, y.cangjie)) / Math.max(1, x.cangjie.length + y.cangjie.length)
  const corners = sameCorners(x.corners, y.corners)
  const size = 1 - Math.abs(x.strokes - y.strokes) / Math.max(1, x.strokes, y.strokes)
  return 0.45 * parts + 0.25 * code + 0.2 * corners + 0.1 * size
}

/** Whether a reader of a print may take one for the other. */
export const lookAlike = (a: string, b: string): boolean => likeness(a, b) >= 0.55

/** Whether the two share a reading, tones and the common confusions of initials and finals aside. */
export function soundAlike(a: string, b: string): boolean {
  const x = glyphs().get(a)?.sounds ?? []
  const y = new Set((glyphs().get(b)?.sounds ?? []).map(coarse))
  return x.some((s) => y.has(coarse(s)))
}

/** Digits that scans confuse. */
const NUMERALS: ReadonlyMap<string, string> = new Map([
  ['0', 'oO68'],
  ['1', 'lI7'],
  ['3', '8'],
  ['5', '6S'],
  ['6', '058'],
  ['7', '1'],
  ['8', '036'],
])

const coarse = (sound: string): string =>
  sound
    .replace(/^([zcs])h/u, '$1')
    .replace(/^l/u, 'n')
    .replace(/ng$/u, 'n')

function sharedParts(x: Glyph, y: Glyph): number {
  const rest = [...y.parts]
  let shared = 0
  for (const part of x.parts) {
    const at = rest.indexOf(part)
    if (at < 0) continue
    rest.splice(at, 1)
    shared += weightOf(part)
  }
  const sum = (g: Glyph): number => g.parts.reduce((n, p) => n + weightOf(p), 0)
  return (2 * shared) / Math.max(1, sum(x) + sum(y))
}

const weightOf = (part: string): number => glyphs().get(part)?.strokes ?? 1

function sameCorners(a: string, b: string): number {
  if (a === '' || b === '') return 0
  let same = 0
  for (let i = 0; i < 4; i += 1) if (a[i] === b[i]) same += 1
  return same / 4
}

function subsequence(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const x of a) {
    const next = [0]
    for (let j = 0; j < b.length; j += 1) {
      next.push(x === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Cost from 0 to 1 of aligning two matching keys: less for what is confused easily. */
export function substitutionCost(a: string, b: string): number {
  const like = Math.max(likeness(a, b), soundAlike(a, b) ? 0.5 : 0)
  return 1 - 0.5 * like
}
