import { placeOf, type Source } from '@huijiao/model'
import { bulletSquares, isIllegible, isUnseen, isJoiner, plainForm } from '@huijiao/text'

/** Characters of a source that the text does not have as they are coded there, and why: by kind, with the first place. */
export interface Altered {
  readonly file: string
  /**
   * `unseen`: characters that are not seen, left out; `illegible`: signs for what could not be read, read as □;
   * `compatible`: other codes of a character, read as the character.
   */
  readonly kind: 'unseen' | 'illegible' | 'compatible'
  readonly count: number
  /** The characters found, as `U+200B`, in order of code. */
  readonly characters: readonly string[]
  readonly line: number
  readonly column: number
}

/** What was read as another sign than the file has, or not at all. */
export function altered(sources: readonly Source[]): Altered[] {
  return sources.flatMap((source) =>
    (['unseen', 'illegible', 'compatible'] as const).flatMap((kind) => {
      const places = source.points.flatMap((point, at) =>
        kindOf(point, at, source.points) === kind && !isJoiner(source.points, at) ? [at] : [],
      )
      const [first] = places
      if (first === undefined) return []
      const { line, column } = placeOf(source, first)
      const codes = new Set(places.map((at) => (source.points[at] ?? '').codePointAt(0) ?? 0))
      const characters = [...codes]
        .toSorted((a, b) => a - b)
        .map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
      return [{ file: source.file, kind, count: places.length, characters, line, column }]
    }),
  )
}

function kindOf(point: string, at: number, points: readonly string[]): Altered['kind'] | null {
  if (isUnseen(point)) return 'unseen'
  if (point < '\u00A0') return null
  if (plainForm(point) === point) return null
  return isIllegible(point) && !bulletSquares(points).has(at) ? 'illegible' : 'compatible'
}
