import { MM } from '../boxes.ts'
import { lookup, numbersOf, type PdfFile } from '../file.ts'

/** A hundredth of a millimetre, in points. */
const TOLERANCE = 0.01 * MM

/**
 * Lists the pages whose boxes are not those asked for.
 *
 * @param trim width and height of the cut page, in millimetres.
 * @param bleed width of the bleed, in millimetres.
 * @param around paper beyond the cut on each side, in millimetres: the bleed where there are no marks.
 */
export function checkBoxes(
  file: PdfFile,
  trim: { readonly width: number; readonly height: number },
  bleed = 0,
  around = bleed,
): string[] {
  const [width, height] = [trim.width * MM, trim.height * MM]
  const box = (outer: number): number[] => [
    (around - outer) * MM,
    (around - outer) * MM,
    (around + outer) * MM + width,
    (around + outer) * MM + height,
  ]
  const expected = { MediaBox: box(around), BleedBox: box(bleed), TrimBox: box(0) }
  return file.pages.flatMap((page, index) =>
    Object.entries(expected).flatMap(([key, want]) => {
      const have = numbersOf(lookup(page.dict, key))
      if (have?.every((value, at) => Math.abs(value - (want[at] ?? 0)) <= TOLERANCE) === true)
        return []
      const round = (values: readonly number[] | undefined): string =>
        values?.map((value) => value.toFixed(2)).join(' ') ?? 'none'
      return [`page ${index + 1}: ${key}: expected ${round(want)}, got ${round(have)}`]
    }),
  )
}

/** Lists the pages without boxes, or whose boxes do not lie in one another as they must. */
export function checkNesting(file: PdfFile): string[] {
  const order = ['TrimBox', 'BleedBox', 'MediaBox']
  return file.pages.flatMap((page, index) => {
    const boxes = order.map((key) => numbersOf(lookup(page.dict, key)))
    const faults: string[] = []
    boxes.forEach((box, at) => {
      if (box === undefined) faults.push(`page ${index + 1}: no ${order[at]}`)
      const outer = boxes[at + 1]
      if (box === undefined || outer === undefined || isWithin(box, outer)) return
      faults.push(`page ${index + 1}: ${order[at]} is not within ${order[at + 1]}`)
    })
    return faults
  })
}

function isWithin(inner: readonly number[], outer: readonly number[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = inner
  const [west = 0, south = 0, east = 0, north = 0] = outer
  return left >= west && bottom >= south && right <= east && top <= north
}
