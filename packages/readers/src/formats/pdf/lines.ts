import type { Box } from '@huijiao/ast'
import type { PDFPageProxy } from 'unpdf/pdfjs'

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]
type TextItem = Extract<Item, { str: string }>

/** A line of a page; boxes count from its upper left corner, in points. */
export interface PdfLine {
  readonly text: string
  readonly box: Box
  readonly size: number
}

/** How far apart, in sizes of type, two pieces of one line may stand before a space is meant between them. */
const GAP = 0.3
/** How far a piece may rise or sink, in sizes of type, and stand on the line still: more than notes set high do. */
const RISE = 0.5

interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
  readonly vertical: boolean
}

/**
 * The lines of a page in the order in which the file draws them: pieces that follow each other on one base line.
 *
 * @param bottom lower edge of the page in the file's space, and its `height`, in points.
 */
export function linesOf(items: readonly Item[], bottom: number, height: number): PdfLine[] {
  const lines: Piece[][] = []
  let ended = true
  for (const item of items) {
    if (!('str' in item)) continue
    const piece = pieceOf(item)
    const line = lines.at(-1)
    const before = line?.at(-1)
    if (item.str !== '') {
      if (!ended && line !== undefined && before !== undefined && onOneLine(before, piece))
        line.push(piece)
      else lines.push([piece])
      ended = false
    }
    if (item.hasEOL) ended = true
  }
  return lines.flatMap((line) => lineOf(line, bottom + height) ?? [])
}

function pieceOf(item: TextItem): Piece {
  const [a, b, c, d, x, y] = item.transform.map(Number)
  const size = Math.hypot(c ?? 0, d ?? 0) || Math.hypot(a ?? 0, b ?? 0)
  const left = x ?? 0
  return {
    text: item.str,
    left,
    right: left + item.width,
    base: y ?? 0,
    size,
    vertical: item.width === 0 && item.height > size,
  }
}

function onOneLine(before: Piece, piece: Piece): boolean {
  const size = Math.max(before.size, piece.size)
  if (piece.vertical) return Math.abs(piece.left - before.left) <= RISE * size
  return Math.abs(piece.base - before.base) <= RISE * size && piece.right >= before.left
}

function lineOf(pieces: readonly Piece[], top: number): PdfLine | null {
  let text = ''
  let before: Piece | undefined
  for (const piece of pieces) {
    const apart =
      before !== undefined &&
      piece.left - before.right > GAP * piece.size &&
      /\S$/u.test(text) &&
      /^\S/u.test(piece.text)
    text += apart ? ` ${piece.text}` : piece.text
    before = piece
  }
  text = text.replaceAll(/[\n\r\f]/gu, ' ')
  if (text.trim() === '') return null
  const size = Math.max(...pieces.map((piece) => piece.size))
  const box: Box = [
    Math.min(...pieces.map((piece) => piece.left)),
    top - Math.max(...pieces.map((piece) => piece.base + piece.size)),
    Math.max(...pieces.map((piece) => piece.right)),
    top - Math.min(...pieces.map((piece) => piece.base)),
  ]
  return { text, box, size }
}
