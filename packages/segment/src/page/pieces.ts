import { jumpsIn } from './jumps.ts'
import type { Line } from './lines.ts'
import { INLINE_PAGE_NUMBER, LINE_MARKUP, LINKED, SITE } from './patterns.ts'
import type { Furniture, Jump } from './types.ts'

/** The title of a web page is no longer, in UTF-16 units. */
const TITLE = 120

/** What a line is cut into, in order; spans in code points. */
type Piece =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'page-number'; readonly start: number; readonly end: number }
  | { readonly kind: 'jump'; readonly jump: Jump }

/** One line without its furniture. */
export interface CutLine {
  readonly furniture: readonly Furniture[]
  readonly pieces: readonly Piece[]
  readonly level: number
  readonly bold: boolean
}

/** Takes markup, jump lines and page numbers out of one line. */
export function cutLine(line: Line): CutLine {
  const { text } = line
  // Places of matches count UTF-16 units, those of sources code points.
  const place = astral(text)
    ? (unit: number): number => line.start + Array.from(text.slice(0, unit)).length
    : (unit: number): number => line.start + unit
  const furniture: Furniture[] = []
  const holes: { start: number; end: number; piece: Piece | null }[] = []
  const hole = (start: number, end: number, kind: Furniture['kind'], piece: Piece | null): void => {
    if (end <= start || holes.some((other) => other.start < end && start < other.end)) return
    furniture.push({ start: place(start), end: place(end), kind })
    holes.push({ start, end, piece })
  }
  const mark = LINE_MARKUP.exec(text)
  if (mark !== null) hole(0, mark[0].length, 'markup', null)
  for (const jump of jumpsIn(text)) {
    const placed = { ...jump, start: place(jump.start), end: place(jump.end) }
    hole(jump.start, jump.end, 'jump-line', { kind: 'jump', jump: placed })
  }
  for (const match of text.matchAll(INLINE_PAGE_NUMBER)) {
    const [start, end] = [match.index, match.index + match[0].length]
    hole(start, end, 'page-number', { kind: 'page-number', start: place(start), end: place(end) })
  }
  const site = text.length <= TITLE && /[-_＿|｜丨—–]/u.test(text) ? SITE.exec(text) : null
  if (site !== null) hole(site.index, text.length, 'other', null)
  const marks = [...text.matchAll(/[*][*]/gu)]
  if (marks.length % 2 === 0)
    for (const match of marks) hole(match.index, match.index + 2, 'markup', null)
  for (const match of text.includes('](') ? text.matchAll(LINKED) : []) {
    hole(match.index, match.index + match[0].length, 'markup', null)
  }
  holes.sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, piece } of holes) {
    if (start > at) pieces.push({ kind: 'text', start: place(at), end: place(start) })
    if (piece !== null) pieces.push(piece)
    at = end
  }
  if (at < text.length) pieces.push({ kind: 'text', start: place(at), end: place(text.length) })
  const bold = marks.length === 2 && /^\W*$/u.test(text.slice(0, marks[0]?.index ?? 0))
  return { furniture, pieces, level: mark?.[1]?.length ?? 0, bold }
}

function astral(text: string): boolean {
  return /[\u{10000}-\u{10FFFF}]/u.test(text)
}
