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
  '━': '—',
  '［': '［',
  '[': '［',
  ']': '］',
  '{': '｛',
  '}': '｝',
  '«': '《',
  '»': '》',
}

/** A letter of a script that parts its words by spaces and has marks of its own, accents included. */
const isWord = (c: string): boolean =>
  /[\p{L}\p{M}]/u.test(c) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u.test(c)
const isDigit = (c: string): boolean => /\p{N}/u.test(c) && !/\p{Script=Han}/u.test(c)
/** A sign of arithmetic: + × = ÷ ≤. */
const isReckoned = (c: string): boolean => /\p{Sm}/u.test(c)
const isLatin = (c: string): boolean => isWord(c) || isDigit(c)

/**
 * One stretch of punctuation between two content characters, in the edition's conventions.
 *
 * @param marks as written, with spaces and line ends; quotation marks have direction.
 * @param before the content character before; empty at the start of a block.
 * @param after the content character after; empty at the end of a block.
 */
export function conventional(marks: string, before: string, after: string): string {
  const bare = marks.replace(/\s+/gu, (white) => (white.includes('\t') ? '\t' : ' '))
  const trimmed = bare.trim()
  if (trimmed === '')
    return bare === '' || before === '' || after === '' ? '' : space(bare, before, after)
  // Within words and numbers of other scripts the marks are their own.
  if (isLatin(before) && isLatin(after)) return bare.replaceAll('\t', ' ')
  return wide(trimmed.replaceAll(/\s/gu, ''), before, after)
}

function wide(marks: string, before: string, after: string): string {
  const plain = marks.replaceAll(PRESENTED, (mark) => mark.normalize('NFKC'))
  const dots = plain.replace(/[…⋯┄┅]+|\.{3,}|。{3,}|·{3,}/gu, '……')
  let result = ''
  for (const [index, mark] of [...dots].entries()) {
    // At the head of a line it is the sign of an item, not the point within a name.
    if (mark === '•' && before === '') result += mark
    else if (mark === '.') result += point(index === 0 ? before : '', after)
    else if (/^[-－]$/u.test(mark)) result += isLatin(before) || isLatin(after) ? '-' : '—'
    else if (isForeign(mark, before, after)) result += mark
    else result += FULL[mark] ?? mark
  }
  return result.replace(/——+/gu, '——')
}

/** Marks that are those of a word of another script beside them: its quotation marks, and what ends its sentence. */
const isForeign = (mark: string, before: string, after: string): boolean =>
  (mark === '«' && isWord(after)) ||
  (isWord(before) && (mark === '»' || (after === '' && /^[?!]$/u.test(mark))))

/**
 * A point belongs to the word of another script before it (`Ltd.`, `J.K.罗琳`) or to the number of an item (`3.凭票`);
 * after Chinese, and where a number ends the sentence, it is a full stop.
 */
function point(before: string, after: string): string {
  if (isWord(before)) return '.'
  return isLatin(after) || (isDigit(before) && after !== '') ? '.' : '。'
}

/**
 * White space parts words of other scripts, figures in a row (30 50 80) and what is reckoned (3 + 5 = 8); between Han
 * characters it parts words of a headline or a signature; a tab parts columns.
 */
const space = (white: string, before: string, after: string): string => {
  if (white.includes('\t')) return ' '
  if ((isLatin(before) || isReckoned(before)) && (isLatin(after) || isReckoned(after))) return ' '
  return [before, after].some((c) => isLatin(c) || isReckoned(c)) ? '' : '　'
}

/** Marks in the forms that they have in vertical lines, and small ones (Unicode: CJK Compatibility Forms, Small Form Variants). */
const PRESENTED = /[\uFE10-\uFE19\uFE30-\uFE32\uFE35-\uFE44\uFE47\uFE48\uFE50-\uFE6B]/gu

const OPENING = /(?<![“‘（《〈【〔［｛])[“‘（《〈【〔［｛]*$/u

/** Parts a stretch of marks into what stays with the character before and what goes with the one after. */
export function splitMarks(marks: string): { readonly close: string; readonly open: string } {
  const open = OPENING.exec(marks)?.[0] ?? ''
  return { close: marks.slice(0, marks.length - open.length), open }
}
