import type { Draft } from './draft.ts'

/** The sign that printers set for a character they have not got (下駄). */
export const MISSING = '〓'

/**
 * Descriptions of one character that has no code, or none that its writer knew: references of Kanripo, CBETA and
 * CHISE (`&KR0132;`), compositions (`[木*藍]`, `[竺-二+韋]`), ideographic description sequences (⿰木藍). Names of more than
 * 48 characters and compositions of more than 60 are text in brackets: no table of these bodies has one of half that.
 */
const DESCRIPTION =
  /&(?:KR|CB|SD|RJ|CDP|GT|HD|M|J|C|K|U|UU)[-\w+]{0,24}\d[-\w+]{0,24};|\[(?=[^[\]]{3,60}\])(?=[^\]]*(?:[*@]|-[^\]]*\+))[\p{Script=Han}()]+(?:[*/@?+-]+[\p{Script=Han}()]+)+\]|[⿰-⿻㇯⿼-⿿]/gu

/** How many parts each description character takes (Unicode 12.1, 18.2); unknown ones two. */
const PARTS: Readonly<Record<string, number>> = { '⿲': 3, '⿳': 3, '⿾': 1, '⿿': 1 }

/** Whether a text describes characters. */
export const describesCharacters = (text: string): boolean => text.search(DESCRIPTION) >= 0

/** Writes a stretch of a file, a described character as one. */
export function charactersInto(made: Draft, text: string, from: number, to: number): void {
  describedInto(made, (sink) => sink.copy(from, to), text)
}

/**
 * Writes what `write` writes, a described character as one.
 *
 * @param text of the part.
 */
export function describedInto(
  made: Draft,
  write: (sink: Pick<Draft, 'copy' | 'put'>) => void,
  text: string,
): void {
  const pieces: Piece[] = []
  write({
    copy: (from, to) => void pieces.push({ value: text.slice(from, to), from, to, verbatim: true }),
    put: (value, from, to) => void pieces.push({ value, from, to, verbatim: false }),
  })
  const whole = pieces.map(({ value }) => value).join('')
  let at = 0
  for (const { index, 0: found } of whole.matchAll(DESCRIPTION)) {
    if (index < at) continue
    const end = /^[⿰-⿿㇯]/u.test(found) ? sequenceEnd(whole, index) : index + found.length
    if (end === null) continue
    writePieces(made, pieces, at, index)
    const own = cut(pieces, index, end)
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0]
    made.mark('missing-character', { label: whole.slice(index, end) }, () =>
      made.put(MISSING, from, to),
    )
    at = end
  }
  writePieces(made, pieces, at, whole.length)
}

/** Characters with where they were read; verbatim ones stand there as they are. */
interface Piece {
  readonly value: string
  readonly from: number
  readonly to: number
  readonly verbatim: boolean
}

function writePieces(made: Draft, pieces: readonly Piece[], start: number, end: number): void {
  for (const { value, from, to, verbatim } of cut(pieces, start, end)) {
    if (verbatim) made.copy(from, to)
    else made.put(value, from, to)
  }
}

/** The pieces of a stretch of their characters. */
function cut(pieces: readonly Piece[], start: number, end: number): Piece[] {
  let at = 0
  return pieces.flatMap((piece) => {
    const [from, to] = [Math.max(0, start - at), Math.min(piece.value.length, end - at)]
    at += piece.value.length
    if (from >= to) return []
    if (!piece.verbatim) return [piece]
    const value = piece.value.slice(from, to)
    return [{ value, from: piece.from + from, to: piece.from + to, verbatim: true }]
  })
}

/** Where an ideographic description sequence ends; null where it is none. */
function sequenceEnd(text: string, start: number): number | null {
  let wanted = 1
  let at = start
  while (wanted > 0) {
    const point = text.codePointAt(at)
    if (point === undefined) return null
    const character = String.fromCodePoint(point)
    if (/[⿰-⿿㇯]/u.test(character)) wanted += (PARTS[character] ?? 2) - 1
    else if (/[\p{Script=Han}\u31C0-\u31EF\uE000-\uF8FF？?]/u.test(character)) wanted -= 1
    else return null
    at += character.length
  }
  return at
}
