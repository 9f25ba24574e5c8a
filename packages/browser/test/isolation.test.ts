import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch as launchPuppeteer, type Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../src/launch.ts'
import { resolveBrowser } from '../src/resolve.ts'
import { ORIGIN } from '../src/serve.ts'
import type { Session } from '../src/session.ts'
import { canary, hostilePage } from './canary.ts'
import { temporary } from './temporary.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let session: Session
beforeAll(async () => {
  session = await launch()
})
afterAll(() => session.close())

describe('network', () => {
  it.each([true, false])('is out of reach of a hostile page (scripts: %s)', async (javascript) => {
    const server = await canary()
    try {
      await session.withPage(
        hostilePage(server.origin),
        async (page) => {
          await page.pdf()
          await pause(1_000)
        },
        { javascript },
      )
      expect(server.hits).toEqual([])
      expect(server.connections()).toBe(0)
    } finally {
      await server.close()
    }
  })

  it('would be reached by the same page in an ordinary browser', async () => {
    const server = await canary()
    const resolved = await resolveBrowser()
    const browser = await launchPuppeteer({
      executablePath: resolved.executablePath,
      headless: 'shell',
      args: ['--no-sandbox'],
      env: { ...process.env, ...resolved.env },
    })
    try {
      const page = await browser.newPage()
      await page.setContent(hostilePage(server.origin), { waitUntil: 'load' })
      await pause(1_000)
      expect(server.hits.length).toBeGreaterThan(12)
      expect(server.hits).toContain('/socket')
    } finally {
      await browser.close()
      await server.close()
    }
  })

  it('is replaced by memory where a page is served', async () => {
    const asked: string[] = []
    const text = await session.withPage(
      `${ORIGIN}book/index.html`,
      (page) => page.evaluate('document.body.innerText'),
      {
        javascript: true,
        serve: (url) => {
          asked.push(url)
          if (url.endsWith('index.html')) {
            return {
              contentType: 'text/html',
              body: '<body><script src="a.js"></script><img src="http://example.com/x">',
            }
          }
          if (url.endsWith('a.js'))
            return { contentType: 'text/javascript', body: 'document.body.append("served")' }
          return null
        },
      },
    )
    expect(text).toBe('served')
    expect(asked).toContain(`${ORIGIN}book/a.js`)
  })
})

describe('files', () => {
  it('cannot be read by a page', async () => {
    const folder = temporary('secret')
    const secret = join(folder, 'secret.html')
    writeFileSync(secret, '<body>the secret</body>')
    const content = `<body><iframe src="${pathToFileURL(secret).href}"></iframe></body>`
    const host = join(folder, 'host.html')
    writeFileSync(host, content)
    const words = async (page: Page) => {
      const texts = page.frames().map((frame) =>
        // A frame that was refused its document never answers.
        Promise.race([
          frame.evaluate('document.documentElement.innerText'),
          new Promise((resolve) => setTimeout(resolve, 1_500, '')),
        ]),
      )
      return (await Promise.all(texts.map((text) => text.catch(() => '')))).join()
    }
    expect(await session.withPage(content, words, { javascript: true })).not.toContain('secret')

    // The same page opened from a file does show it, so the check above can fail.
    const resolved = await resolveBrowser()
    const browser = await launchPuppeteer({
      executablePath: resolved.executablePath,
      headless: 'shell',
      args: ['--no-sandbox'],
      env: { ...process.env, ...resolved.env },
    })
    try {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(host).href)
      expect(await words(page)).toContain('secret')
    } finally {
      await browser.close()
    }
  })
})

describe('content', () => {
  it('runs no script unless asked, while the caller can evaluate', async () => {
    const content = '<body><script>document.body.append("ran")</script></body>'
    const text = (page: Page) => page.evaluate('document.body.innerText')
    expect(await session.withPage(content, text)).toBe('')
    expect(await session.withPage(content, text, { javascript: true })).toBe('ran')
  })

  it('may not refresh itself away, and is refused when it navigates all the same', async () => {
    const refresh = `<meta http-equiv="refresh" content="0;url=${ORIGIN}away"><p>here`
    const after = session.withPage(refresh, async (page) => {
      await pause(500)
      return page.url()
    })
    expect(await after).toBe(ORIGIN)
    const leaving = session.withPage(
      '<script>location.href="https://example.com/"</script>',
      () => pause(1_000),
      {
        javascript: true,
      },
    )
    await expect(leaving).rejects.toThrow(/expected the page to stay at https:\/\/edition\.invalid/)
  })
})
