import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { EditionMeta } from '@huijiao/ast'
import { assign, gather, subset } from '@huijiao/fonts'
import { clean } from '@huijiao/hast'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** Width and height in pixels, 1 : 1.6 as shops and shelves expect. */
const [WIDTH, HEIGHT] = [1200, 1920]
/** The most characters that one column of the title slip holds. */
const COLUMN = 14
const HAN_ONLY = /^[\p{Script=Han}〇\s]+$/u

let ready: Promise<void> | null = null

/** The cover as a PNG: the title in a slip (题签), set from the edition's own type. */
export async function cover(meta: EditionMeta): Promise<Uint8Array> {
  ready ??= readFile(
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
  ).then((bytes) => initWasm(bytes))
  await ready
  const title = cut(clean(meta.title), 42)
  const subtitle = cut(clean(meta.subtitle ?? ''), 28)
  const foot = cut(clean(meta.publisher ?? meta.date.slice(0, 4)), 20)
  const faces = gather([
    { text: title, role: 'song-bold', place: 'cover' },
    { text: `${subtitle}${foot}`, role: 'song-bold', place: 'cover' },
  ])
  const fontBuffers = await Promise.all(
    faces.map(({ face, characters }) => subset(face, characters, 'ttf')),
  )
  const svg = draw(title, subtitle, foot)
  const image = new Resvg(svg, {
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Huijiao Song' },
    fitTo: { mode: 'original' },
  })
  return image.render().asPng()
}

function draw(title: string, subtitle: string, foot: string): string {
  const body = HAN_ONLY.test(title) ? slip(title, subtitle) : lines(title, subtitle)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#f4efe4"/>
<rect x="0" y="0" width="64" height="${HEIGHT}" fill="#2f3e46"/>
${body}
${text(foot, WIDTH / 2 + 32, HEIGHT - 110, 44, 'middle')}
</svg>`
}

/** Chinese titles stand upright in a framed slip, right to left where they need two columns. */
function slip(title: string, subtitle: string): string {
  const characters = [...title.replaceAll(/\s+/g, '')]
  const count = Math.ceil(characters.length / COLUMN)
  const rows = Math.ceil(characters.length / count)
  const size = Math.min(230, Math.floor(1400 / (rows * 1.12)))
  const step = size * 1.12
  const width = count * size * 1.2 + size * 0.5
  const height = rows * step + size * 0.5
  const x = (WIDTH + 64 - width) / 2
  const y = 170
  const glyphs = characters.map((c, i) => {
    const column = Math.floor(i / rows)
    const cx = x + width - size * 0.25 - (column + 0.5) * size * 1.2
    const cy = y + size * 0.25 + (i % rows) * step + size * 0.94
    return text(c, cx, cy, size, 'middle')
  })
  const small = [...subtitle.replaceAll(/\s+/g, '')]
  const smallSize = Math.min(60, Math.floor(height / (small.length + 1)))
  const subtitleGlyphs = HAN_ONLY.test(subtitle)
    ? small.map((c, i) => text(c, x - 70, y + 60 + i * smallSize * 1.25, smallSize, 'middle'))
    : [text(subtitle, WIDTH / 2 + 32, y + height + 120, 56, 'middle')]
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fffdf7" stroke="#2f3e46" stroke-width="8"/>`,
    `<rect x="${x + 14}" y="${y + 14}" width="${width - 28}" height="${height - 28}" fill="none" stroke="#2f3e46" stroke-width="2"/>`,
    ...glyphs,
    ...subtitleGlyphs,
  ].join('\n')
}

/** Other titles stand in lines, broken where words allow. */
function lines(title: string, subtitle: string): string {
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
    ...broken.map((l, i) => text(l, WIDTH / 2 + 32, 420 + i * size * 1.4, size, 'middle')),
    text(subtitle, WIDTH / 2 + 32, 480 + broken.length * size * 1.4, 52, 'middle'),
  ].join('\n')
}

/** Width in ems, a Latin letter taken for half of one. */
const width = (s: string): number =>
  [...s].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0)

function text(content: string, x: number, y: number, size: number, anchor: string): string {
  const runs = assign(content, 'song-bold', 'cover')
  const spans = runs.map(
    (r) =>
      `<tspan font-family="${r.face.family}" font-weight="${r.face.weight}">${escape(r.text)}</tspan>`,
  )
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="#222">${spans.join('')}</text>`
}

const escape = (s: string): string =>
  s
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function cut(value: string, longest: number): string {
  const points = [...value]
  return points.length <= longest ? value : `${points.slice(0, longest - 1).join('')}…`
}
