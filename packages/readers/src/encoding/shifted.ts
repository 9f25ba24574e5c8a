import iconv from 'iconv-lite'

/** Encodings of seven bits that shift into a table of two bytes and back, as mail and news groups had them. */
export type Shifted = 'hz' | 'iso-2022-jp'

/** A text of its signs: shifts into the table, out of it, or neither. */
interface Shift {
  readonly table: string
  readonly into: readonly string[]
  readonly out: readonly string[]
}

/** HZ by RFC 1843: `~{VPND~}`; ISO-2022-JP by RFC 1468. The two bytes are those of the table without their eighth bit. */
const SHIFTS: Readonly<Record<Shifted, Shift>> = {
  hz: { table: 'gb2312', into: ['~{'], out: ['~}'] },
  'iso-2022-jp': {
    table: 'euc-jp',
    into: ['\u001B$@', '\u001B$B'],
    out: ['\u001B(B', '\u001B(J'],
  },
}

/**
 * Decodes bytes of seven bits; what is no text becomes U+FFFD.
 *
 * `~{VPND~} HZ` → `中文 HZ`
 *
 * @param stream whether more follows, so that a sequence cut short at the end is no damage.
 */
export function shiftedText(encoding: Shifted, bytes: Uint8Array, stream = false): string {
  const { table, into, out } = SHIFTS[encoding]
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let text = ''
  let at = 0
  while (at < ascii.length) {
    const start = next(into, ascii, at)
    text += plain(encoding, ascii.slice(at, start.index))
    const end = next(out, ascii, start.end)
    const pairs = ascii.slice(start.end, end.index)
    text += pairsOf(table, pairs)
    // Characters that are not shifted back at the end of the file are damaged, if only in that.
    if (end.index === ascii.length && end.end === end.index && pairs !== '' && !stream)
      text += '\uFFFD'
    at = end.end
  }
  return text
}

/** The next shift from an offset on, all of which begin with one sign; the end of the text where there is none. */
function next(
  shifts: readonly string[],
  text: string,
  from: number,
): { index: number; end: number } {
  const sign = shifts[0]?.charAt(0) ?? ''
  for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
    const shift = shifts.find((one) => text.startsWith(one, at))
    if (shift !== undefined) return { index: at, end: at + shift.length }
  }
  return { index: text.length, end: text.length }
}

/** Outside of the table: HZ writes a tilde as two, and one at the end of a line goes on with the next. */
function plain(encoding: Shifted, text: string): string {
  const seen = text.replaceAll(/[\u0080-\u00FF]/gu, '\uFFFD')
  return encoding === 'hz'
    ? seen.replaceAll(/~([~\n])/gu, (_, sign) => (sign === '~' ? '~' : ''))
    : seen
}

/** Characters of two bytes each; line ends between them stand as they are. */
function pairsOf(table: string, pairs: string): string {
  return pairs
    .split(/([\r\n]+)/u)
    .map((piece) => {
      if (/^[\r\n]/u.test(piece)) return piece
      const high = Buffer.from(Array.from(piece, (sign) => sign.charCodeAt(0) | 0x80))
      return iconv.decode(high, table)
    })
    .join('')
}
