/// <reference lib="dom" />
import { readFileSync } from 'node:fs'
import type { Page, Session } from '@huijiao/browser'
import { faces } from '@huijiao/fonts'

/** How a page is printed and how its scan has suffered. */
export interface Scan {
  /** Id of the face that it is set in. */
  readonly face: string
  /** Pixels from one character to the next in the line. */
  readonly size: number
  /** Radius of the blur, in pixels. */
  readonly blur: number
  /** Degrees by which the sheet lies askew. */
  readonly skew: number
  /** Standard deviation of the noise, in levels of grey from 0 to 255. */
  readonly noise: number
  /** Grey below which a pixel is black; undefined leaves it grey. */
  readonly threshold?: number
  readonly seed: number
}

/** Characters of a line, and pixels around the text. */
const MEASURE = 30
const MARGIN = 40

/** A page of paragraphs as a PNG. The same paragraphs, scan and browser give the same picture. */
export async function scanned(
  session: Session,
  paragraphs: readonly string[],
  scan: Scan,
): Promise<Uint8Array> {
  const face = faces().find((f) => f.id === scan.face)
  if (face === undefined) throw new Error(`expected a face of the catalogue, got ${scan.face}`)
  const font = readFileSync(face.file).toString('base64')
  const width = MEASURE * scan.size + 2 * MARGIN
  const html = `<meta charset="utf-8"><style>
@font-face { font-family: set; src: url(data:font/${face.format};base64,${font}) }
body { margin: ${MARGIN}px; width: ${MEASURE * scan.size}px; font: ${scan.size}px/1.7 set; background: #fff }
p { margin: 0; text-indent: 2em; text-align: justify }
</style>${paragraphs.map((p) => `<p>${p}</p>`).join('')}`
  const plain = await session.withPage(
    html,
    async (page) => {
      await page.evaluate('document.fonts.ready.then(() => true)')
      return page.screenshot({ fullPage: true, type: 'png' })
    },
    { viewport: { width, height: 800 } },
  )
  return session.withPage('<canvas></canvas>', (page) => worsened(page, plain, scan))
}

/** Blurs, turns, spots and thresholds a picture, on a canvas of the page. */
async function worsened(page: Page, png: Uint8Array, scan: Scan): Promise<Uint8Array> {
  const url = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const made = await page.evaluate(
    async (source, { blur, skew, noise, threshold, seed }) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.querySelector('canvas')
      const context = canvas?.getContext('2d', { willReadFrequently: true })
      if (!canvas || !context) throw new Error('expected a canvas')
      canvas.width = image.width
      canvas.height = image.height
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.filter = `blur(${blur}px)`
      context.translate(canvas.width / 2, canvas.height / 2)
      context.rotate((skew * Math.PI) / 180)
      context.drawImage(image, -canvas.width / 2, -canvas.height / 2)
      const picture = context.getImageData(0, 0, canvas.width, canvas.height)
      let state = seed >>> 0
      // Mulberry32, as in `@huijiao/noise`, which a page cannot import.
      const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
      }
      for (let i = 0; i < picture.data.length; i += 4) {
        // The sum of three even numbers is near enough to a normal one of deviation one half.
        const spot = (next() + next() + next() - 1.5) * 2 * noise
        const grey = (picture.data[i] ?? 255) + spot
        const level = threshold === null ? grey : grey < threshold ? 0 : 255
        picture.data.fill(level, i, i + 3)
      }
      context.putImageData(picture, 0, 0)
      return canvas.toDataURL('image/png')
    },
    url,
    { ...scan, threshold: scan.threshold ?? null },
  )
  return Buffer.from(made.slice(made.indexOf(',') + 1), 'base64')
}
