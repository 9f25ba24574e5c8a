import { MARK, MM, type Sheet } from './boxes.ts'
import { decimal } from './content/rewrite.ts'

/** Width of the lines of crop marks, in points: a hairline that every printer shows. */
export const MARK_WIDTH = 0.25

/** A straight line, points. */
export type Line = readonly [x1: number, y1: number, x2: number, y2: number]

/** The eight crop marks of a page: two at each corner, in line with the cut, outside the bleed. */
export function cropMarks(sheet: Pick<Sheet, 'bleed' | 'trim'>): Line[] {
  const [left, bottom, right, top] = sheet.trim
  const offset = Math.max(left - sheet.bleed[0], MARK.offset * MM)
  const far = offset + MARK.length * MM
  return [
    ...[bottom, top].flatMap((y): Line[] => [
      [left - far, y, left - offset, y],
      [right + offset, y, right + far, y],
    ]),
    ...[left, right].flatMap((x): Line[] => [
      [x, bottom - far, x, bottom - offset],
      [x, top + offset, x, top + far],
    ]),
  ]
}

/** Straight pieces of the circle of a registration mark: rounder than a printer can show at that size. */
const PIECES = 24

/** The four registration marks of a page, a cross in a circle in the middle of each edge, outside the bleed. */
export function registrationMarks(sheet: Pick<Sheet, 'bleed' | 'trim'>): Line[] {
  const [left, bottom, right, top] = sheet.trim
  const arm = (MARK.length * MM) / 2
  const off = Math.max(left - sheet.bleed[0], MARK.offset * MM) + arm
  const [x, y] = [(left + right) / 2, (bottom + top) / 2]
  const centres = [
    [left - off, y],
    [right + off, y],
    [x, bottom - off],
    [x, top + off],
  ] as const
  return centres.flatMap(([cx, cy]): Line[] => {
    const at = (piece: number): readonly [number, number] => {
      const angle = (piece / PIECES) * 2 * Math.PI
      return [cx + (Math.cos(angle) * arm) / 2, cy + (Math.sin(angle) * arm) / 2]
    }
    const circle = Array.from({ length: PIECES }, (_, i): Line => [...at(i), ...at(i + 1)])
    return [[cx - arm, cy, cx + arm, cy], [cx, cy - arm, cx, cy + arm], ...circle]
  })
}

/** Content that draws lines as an artifact in black. */
export function drawLines(lines: readonly Line[]): string {
  const paths = lines.map(([x1, y1, x2, y2]) => {
    return `${decimal(x1)} ${decimal(y1)} m ${decimal(x2)} ${decimal(y2)} l`
  })
  return `/Artifact <</Type/Page>> BDC\nq 0 G ${MARK_WIDTH} w 0 J [] 0 d\n${paths.join('\n')}\nS\nQ\nEMC\n`
}
