/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutOut, launch, type Session } from '../src/index.ts'

let session: Session
/** A picture of 200 by 100: white, with a black square at 100, 40 to 120, 60. */
let picture: Uint8Array

beforeAll(async () => {
  session = await launch()
  picture = await session.withPage(
    '<style>body{margin:0;background:#fff}div{position:absolute;left:100px;top:40px;width:20px;height:20px;background:#000}</style><div></div>',
    (page) => page.screenshot({ type: 'png' }),
    { viewport: { width: 200, height: 100 } },
  )
})
afterAll(() => session.close())

/** Width and height, as the header of a PNG tells them. */
function sizeOf(png: Uint8Array | null): [number, number] {
  const view = Buffer.from(png ?? [])
  return [view.readUInt32BE(16), view.readUInt32BE(20)]
}

/** The share of dark pixels. */
const darkness = (png: Uint8Array): Promise<number> =>
  session.withPage('<canvas></canvas>', (page) =>
    page.evaluate(
      async (url) => {
        const image = new Image()
        image.src = url
        await image.decode()
        const canvas = document.createElement('canvas')
        Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight })
        const pen = canvas.getContext('2d')
        pen?.drawImage(image, 0, 0)
        const { data } = pen?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        let dark = 0
        for (let at = 0; at < data.length; at += 4)
          if ((data[at] ?? 255) + (data[at + 1] ?? 255) < 60) dark += 1
        return dark / (data.length / 4)
      },
      `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    ),
  )

describe('a part of a picture', () => {
  it('is cut out with what is around it', async () => {
    const cut = await cutOut(session, picture, { box: [100, 40, 120, 60], margin: 5 })
    expect(sizeOf(cut)).toEqual([30, 30])
    expect(await darkness(cut ?? new Uint8Array())).toBeGreaterThan(0.35)
  })

  it('is found where its box is in another unit than the picture', async () => {
    const size = [2000, 1000] as const
    const cut = await cutOut(session, picture, { box: [1000, 400, 1200, 600], size, margin: 0 })
    expect(sizeOf(cut)).toEqual([20, 20])
    expect(await darkness(cut ?? new Uint8Array())).toBeGreaterThan(0.7)
  })

  it('ends where the picture ends', async () => {
    const cut = await cutOut(session, picture, { box: [190, 90, 200, 100], margin: 50 })
    expect(sizeOf(cut)).toEqual([60, 60])
  })

  it('is none of a form that browsers do not show, nor outside the picture', async () => {
    const tiff = Uint8Array.from([0x49, 0x49, 0x2a, 0x00, 0, 0, 0, 0])
    expect(await cutOut(session, tiff, { box: [0, 0, 1, 1], margin: 0 })).toBeNull()
    const box = [500, 500, 510, 510] as const
    expect(await cutOut(session, picture, { box, margin: 0 })).toBeNull()
  })
})
