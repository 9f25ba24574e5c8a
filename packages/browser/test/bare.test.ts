import { faceById, subset } from '@huijiao/fonts'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../src/launch.ts'
import { ORIGIN, type Serve } from '../src/serve.ts'
import type { Session } from '../src/session.ts'

const STYLE = 'font-size: 100px; line-height: normal; display: inline-block'
const width = (page: Page) =>
  page.evaluate(`Promise.all([...document.fonts].map((face) => face.load())).then(
    () => document.querySelector('span').getBoundingClientRect().width)`)

let session: Session
beforeAll(async () => {
  session = await launch({ bare: true })
})
afterAll(() => session.close())

/** A page in one face, which takes a moment to come. */
async function book(letters: string): Promise<Serve> {
  const face = faceById('hei-400')
  if (face === undefined) throw new Error('no face for the tests')
  const bytes = await subset(face, letters)
  return async (url) => {
    if (url === `${ORIGIN}face.ttf`) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return { contentType: 'font/ttf', body: bytes }
    }
    return {
      contentType: 'text/html',
      body: `<meta http-equiv="refresh" content="0;url=data:text/html,away"><style>
        @font-face { font-family: own; src: url(face.ttf) }</style>
        <span style="${STYLE}; font-family: own">mmm</span>`,
    }
  }
}

describe('a browser without fonts', () => {
  it('sees none but a blank one', async () => {
    const content = `<span style="${STYLE}">mmm</span>`
    // Missing glyphs, each half an em wide.
    expect(await session.withPage(content, width)).toBeCloseTo(150, 0)
  })

  it('sets each book in the faces that it brings, several at once', async () => {
    const [with_, without] = [await book('m'), await book('x')]
    const [own, missing] = await Promise.all([
      session.withPage(ORIGIN, width, { serve: with_ }),
      session.withPage(ORIGIN, width, { serve: without }),
    ])
    expect(own).toBeGreaterThan(200)
    // Of the other face that is also called “own”, the missing glyph.
    expect(Math.abs(Number(missing) - Number(own))).toBeGreaterThan(5)
  })

  it('fails a request whose answer fails, and goes on', async () => {
    const serve: Serve = (url) => {
      if (url.endsWith('.ttf')) throw new Error('no such face')
      return { contentType: 'text/html', body: '<img src="a.ttf"><p>here' }
    }
    const text = (page: Page) => page.evaluate('document.body.innerText')
    expect(await session.withPage(ORIGIN, text, { serve })).toBe('here')
  })
})
