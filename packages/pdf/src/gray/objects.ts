import { lookupDict, lookupName, lookupNumber, name, type PdfFile } from '../file.ts'
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from '../pdf-lib.ts'
import { grayImage } from './image.ts'
import { grayShading } from './shading.ts'

/**
 * Makes images and shadings gray. Plain samples and interpolated colours are converted. The others stay as they
 * are, compressed as they are, in a colour space whose colorants no device has, so that the alternate, a gray
 * computed from them, is printed (ISO 32000-1, 8.6.6.5).
 */
export function grayObjects(file: PdfFile): void {
  const spaces = new Map<number, PDFRef>()
  const gray = (components: number): PDFRef => {
    const known = spaces.get(components)
    if (known !== undefined) return known
    const made = file.context.register(graySpace(file, components))
    spaces.set(components, made)
    return made
  }
  const seen = new Set<PDFObject>()
  const walk = (object: PDFObject, ref?: PDFRef): void => {
    if (seen.has(object)) return
    seen.add(object)
    if (object instanceof PDFArray) for (const value of object.asArray()) walk(value)
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) return
    const isImage = lookupName(dict, 'Subtype') === 'Image'
    if (isImage || lookupNumber(dict, 'ShadingType') !== undefined)
      mend(dict, isImage ? ref : undefined)
    const group = lookupDict(dict, 'Group')
    if (group?.has(name('CS')) === true) group.set(name('CS'), name('DeviceGray'))
    for (const value of dict.asMap().values()) if (!(value instanceof PDFRef)) walk(value)
  }
  const mend = (dict: PDFDict, image: PDFRef | undefined): void => {
    const space = dict.get(name('ColorSpace'))
    if (space === undefined) return
    const replaced = converted(file, space, gray)
    if (replaced === undefined) return
    if (image !== undefined && grayImage(file, image, replaced === spaces.get(3))) return
    if (image === undefined) dict.delete(name('Background'))
    if (image === undefined && grayShading(file, dict)) return
    dict.set(name('ColorSpace'), replaced)
  }
  for (const [ref, object] of file.context.enumerateIndirectObjects()) walk(object, ref)
}

/** The gray space in place of a coloured one; undefined for one that is gray already. */
function converted(
  file: PdfFile,
  space: PDFObject,
  gray: (components: number) => PDFRef,
): PDFObject | undefined {
  const object = file.context.lookup(space)
  if (object instanceof PDFName) {
    const components = DEVICE.get(object.decodeText())
    return components === undefined ? undefined : gray(components)
  }
  if (!(object instanceof PDFArray)) return undefined
  const family = object.lookup(0)
  const second = object.get(1)
  const base = file.context.lookup(second)
  if (family === name('ICCBased') && base instanceof PDFRawStream) {
    const components = lookupNumber(base.dict, 'N') ?? 3
    return components === 1 ? name('DeviceGray') : gray(components)
  }
  if (family === name('CalRGB') || family === name('Lab')) return gray(3)
  if (family === name('Indexed') && second !== undefined) {
    const mended = converted(file, second, gray)
    if (mended === undefined) return undefined
    return file.context.obj([name('Indexed'), mended, ...object.asArray().slice(2)])
  }
  return undefined
}

const DEVICE = new Map([
  ['DeviceRGB', 3],
  ['DeviceCMYK', 4],
])

/** A space of three or four colorants with a gray alternate. Source of the weights: ISO 32000-1, 10.3. */
function graySpace(file: PdfFile, components: number): PDFArray {
  const { context } = file
  const rgb = '{0.11 mul exch 0.59 mul add exch 0.3 mul add}'
  const cmyk =
    '{4 1 roll 0.11 mul exch 0.59 mul add exch 0.3 mul add add 1 exch sub dup 0 lt {pop 0} if}'
  const dict = PDFDict.withContext(context)
  dict.set(name('FunctionType'), context.obj(4))
  dict.set(name('Domain'), context.obj(Array.from({ length: components * 2 }, (_, at) => at % 2)))
  dict.set(name('Range'), context.obj([0, 1]))
  const transform = PDFRawStream.of(dict, Buffer.from(components === 3 ? rgb : cmyk))
  const colorants = ['HuijiaoA', 'HuijiaoB', 'HuijiaoC', 'HuijiaoD'].slice(0, components).map(name)
  return context.obj([
    name('DeviceN'),
    context.obj(colorants),
    name('DeviceGray'),
    context.register(transform),
  ])
}
