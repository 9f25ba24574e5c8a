/// <reference lib="dom" />
import type { Session } from './session.ts'

/** A part of a picture, in the unit of the picture as a whole. */
export interface PictureRegion {
  /** Left, top, right and bottom. */
  readonly box: readonly [number, number, number, number]
  /** Width and height of the whole; without it the unit is the pixel. */
  readonly size?: readonly [number, number]
  /** What is shown around the part, in the same unit. */
  readonly margin: number
}

/** What the browser can show, by the first bytes of a file. */
const TYPES: readonly (readonly [type: string, head: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
  ['image/bmp', [0x42, 0x4d]],
]

/**
 * Cuts a part out of a picture, with a frame around it, as PNG.
 *
 * @returns null where the file is no picture that a browser shows (TIFF, JPEG 2000), or the part lies outside it.
 */
export async function cutOut(
  session: Session,
  picture: Uint8Array,
  region: PictureRegion,
): Promise<Uint8Array | null> {
  const type = TYPES.find(([, head]) => head.every((byte, at) => picture[at] === byte))?.[0]
  if (type === undefined) return null
  const url = `data:${type};base64,${Buffer.from(picture).toString('base64')}`
  const made = await session.withPage('<canvas></canvas>', (page) =>
    page.evaluate(drawn, url, region),
  )
  return made === null ? null : Buffer.from(made, 'base64')
}

/** Runs in the page. */
async function drawn(url: string, { box, size, margin }: PictureRegion): Promise<string | null> {
  const image = new Image()
  image.src = url
  await image.decode()
  const [across, down] = [
    image.naturalWidth / (size?.[0] ?? image.naturalWidth),
    image.naturalHeight / (size?.[1] ?? image.naturalHeight),
  ]
  const [left, top, right, bottom] = [
    box[0] * across,
    box[1] * down,
    box[2] * across,
    box[3] * down,
  ]
  const from = [
    Math.max(0, Math.floor(left - margin * across)),
    Math.max(0, Math.floor(top - margin * down)),
  ] as const
  const to = [
    Math.min(image.naturalWidth, Math.ceil(right + margin * across)),
    Math.min(image.naturalHeight, Math.ceil(bottom + margin * down)),
  ] as const
  const canvas = document.querySelector('canvas')
  const pen = canvas?.getContext('2d')
  if (canvas == null || pen == null || to[0] <= from[0] || to[1] <= from[1]) return null
  canvas.width = to[0] - from[0]
  canvas.height = to[1] - from[1]
  pen.drawImage(image, -from[0], -from[1])
  pen.strokeStyle = '#c00'
  pen.lineWidth = 2
  pen.strokeRect(left - from[0] - 1, top - from[1] - 1, right - left + 2, bottom - top + 2)
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length)
}
