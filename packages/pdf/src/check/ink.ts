import { operandWords } from '../content/operand.ts'
import { op } from '../content/scan.ts'
import { lookup, lookupName, lookupNumber, name, type PdfFile } from '../file.ts'
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from '../pdf-lib.ts'
import { paintedStreams } from './streams.ts'

const RGB = new Set(['rg', 'RG'].map(op))
const COLOURED = new Set(['rg', 'RG', 'k', 'K'].map(op))
const SPACES = new Set(['cs', 'CS'].map(op))

/**
 * Lists where a file would print black in more than one ink: RGB of equal parts.
 *
 * @param gray whether no colour may be left at all, in content, images or shadings.
 */
export function checkInk(file: PdfFile, gray: boolean): string[] {
  const faults: string[] = []
  for (const { page, bytes, operators } of paintedStreams(file)) {
    for (let index = 0; index < operators.count; index++) {
      const code = operators.code[index] ?? 0
      if (!COLOURED.has(code) && !SPACES.has(code)) continue
      const words = operandWords(bytes, operators, index)
      const isNeutral = RGB.has(code) && words.every((word) => Number(word) === Number(words[0]))
      const isColoured = COLOURED.has(code) || /DeviceRGB|DeviceCMYK/.test(words[0] ?? '')
      if (!isNeutral && !(gray && isColoured)) continue
      const operator = Buffer.from(bytes.subarray(operators.at[index], operators.end[index]))
      faults.push(`page ${page + 1}: ${words.join(' ')} ${operator.toString('latin1')}`)
    }
  }
  return gray ? [...faults, ...colouredObjects(file)] : faults
}

function colouredObjects(file: PdfFile): string[] {
  const faults: string[] = []
  const seen = new Set<PDFObject>()
  const walk = (object: PDFObject, place: string): void => {
    if (seen.has(object)) return
    seen.add(object)
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (dict instanceof PDFArray) for (const item of dict.asArray()) walk(item, place)
    if (!(dict instanceof PDFDict)) return
    const isImage = lookupName(dict, 'Subtype') === 'Image'
    if (isImage || lookupNumber(dict, 'ShadingType') !== undefined) {
      const space = lookup(dict, 'ColorSpace')
      if (!isGray(space))
        faults.push(`${place}: ${isImage ? 'image' : 'shading'} in ${String(space)}`)
    }
    for (const value of dict.asMap().values()) walk(value, place)
  }
  for (const [ref, object] of file.context.enumerateIndirectObjects()) walk(object, ref.toString())
  return faults
}

function isGray(space: PDFObject | undefined): boolean {
  if (space === undefined) return true
  if (space instanceof PDFName) return space === name('DeviceGray')
  if (!(space instanceof PDFArray)) return false
  const family = space.lookup(0)
  if (family === name('Indexed')) return isGray(space.lookup(1))
  if (family === name('DeviceN')) return space.lookup(2) === name('DeviceGray')
  const profile = space.lookup(1)
  return profile instanceof PDFRawStream && lookupNumber(profile.dict, 'N') === 1
}
