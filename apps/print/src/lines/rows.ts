import { NOT_FIRST, OPENING } from '../marks.ts'

/** How far the two rows may differ from being equally long, in characters, for the sake of their ends. */
const FAR = 2

/**
 * Where the second of two rows of a note within the line begins: the first is as long or one character longer, unless
 * the second would then begin with a mark that closes, or the first end with one that opens.
 *
 * @example `罕者，希也。` is divided into `罕者，` and `希也。`.
 */
export function secondRow(characters: readonly string[]): number {
  const middle = Math.ceil(characters.length / 2)
  const shifts = Array.from(
    { length: FAR * 2 + 1 },
    (_, i) => ((i + 1) >> 1) * (i % 2 === 0 ? -1 : 1),
  )
  const place = shifts.map((by) => middle + by).find((at) => mayDivide(characters, at))
  return place ?? middle
}

function mayDivide(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1], characters[at]]
  if (at < 1 || before === undefined || OPENING.includes(before)) return false
  return after === undefined || !NOT_FIRST.includes(after)
}
