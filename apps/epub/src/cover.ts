import type { EditionMeta } from '@huijiao/ast'
import { withStandIns } from '@huijiao/fonts'
import { clean } from '@huijiao/hast'
import { type Colour, ROLE, type Shape, svg } from './cover/svg.ts'

/** Width and height in pixels, 1 : 1.6 as shops and shelves expect. */
const [WIDTH, HEIGHT] = [1200, 1920]
/** Room for the title slip: below the head and above the foot, and between the spine and the edge. */
const [SLIP_HEIGHT, SLIP_WIDTH] = [1450, 900]
/** Size of the title in pixels: the largest, and what a thumbnail of a twelfth of the width still shows. */
const [LARGEST, LEGIBLE] = [230, 150]
/** Line and column advance, and the margin within the slip on both sides together, in ems. */
const [STEP, COLUMN, MARGIN] = [1.12, 1.2, 0.5]
const HAN_ONLY = /^[\p{Script=Han}〇\s]+$/u

const PAPER: Colour = '#f4efe4'
const SPINE: Colour = '#2f3e46'
const SLIP: Colour = '#fffdf7'
const INK: Colour = '#222222'

/**
 * The cover as a PNG: the title in a slip (题签), set from the edition's own type.
 *
 * @param draw turns SVG into PNG; its bytes do not depend on the processor.
 */
export async function cover(
  meta: EditionMeta,
  draw: (picture: string) => Uint8Array | Promise<Uint8Array> = drawn,
): Promise<Uint8Array> {
  const shown = (text: string, longest: number) => withStandIns(cut(clean(text), longest), ROLE)
  const title = shown(meta.title, 42)
  const subtitle = shown(meta.subtitle ?? '', 28)
  const foot = shown(meta.publisher ?? meta.date.slice(0, 4), 20)
  return draw(await svg(WIDTH, HEIGHT, shapes(title, subtitle, foot)))
}

async function drawn(picture: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  return new Resvg(picture, { font: { loadSystemFonts: false } }).render().asPng()
}

function shapes(title: string, subtitle: string, foot: string): Shape[] {
  return [
    { x: 0, y: 0, width: WIDTH, height: HEIGHT, colour: PAPER },
    { x: 0, y: 0, width: 64, height: HEIGHT, colour: SPINE },
    ...(HAN_ONLY.test(title) ? slip(title, subtitle) : lines(title, subtitle)),
    { text: foot, x: WIDTH / 2 + 32, y: HEIGHT - 110, size: 44, colour: INK },
  ]
}

/** Chinese titles stand upright in a framed slip, right to left where they need two columns. */
function slip(title: string, subtitle: string): Shape[] {
  const characters = [...title.replaceAll(/\s+/g, '')]
  const { count, rows, size } = columnsOf(characters.length)
  const step = size * STEP
  const width = size * (count * COLUMN + MARGIN)
  const height = size * (rows * STEP + MARGIN)
  const x = (WIDTH + 64 - width) / 2
  const y = 170
  const glyphs = characters.map((c, i) => {
    const column = Math.floor(i / rows)
    const cx = x + width - size * 0.25 - (column + 0.5) * size * COLUMN
    const cy = y + size * 0.25 + (i % rows) * step + size * 0.94
    return { text: c, x: cx, y: cy, size, colour: INK }
  })
  const small = [...subtitle.replaceAll(/\s+/g, '')]
  const smallSize = Math.min(60, Math.floor(height / (small.length + 1)))
  const subtitleGlyphs = HAN_ONLY.test(subtitle)
    ? small.map((c, i) => ({
        text: c,
        x: x - 70,
        y: y + 60 + i * smallSize * 1.25,
        size: smallSize,
        colour: INK,
      }))
    : [{ text: subtitle, x: WIDTH / 2 + 32, y: y + height + 120, size: 56, colour: INK }]
  return [
    ...frame(x, y, width, height, 8),
    ...frame(x + 14, y + 14, width - 28, height - 28, 2),
    ...glyphs,
    ...subtitleGlyphs,
  ]
}

/** As few columns as leave the title legible when the cover is small; else those that leave it largest. */
function columnsOf(characters: number): { count: number; rows: number; size: number } {
  const choices = [1, 2, 3, 4, 5].map((count) => {
    const rows = Math.max(1, Math.ceil(characters / count))
    const tall = SLIP_HEIGHT / (rows * STEP + MARGIN)
    const wide = SLIP_WIDTH / (count * COLUMN + MARGIN)
    return { count, rows, size: Math.floor(Math.min(LARGEST, tall, wide)) }
  })
  const legible = choices.find(({ size }) => size >= LEGIBLE)
  return legible ?? choices.reduce((best, next) => (next.size > best.size ? next : best))
}

/** A rectangle of paper with an edge of this thickness, half inside and half outside. */
function frame(x: number, y: number, width: number, height: number, edge: number): Shape[] {
  const grown = (by: number) => ({
    x: Math.round(x) - by,
    y: Math.round(y) - by,
    width: Math.round(width) + 2 * by,
    height: Math.round(height) + 2 * by,
  })
  return [
    { ...grown(edge / 2), colour: SPINE },
    { ...grown(-edge / 2), colour: SLIP },
  ]
}

/** Other titles stand in lines, broken where words allow. */
function lines(title: string, subtitle: string): Shape[] {
  const longest = 9
  const broken: string[] = []
  let line = ''
  for (const word of title.match(/[\p{Script=Latin}\p{N}'’-]+\s*|\s+|./gu) ?? []) {
    if (width(line + word) > longest && line !== '') {
      broken.push(line.trim())
      line = ''
    }
    line += word
  }
  if (line.trim() !== '') broken.push(line.trim())
  const size = Math.min(110, Math.floor(1100 / Math.max(1, broken.length * 1.4)))
  return [
    ...broken.map((l, i) => ({
      text: l,
      x: WIDTH / 2 + 32,
      y: 420 + i * size * 1.4,
      size,
      colour: INK,
    })),
    {
      text: subtitle,
      x: WIDTH / 2 + 32,
      y: 480 + broken.length * size * 1.4,
      size: 52,
      colour: INK,
    },
  ]
}

/** Width in ems, a Latin letter taken for half of one. */
const width = (s: string): number =>
  [...s].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0)

function cut(value: string, longest: number): string {
  const points = [...value]
  return points.length <= longest ? value : `${points.slice(0, longest - 1).join('')}…`
}
