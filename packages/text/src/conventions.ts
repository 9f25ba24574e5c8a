/**
 * The conventions of the reading text for marks and forms: the same sign in another width is the same sign.
 * Source of the marks: GB/T 15834—2011 标点符号用法.
 */

/** Full-width letters and digits become half-width; nothing else changes. */
export function conventionalContent(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const ascii = code - 0xfee0
  return code >= 0xff01 && code <= 0xff5e && /[0-9A-Za-z%+$]/.test(String.fromCharCode(ascii))
    ? String.fromCharCode(ascii)
    : character
}

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '∶': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '﹐': '，',
  '､': '、',
  '﹑': '、',
  '｡': '。',
  '．': '。',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '｢': '“',
  '｣': '”',
  '•': '·',
  '・': '·',
  '‧': '·',
  '･': '·',
  '∙': '·',
  '⋅': '·',
  '~': '～',
  '∼': '～',
  '–': '—',
  '―': '—',
  '─': '—',
  '－': '—',
  '［': '［',
  '[': '［',
  ']': '］',
  '{': '｛',
  '}': '｝',
  '«': '《',
  '»': '》',
}

const isLatin = (c: string): boolean => /[\p{Script=Latin}\p{N}]/u.test(c)

/**
 * One stretch of punctuation between two content characters, in the edition's conventions.
 *
 * @param marks as written, with spaces and line ends.
 * @param before the content character before; empty at the start of a block.
 * @param after the content character after; empty at the end of a block.
 */
export function conventional(marks: string, before: string, after: string): string {
  const bare = marks.replace(/\s+/gu, ' ')
  const trimmed = bare.trim()
  if (trimmed === '')
    return bare === '' || before === '' || after === '' ? '' : space(before, after)
  // Within a Latin word or number the marks are its own.
  if (isLatin(before) && isLatin(after)) return bare
  return wide(trimmed.replaceAll(' ', ''), before, after)
}

function wide(marks: string, before: string, after: string): string {
  const dots = marks.replace(/…+|\.{3,}|。{3,}|·{3,}/gu, '……')
  let result = ''
  for (const mark of dots) {
    if (mark === '.') result += after === '' || !isLatin(after) ? '。' : '.'
    else if (mark === '-') result += isLatin(before) || isLatin(after) ? '-' : '—'
    else if (mark === '"')
      result += result === '' && after === '' ? '”' : straight(result, before, after, '“', '”')
    else if (mark === "'") result += straight(result, before, after, '‘', '’')
    else result += FULL[mark] ?? mark
  }
  return result.replace(/——+/gu, '——')
}

/** A straight quotation mark opens after an opening or a stop, and closes after a character. */
function straight(
  written: string,
  before: string,
  after: string,
  open: string,
  close: string,
): string {
  if (after === '') return close
  if (before === '' && written === '') return open
  return written === '' ? (/[，。：；？！、]/u.test(written) ? open : close) : open
}

/** Between Han characters a space parts words of a headline or a signature; between words it is theirs. */
const space = (before: string, after: string): string =>
  isLatin(before) && isLatin(after) && /\p{L}/u.test(before + after)
    ? ' '
    : isLatin(before) || isLatin(after)
      ? ''
      : '　'

const OPENING = /[“‘（《〈【〔［｛]*$/u

/** Parts a stretch of marks into what stays with the character before and what goes with the one after. */
export function splitMarks(marks: string): { readonly close: string; readonly open: string } {
  const open = OPENING.exec(marks)?.[0] ?? ''
  return { close: marks.slice(0, marks.length - open.length), open }
}
