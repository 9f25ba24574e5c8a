import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Page, type Session } from '@huijiao/browser'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSite } from './support/folder.ts'
import { garden } from './support/garden.ts'
import { another } from './support/another.ts'
import { BASE, serveFolder } from './support/serve.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let session: Session
let folder: string
let site: string
let pages: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-site-'))
  site = await makeSite(folder, [garden(), another()])
  pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.html'),
  )
  session = await launch()
})
afterAll(async () => {
  await session.close()
  await rm(folder, { recursive: true, force: true })
})

/** One page of each kind: what holds of one holds of all that are made by the same code. */
const KINDS = [
  'index.html',
  'search.html',
  'garden/index.html',
  'garden/read/bridge.html',
  'garden/read/apparatus.html',
  'garden/compare/bridge.html',
  'garden/sources/1.html',
]

interface Seen {
  readonly messages: string[]
  readonly missed: readonly string[]
}

/** What the browser says of the sandbox that pages are shown in here, whatever they hold. */
const OF_THE_SANDBOX = /both allow-scripts and allow-same-origin/u

async function visit<T>(
  path: string,
  task: (page: Page) => Promise<T>,
  width = 1280,
): Promise<Seen & { readonly result: T }> {
  const { serve, missed } = serveFolder(site)
  const messages: string[] = []
  const result = await session.withPage(
    `${BASE}${path}`,
    async (page) => {
      page.on('console', (message) => {
        if (!OF_THE_SANDBOX.test(message.text())) messages.push(message.text())
      })
      page.on('pageerror', (error) => messages.push(String(error)))
      // Again, with someone who listens.
      await page.reload({ waitUntil: 'load' })
      return await task(page)
    },
    { serve, javascript: true, viewport: { width, height: 800 } },
  )
  return { result, messages, missed }
}

describe('every page', () => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: RULES })
    const faults: string[] = []
    for (const path of pages) {
      const report = await validator.validateString(readFileSync(join(site, path), 'utf8'))
      for (const { messages } of report.results) {
        faults.push(...messages.map((m) => `${path}:${m.line}: ${m.ruleId}: ${m.message}`))
      }
    }
    expect(faults).toEqual([])
  })

  it('is small, and has no script, style or handler of its own', () => {
    const sheet = statSync(join(site, 'assets/site.css')).size
    for (const path of pages) {
      const html = readFileSync(join(site, path), 'utf8')
      const scripts = ['compare.js', 'search.js'].filter((name) => html.includes(name))
      const bytes = scripts.reduce((n, s) => n + statSync(join(site, 'assets', s)).size, sheet)
      expect(Buffer.byteLength(html) + bytes, path).toBeLessThan(150_000)
      expect(html).not.toMatch(/<style|<script(?! type="module" src=)|\sstyle=|\son[a-z]+=/u)
    }
  })

  it.each(KINDS)(
    'has no fault that axe knows, light and dark, and says nothing: %s',
    async (path) => {
      const { result, messages, missed } = await visit(path, async (page) => {
        const faults: string[] = []
        await page.evaluate(AXE)
        for (const value of ['light', 'dark']) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
          faults.push(
            ...((await page.evaluate(axeFaults)) as string[]).map((f) => `${value}: ${f}`),
          )
        }
        return faults
      })
      expect(result).toEqual([])
      expect(messages).toEqual([])
      expect(missed).toEqual([])
    },
  )

  it.each(KINDS)('is no wider than a screen of 320 pixels: %s', async (path) => {
    const { result } = await visit(
      path,
      (page) => page.evaluate(() => document.documentElement.scrollWidth),
      320,
    )
    expect(result).toBeLessThanOrEqual(320)
  })
})

