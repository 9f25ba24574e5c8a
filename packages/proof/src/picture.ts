import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Part of a page, each edge as a share of its width or height from the left or top. */
export interface Crop {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What pdfjs makes in Node: a canvas of @napi-rs/canvas. */
interface NodeCanvas {
  readonly canvas: { toBuffer(type: 'image/png'): Buffer }
  readonly context: Parameters<PDFPageProxy['render']>[0]['canvasContext']
}

const WHOLE: Crop = { left: 0, top: 0, right: 1, bottom: 1 }

/**
 * A page of a PDF as a PNG.
 *
 * @param page from 1.
 * @param width of the whole page, in pixels.
 */
export async function pictureOf(
  pdf: Uint8Array,
  page: number,
  width: number,
  { left, top, right, bottom }: Crop = WHOLE,
): Promise<Buffer> {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const document = await getDocument({
    data: new Uint8Array(pdf),
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  }).promise
  const sheet = await document.getPage(page)
  const { width: points, height } = sheet.getViewport({ scale: 1 })
  const scale = width / points
  const viewport = sheet.getViewport({
    scale,
    offsetX: -left * width,
    offsetY: -top * height * scale,
  })
  const factory = document.canvasFactory as {
    create(width: number, height: number): NodeCanvas
  }
  const made = factory.create(
    Math.round((right - left) * width),
    Math.round((bottom - top) * height * scale),
  )
  await sheet.render({ canvas: null, canvasContext: made.context, viewport }).promise
  const picture = made.canvas.toBuffer('image/png')
  await document.destroy()
  return picture
}
