import { grayOf } from '../content/ink.ts'
import { lookup, lookupNumber, name, numbersOf, type PdfFile } from '../file.ts'
import { PDFArray, PDFDict, type PDFObject } from '../pdf-lib.ts'

/**
 * Makes the functions of a shading give gray, where they interpolate between colours; gives false where one is
 * of another kind. Gray is linear in the components, so nothing is lost.
 */
export function grayShading(file: PdfFile, shading: PDFDict): boolean {
  const made = grayFunction(file, lookup(shading, 'Function'))
  if (made === undefined) return false
  shading.set(name('Function'), made)
  shading.set(name('ColorSpace'), name('DeviceGray'))
  return true
}

function grayFunction(file: PdfFile, value: PDFObject | undefined): PDFDict | undefined {
  if (!(value instanceof PDFDict)) return undefined
  const made = value.clone(file.context)
  made.delete(name('Range'))
  const kind = lookupNumber(value, 'FunctionType')
  if (kind === 2) {
    for (const key of ['C0', 'C1']) {
      const colour = numbersOf(lookup(value, key))
      if (colour?.length !== 3) return undefined
      made.set(name(key), file.context.obj([Math.round(grayOf(colour) * 1e4) / 1e4]))
    }
    return made
  }
  const parts = lookup(value, 'Functions')
  if (kind !== 3 || !(parts instanceof PDFArray)) return undefined
  const functions: PDFDict[] = []
  for (let index = 0; index < parts.size(); index++) {
    const part = grayFunction(file, parts.lookup(index))
    if (part === undefined) return undefined
    functions.push(part)
  }
  made.set(name('Functions'), file.context.obj(functions))
  return made
}
