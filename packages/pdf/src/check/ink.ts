import { isNeutralRgb } from '../content/ink.ts'
import type { PdfFile } from '../file.ts'
import { paintedStreams } from './streams.ts'

/** Lists where a file would print black or a gray in more than one ink: RGB of equal parts. */
export function checkInk(file: PdfFile): string[] {
  return paintedStreams(file).flatMap(({ page, operations }) =>
    operations
      .filter(isNeutralRgb)
      .map(({ name, operands }) => `page ${page + 1}: ${operands.join(' ')} ${name}`),
  )
}

/** Whether a page is painted in any colour but gray, as far as its operators say. */
export function hasColour(file: PdfFile): boolean {
  return paintedStreams(file).some(({ operations }) =>
    operations.some(({ name }) => COLOURS.has(name)),
  )
}

/** Operators that set a colour other than a gray, or select a space that may hold one. */
const COLOURS = new Set(['rg', 'RG', 'k', 'K', 'cs', 'CS', 'sh'])
