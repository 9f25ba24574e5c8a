import { PdfError } from './errors.ts'
import { lookup, name, numbersOf, type PdfFile, type PdfPage } from './file.ts'
import type { FinishOptions } from './options.ts'
import { PDFArray, PDFDict, PDFNumber, type PDFObject, PDFRef } from './pdf-lib.ts'

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** Crop marks: how far from the cut they begin at least, their length, the paper beyond; millimetres. */
export const MARK = { offset: 3, length: 5, margin: 2 } as const

/** The boxes of a page as `[left, bottom, right, top]` in points, and where its content moves. */
export interface Sheet {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
  readonly shift: { readonly x: number; readonly y: number }
}

export type Box = readonly [number, number, number, number]

/** The largest excess of a printed page over the size asked for, in points: the browser rounds up. */
const SLACK = 2

/**
 * Computes the exact boxes of a page, whose content stays at the upper left corner of the bleed.
 *
 * @param printed width and height that the browser gave the page, in points.
 * @throws {PdfError} when that is not the size asked for.
 */
export function sheetOf(
  printed: { readonly width: number; readonly height: number },
  options: Pick<FinishOptions, 'trim' | 'bleed' | 'marks'>,
  page: number,
): Sheet {
  const bleed = (options.bleed ?? 0) * MM
  const width = options.trim.width * MM + 2 * bleed
  const height = options.trim.height * MM + 2 * bleed
  const excess = Math.max(Math.abs(printed.width - width), Math.abs(printed.height - height))
  if (excess > SLACK) {
    const [want, have] = [size(width, height), size(printed.width, printed.height)]
    throw new PdfError('page-size', `page ${page + 1}: expected ${want}, got ${have}`)
  }
  const slug = options.marks === true ? markRoom(options.bleed ?? 0) * MM - bleed : 0
  const media: Box = [0, 0, width + 2 * slug, height + 2 * slug]
  return {
    media,
    bleed: inset(media, slug),
    trim: inset(media, slug + bleed),
    shift: { x: slug, y: media[3] - slug - printed.height },
  }
}

/** Paper around the cut page that crop marks need, in millimetres. */
export function markRoom(bleed: number): number {
  return Math.max(bleed, MARK.offset) + MARK.length + MARK.margin
}

/** Width and height of a page's media box. */
export function printedSize(page: Pick<PdfPage, 'dict'>): { width: number; height: number } {
  let dict: PDFDict | undefined = page.dict
  while (dict !== undefined) {
    const box = numbersOf(lookup(dict, 'MediaBox'))
    if (box !== undefined) {
      const [left = 0, bottom = 0, right = 0, top = 0] = box
      return { width: right - left, height: top - bottom }
    }
    const parent: PDFObject | undefined = lookup(dict, 'Parent')
    dict = parent instanceof PDFDict ? parent : undefined
  }
  throw new PdfError('page-size', 'a page has no MediaBox')
}

/** Sets the boxes of pages that are alike: all share them. */
export function boxSetter(file: PdfFile, sheet: Sheet): (page: PdfPage) => void {
  const array = (box: Box): PDFArray =>
    file.context.obj(box.map((value) => Math.round(value * 1e4) / 1e4))
  const media = array(sheet.media)
  const boxes = [
    ['MediaBox', media],
    ['CropBox', media],
    ['BleedBox', array(sheet.bleed)],
    ['TrimBox', array(sheet.trim)],
  ] as const
  return (page) => {
    for (const [key, box] of boxes) page.dict.set(name(key), box)
  }
}

/** Moves the annotations of a page with its content. */
export function shiftAnnotations(page: PdfPage, shift: Sheet['shift']): void {
  const annotations = lookup(page.dict, 'Annots')
  if (!(annotations instanceof PDFArray)) return
  for (let index = 0; index < annotations.size(); index++) {
    const annotation = annotations.lookup(index)
    if (!(annotation instanceof PDFDict)) continue
    for (const key of ['Rect', 'QuadPoints']) {
      const points = lookup(annotation, key)
      if (points instanceof PDFArray) shiftNumbers(points, 0, shift)
    }
  }
}

/** Moves the point of a destination `[page /XYZ x y zoom]` with the content of its page. */
export function shiftDestination(
  target: PDFArray,
  shifts: ReadonlyMap<PDFRef, Sheet['shift']>,
): void {
  const page = target.get(0)
  const shift = page instanceof PDFRef ? shifts.get(page) : undefined
  if (shift !== undefined && target.get(1) === name('XYZ')) shiftNumbers(target, 2, shift, 4)
}

function shiftNumbers(
  array: PDFArray,
  from: number,
  shift: Sheet['shift'],
  to = array.size(),
): void {
  for (let index = from; index < Math.min(to, array.size()); index++) {
    const value = array.get(index)
    if (!(value instanceof PDFNumber)) continue
    const by = (index - from) % 2 === 0 ? shift.x : shift.y
    array.set(index, PDFNumber.of(Math.round((value.asNumber() + by) * 1e4) / 1e4))
  }
}

function inset(box: Box, by: number): Box {
  return [box[0] + by, box[1] + by, box[2] - by, box[3] - by]
}

function size(width: number, height: number): string {
  return `${(width / MM).toFixed(2)} × ${(height / MM).toFixed(2)} mm`
}
