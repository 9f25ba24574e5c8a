import { grayOf } from '../content/ink.ts'
import {
  flateStream,
  lookup,
  lookupName,
  lookupNumber,
  name,
  type PdfFile,
  streamBytes,
} from '../file.ts'
import { PDFRawStream, type PDFRef } from '../pdf-lib.ts'

/**
 * Replaces an image of plain RGB samples by one of gray samples; gives false where it is of another kind, for
 * example a photograph.
 */
export function grayImage(file: PdfFile, ref: PDFRef, isRgb: boolean): boolean {
  const image = file.context.lookup(ref)
  if (!isRgb || !(image instanceof PDFRawStream)) return false
  const { dict } = image
  const filter = lookup(dict, 'Filter')
  const isPlain = filter === undefined || lookupName(dict, 'Filter') === 'FlateDecode'
  if (!isPlain || lookupNumber(dict, 'BitsPerComponent') !== 8) return false
  if (['DecodeParms', 'Decode', 'Mask'].some((key) => dict.has(name(key)))) return false
  const pixels = (lookupNumber(dict, 'Width') ?? 0) * (lookupNumber(dict, 'Height') ?? 0)
  const samples = streamBytes(image)
  if (samples.length < pixels * 3) return false
  const gray = new Uint8Array(pixels)
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = pixel * 3
    gray[pixel] = Math.round(grayOf([samples[at] ?? 0, samples[at + 1] ?? 0, samples[at + 2] ?? 0]))
  }
  dict.set(name('ColorSpace'), name('DeviceGray'))
  file.context.assign(ref, flateStream(dict, gray))
  return true
}
