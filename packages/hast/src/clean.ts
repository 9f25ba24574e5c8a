/** Characters that are not allowed in a book: controls other than tab and line end, non-characters, lone surrogates. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFD\uFFFE\uFFFF]|[\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{EFFFE}\u{EFFFF}]|\p{Surrogate}/gu

/** Replacement for a character that cannot be printed. */
const MISSING = '〓'

/** Controls of direction: they can show text in another order than it is stored. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * Text fit to be printed. A forbidden character becomes the geta mark 〓, as a printer marks a sort he lacks,
 * so that the reader sees that something is missing; controls of direction, which have no glyph, are taken out.
 */
export function clean(text: string): string {
  return text.replace(FORBIDDEN, MISSING).replace(DIRECTION, '')
}
