import type { Session } from '@huijiao/browser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderPdf, startBrowser } from '../src/render.ts'
import { longEdition } from './fixture.ts'

let browser: Session

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

describe('the file', () => {
  it('is the same from a browser of its own and from one that has printed others', async () => {
    const small = longEdition(6, true, 2)
    const [one, two] = [await renderPdf(small), await renderPdf(small, { browser })]
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
    expect(one.pages).toEqual(two.pages)
    const later = { ...small, meta: { ...small.meta, date: '2024-01-02' } }
    const { pdf } = await renderPdf(later, { browser })
    expect(Buffer.from(pdf).equals(Buffer.from(one.pdf))).toBe(false)
  })

  it('is printed all the same when the browser dies meanwhile', async () => {
    const small = longEdition(6, true, 2)
    const [whole, interrupted] = [
      renderPdf(small, { browser }),
      renderPdf(small, { browser, progress: (step) => step === 'layout' && kill() }),
    ]
    let kills = 0
    const kill = (): void => {
      kills += 1
      if (kills === 1) process.kill(browser.pid() ?? 0, 'SIGKILL')
    }
    const [one, two] = await Promise.all([whole, interrupted])
    expect(kills).toBe(2)
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
  })
})
