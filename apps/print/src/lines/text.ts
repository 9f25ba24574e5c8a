import { BETWEEN, CLOSING, EXCLAIMING, LONG, NOT_FIRST, OPENING, POINTS } from '../marks.ts'
import type { Kind } from './model.ts'

/** A stretch of a text that no line divides. */
export interface Piece {
  readonly kind: Kind
  readonly from: number
  readonly to: number
}

const CJK =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Bopomofo}\\p{sc=Hangul}\\u3000-\\u30ff\\uff00-\\uffef'
const MARK = `${OPENING}${CLOSING}${POINTS}${EXCLAIMING}${BETWEEN}`

/** An apostrophe belongs to its word. */
const APOSTROPHE = '(?<=\\p{sc=Latin})’(?=\\p{sc=Latin})'
const WORD_END = `(?!${APOSTROPHE})(?=[\\s${MARK}${LONG}${CJK}])`

/** White space; dashes and ellipses as they are written together; a mark; a character with what combines with it; a word. */
const PIECE = new RegExp(
  `[ \\t\\n\\r]+|[\\u00a0\\u2000-\\u200a\\u202f]|[${LONG}]+|[${MARK}]|[${CJK}][\\p{M}\\u200d]*|` +
    `(?:[^\\s${MARK}${LONG}${CJK}]|${APOSTROPHE})+?(?:[-/–](?=\\p{L})|${WORD_END}|$)`,
  'gu',
)

/**
 * Divides a text into what no line divides.
 *
 * @example `他说：“the moon”。` becomes `他`, `说`, `：`, `“`, `the`, a space, `moon`, `”`, `。`.
 */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(PIECE)].map(({ 0: piece, index }) => {
    return { kind: kindOf(piece), from: index, to: index + piece.length }
  })
}

const LETTER = new RegExp(`^[${CJK}]`, 'u')

function kindOf(piece: string): Kind {
  const first = piece.charAt(0)
  if (OPENING.includes(first)) return 'opening'
  if (CLOSING.includes(first)) return 'closing'
  if (POINTS.includes(first)) return 'point'
  if (EXCLAIMING.includes(first)) return 'exclaiming'
  if (LONG.includes(first) || BETWEEN.includes(first)) return 'other-mark'
  if (/^[ \t\n\r]/.test(piece)) return 'space'
  return LETTER.test(piece) ? 'letter' : 'word'
}

/** What follows a number and belongs to it: numerals, units of time, money and measure. */
const UNITS = '年月日号时分秒岁世纪元美百千万亿兆个多余名位人次项条件种页卷章节第倍成度℃％%‰°'

const [HEADED, ENDS_NUMBER, UNIT] = [
  new RegExp(`^[${NOT_FIRST}]`, 'u'),
  /[\d%]$/u,
  new RegExp(`^[${UNITS}]`, 'u'),
]

/**
 * Whether a line may end between two pieces (GB/T 15834—2011, 5.1): not before a mark that closes or goes on, not after
 * one that opens, not within a word, not between a number and its unit.
 */
export function mayPart(
  before: { kind: Kind; text: string },
  after: { kind: Kind; text: string },
): boolean {
  // A mark of a note stays with what it is a note on.
  if (after.kind === 'call') return false
  if (after.kind === 'space') return before.kind !== 'opening'
  if (HEADED.test(after.text) || before.kind === 'opening') return false
  if (before.kind === 'space') return false
  if (before.kind === 'word' && after.kind === 'word') return /[-/–]$/u.test(before.text)
  if (ENDS_NUMBER.test(before.text) && UNIT.test(after.text)) return false
  return !(before.text.endsWith('第') && /^\d/.test(after.text))
}

/** Whether the browser sets a gap between two pieces: Han beside Latin letters or digits. */
export function hasGap(
  before: { kind: Kind; text: string },
  after: { kind: Kind; text: string },
): boolean {
  const isHan = ({ kind, text }: { kind: Kind; text: string }): boolean =>
    kind === 'letter' && !/^[\u3000-\u303f\uff00-\uffef]/.test(text)
  if (isHan(before) && after.kind === 'word') return /^[\p{L}\p{N}]/u.test(after.text)
  return before.kind === 'word' && isHan(after) && /[\p{L}\p{N}]$/u.test(before.text)
}