const axeFaults = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then((r) =>
  r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html + ' ' + n.failureSummary).join(' | ')))`

describe('by keyboard alone', () => {
  it('opens an entry at its mark, closes it, and is where it was', async () => {
    const { result } = await visit('garden/read/bridge.html', async (page) => {
      await page.focus('#call-bridge-1')
      await page.keyboard.press('Enter')
      const opened = await page.$eval(':popover-open', (e) => e.textContent)
      await page.keyboard.press('Escape')
      const closed = await page.$$eval(':popover-open', (found) => found.length)
      return { opened, closed, focus: await page.evaluate(() => document.activeElement?.id) }
    })
    expect(result.opened).toContain('乙本误作“清残”')
    expect(result).toMatchObject({ closed: 0, focus: 'call-bridge-1' })
  })

  it('opens an entry without scripts', async () => {
    const { serve } = serveFolder(site)
    const opened = await session.withPage(
      `${BASE}garden/read/bridge.html`,
      async (page) => {
        await page.focus('#call-bridge-1')
        await page.keyboard.press('Enter')
        return page.$eval(':popover-open', (e) => e.textContent)
      },
      { serve },
    )
    expect(opened).toContain('清残')
  })

  it('filters differences, and opens the evidence of one with its place in the source', async () => {
    const { result } = await visit('garden/compare/bridge.html', async (page) => {
      const count = () => page.$eval('output.count', (e) => e.textContent)
      const before = await count()
      await page.focus('input[name="type"][value="omission"]')
      await page.keyboard.press('Space')
      const less = await count()
      await page.focus('input[name="siglum"][value="丙"]')
      await page.keyboard.press('Space')
      const fewer = await count()
      const cells = await page.$$eval('.cell', (all) =>
        all.filter((c) => c.checkVisibility()).map((c) => c.getAttribute('data-siglum')),
      )
      await page.focus('#locus-bridge-1 button')
      await page.keyboard.press('Enter')
      const box = await page.$eval(':popover-open', (e) => e.textContent)
      const place = await page.$eval(':popover-open .places a', (e) => e.getAttribute('href'))
      return { before, less, fewer, cells: [...new Set(cells)], box, place }
    })
    expect(
      [result.before, result.less, result.fewer].map((s) => /\d+/u.exec(s ?? '')?.[0]),
    ).toEqual(['5', '4', '3'])
    expect(result.cells).toEqual([null, '甲', '乙'])
    expect(result.box).toContain('清残')
    expect(result.place).toBe('../sources/1.html#l2')
  })

  it('searches both scripts, and says of a rejected reading that it is one', async () => {
    const { result } = await visit('search.html', async (page) => {
      const seek = async (words: string) => {
        await page.focus('input[type=search]')
        await page.$eval('input[type=search]', (e) => {
          e.value = ''
        })
        await page.keyboard.type(words)
        await page.keyboard.press('Enter')
        await page.waitForFunction(
          (q) =>
            location.search.includes(encodeURIComponent(q)) &&
            document.querySelector('.status')?.textContent !== '',
          { timeout: 5000 },
          words,
        )
        await page.waitForNetworkIdle({ idleTime: 100 })
        return page.$$eval('.hits li', (all) =>
          all.map((e) => [
            e.querySelector('a')?.getAttribute('href'),
            e.querySelector('mark')?.textContent,
            e.querySelector('.rejected')?.textContent ?? null,
          ]),
        )
      }
      return {
        other: await seek('談笑故人'),
        rejected: await seek('流水清残'),
        added: await seek('已經有三百年'),
        omitted: await seek('修过还结实'),
        across: await seek('村口桃花'),
        both: await seek('村口 桃花'),
        foreign: await seek('gazette'),
        none: await seek('没有此语'),
      }
    })
    const bridge = (number: number) => `garden/read/bridge.html#bridge-b${number}`
    expect(result.other).toEqual([['garden/read/pavilion.html#pavilion-b2', '谈笑故人', null]])
    expect(result.rejected).toEqual([[bridge(2), '流水清残', expect.stringContaining('乙')]])
    expect(result.added).toEqual([[bridge(3), '已经有三百年', expect.stringContaining('丙')]])
    expect(result.omitted).toEqual([[bridge(3), '修过，还结实', expect.stringContaining('丙')]])
    expect(result.across).toEqual([])
    expect(result.both).toEqual([[bridge(2), '村口', null]])
    expect(result.foreign).toEqual([['gazette/read/note.html#note-b2', 'Gazette', null]])
    expect(result.none).toEqual([])
  })
})

/** What the validator holds to be style and not a fault. */
const RULES = {
  'long-title': 'off',
  'no-trailing-whitespace': 'off',
  'prefer-native-element': 'off',
} as const
