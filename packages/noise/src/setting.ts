import type { Article } from './articles.ts'
import { widthOf } from './glyphs.ts'
import type { ScrambleOptions } from './options.ts'
import { mayPair, type Piece } from './pieces.ts'
import type { Random } from './random.ts'
import { newSheet, type Sheet } from './sheet.ts'
import type { ScrambledFile } from './truth.ts'

/** Pieces one after another, two side by side in the same lines, or the lines of two by turns. */
export type Setting = 'stacked' | 'abreast' | 'alternating'

export interface Layout {
  readonly setting: Setting
  /** Characters in a line; 0 where lines are not wrapped. */
  readonly measure: number
}

/** Prints pieces on a page, with all that stands around them. */
export function setPage(
  articles: readonly Article[],
  pieces: readonly Piece[],
  { setting, measure }: Layout,
  dice: Random,
  options: ScrambleOptions,
): Omit<ScrambledFile, 'name'> {
  const gap = dice.chance(0.7) ? '\n\n' : '\n'
  const indent = measure === 0 && dice.chance(0.3) ? '\u3000\u3000' : ''
  let pageNumber = 1 + dice.below(20)
  const sheet = newSheet(gap)
  const aligned = setting !== 'abreast' || dice.chance(0.6)
  const space = setting === 'abreast' && dice.chance(0.4) ? '\u3000' : ' '
  let paired = -1
  for (const [index, piece] of pieces.entries()) {
    if (index === paired) continue
    const partner = pieces[index + 1]
    if (setting !== 'stacked' && partner !== undefined && mayPair(piece, partner, measure)) {
      paired = index + 1
      if (setting === 'alternating') byTurns(sheet, [piece, partner], gap)
      else sideBySide(sheet, [piece, partner], gap, { measure, aligned, space })
      continue
    }
    if (piece.lost) {
      sheet.lose(piece.work)
      continue
    }
    const apart = !piece.head && pieces[index - 1]?.work !== piece.work
    if (index > 0 && dice.chance(0.15)) sheet.furniture(`- ${pageNumber++} -`, 'page-number', -1)
    const jump = apart && dice.chance(options.jumps)
    if (jump && dice.chance(0.4)) {
      sheet.furniture(articles[piece.work]?.title ?? '', 'repeated-headline', piece.work)
    } else if (jump) sheet.furniture(`（上接第${pageNumber}版）`, 'jump-line', piece.work)
    for (const [at, line] of piece.lines.entries()) {
      if (at > 0 && measure === 0) sheet.white(indent)
      sheet.line(line, piece.work, at === 0)
      sheet.white(gap)
      // A page ends inside wrapped text.
      if (measure > 0 && at > 2 && at + 2 < piece.lines.length && dice.chance(0.02)) {
        sheet.furniture(`— ${pageNumber++} —`, 'page-number', -1)
      }
    }
    const after = pieces.slice(index + 1).find((other) => other.work === piece.work)
    const away = after !== undefined && pieces[index + 1]?.work !== piece.work
    if (away && dice.chance(options.jumps)) {
      sheet.furniture(`（下转第${pageNumber + 1}版）`, 'jump-line', piece.work)
    }
  }
  if (dice.chance(0.3)) sheet.furniture('资料来源：本地报纸数字版', 'source-note', -1)
  return sheet.done()
}

type Pair = readonly [Piece, Piece]

function rowsOf([one, two]: Pair): (readonly [
  Piece['lines'][number] | undefined,
  Piece['lines'][number] | undefined,
])[] {
  const rows = Math.max(one.lines.length, two.lines.length)
  return Array.from({ length: rows }, (_, row) => [one.lines[row], two.lines[row]] as const)
}

/** Prints a line of the one and a line of the other. */
function byTurns(sheet: Sheet, pair: Pair, gap: string): void {
  for (const [row, lines] of rowsOf(pair).entries()) {
    for (const side of [0, 1] as const) {
      const line = lines[side]
      if (line === undefined) continue
      sheet.line(line, pair[side].work, row === 0)
      sheet.white(gap)
    }
  }
}

/** Prints two pieces in the same lines, parted by white space. */
function sideBySide(
  sheet: Sheet,
  pair: Pair,
  gap: string,
  { measure, aligned, space }: { measure: number; aligned: boolean; space: string },
): void {
  for (const [row, [one, two]] of rowsOf(pair).entries()) {
    if (one !== undefined) sheet.line(one, pair[0].work, row === 0)
    if (two !== undefined) {
      const width = (one ?? []).reduce((sum, { point }) => sum + widthOf(point), 0)
      const missing = aligned || one === undefined ? measure * 2 + 6 - width : 3
      const wide = space === ' ' ? 1 : 2
      sheet.white(space.repeat(Math.max(2, Math.ceil(missing / wide))))
      sheet.line(two, pair[1].work, row === 0)
    }
    sheet.white(gap)
  }
}
