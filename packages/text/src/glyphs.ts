import { readFileSync } from 'node:fs'

/** Shape and sound of a character (data/glyphs.tsv). */
interface Glyph {
  /** Without what is confused commonly (see `coarse`). */
  readonly sounds: readonly string[]
  readonly strokes: number
  readonly cangjie: string
  readonly corners: string
  readonly parts: readonly string[]
  /** Strokes of each part; one that is no character itself counts one. */
  readonly weights: readonly number[]
}

let table: ReadonlyMap<string, Glyph> | undefined

function glyphs(): ReadonlyMap<string, Glyph> {
  table ??= parseGlyphs(readFileSync(new URL('../data/glyphs.tsv', import.meta.url), 'utf8'))
  return table
}

function parseGlyphs(text: string): Map<string, Glyph> {
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
  const strokesOf = new Map(rows.map(([character, , strokes]) => [character, Number(strokes ?? 0)]))
  return new Map(
    rows.map(([character = '', sounds = '', , cangjie = '', corners = '', row = '']) => {
      const parts = [...row]
      const glyph: Glyph = {
        sounds: sounds === '' ? [] : [...new Set(sounds.split(' ').map(coarse))],
        strokes: strokesOf.get(character) ?? 0,
        cangjie,
        corners,
        parts,
        weights: parts.map((part) => strokesOf.get(part) ?? 1),
      }
      return [character, glyph]
    }),
  )
}

/** Likeness of two characters in shape, 0 to 1: shared parts by strokes, Cangjie code, four corners. */
function likeness(a: string, b: string): number {
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
  const y = glyphs().get(b)?.sounds ?? []
  return x.some((s) => y.includes(s))
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
  let shared = 0
  let taken = 0
  for (const [i, part] of x.parts.entries()) {
    const at = y.parts.findIndex((p, k) => p === part && (taken & (1 << k)) === 0)
    if (at < 0) continue
    taken |= 1 << at
    shared += x.weights[i] ?? 1
  }
  const sum = (g: Glyph): number => g.weights.reduce((n, w) => n + w, 0)
  return (2 * shared) / Math.max(1, sum(x) + sum(y))
}

function sameCorners(a: string, b: string): number {
  if (a === '' || b === '') return 0
  let same = 0
  for (let i = 0; i < 4; i += 1) if (a[i] === b[i]) same += 1
  return same / 4
}

/** Length of the longest common subsequence of two codes. */
function subsequence(a: string, b: string): number {
  const row = new Uint8Array(b.length + 1)
  for (let i = 0; i < a.length; i += 1) {
    let diagonal = 0
    for (let j = 0; j < b.length; j += 1) {
      const above = row[j + 1] ?? 0
      row[j + 1] = a[i] === b[j] ? diagonal + 1 : Math.max(above, row[j] ?? 0)
      diagonal = above
    }
  }
  return row[b.length] ?? 0
}

/** Cost from 0 to 1 of aligning two matching keys: less for what is confused easily. */
export function substitutionCost(a: string, b: string): number {
  const like = Math.max(likeness(a, b), soundAlike(a, b) ? 0.5 : 0)
  return 1 - 0.5 * like
}
