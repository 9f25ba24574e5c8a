import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { resolveBrowser } from '@huijiao/browser'
import { type Browser, launch, type Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../dist/desk.js'
import { type Served, serve } from '../dist/server/server.js'
import { storyFolder } from './story.ts'

/* The whole desk in the browser of the house, by keyboard alone. The tests follow one another, as an editor's acts do. */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let folder: string
let desk: Desk
let served: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await storyFolder()
  desk = await openDesk(folder, { by: '校者', today: () => '2024-03-01' })
  served = await serve(desk, { port: 0, language: 'en' })
  const { executablePath, env } = await resolveBrowser()
  browser = await launch({
    executablePath,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, ...env },
  })
  page = await browser.newPage()
  page.setDefaultTimeout(150_000)
  await page.setBypassCSP(true)
  await page.setViewport({ width: 1440, height: 900 })
  await page.goto(served.address)
  await page.waitForSelector('.work')
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
  await desk?.close()
  await rm(folder, { recursive: true, force: true })
})

const written = (file: string): Promise<string> =>
  readFile(join(folder, file), 'utf8').catch(() => '')

/** Presses Tab until a control with that name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press('Tab')
    // Behind the last control the page itself has the focus.
    const focused = await page.evaluate(() =>
      document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? ''),
    )
    if (focused.includes(name)) return
  }
  throw new Error(`no control “${name}” is reached by the Tab key`)
}

async function press(name: string): Promise<void> {
  await tabTo(name)
  await page.keyboard.press('Enter')
}

/** Waits until what is made is of what is written. */
async function settled(): Promise<void> {
  await page.waitForFunction(() =>
    document.querySelector('.stage')?.textContent?.includes('up to date'),
  )
}

const said = (text: string) =>
  page.waitForFunction(
    (wanted: string) => document.querySelector('.notices')?.textContent?.includes(wanted),
    {},
    text,
  )

/** The text of the book as it is shown, once it is there. */
async function bookText(): Promise<string> {
  const text = await page.waitForFunction(() => {
    const shown = document.querySelector('.leaf')?.shadowRoot?.textContent ?? ''
    return shown.includes('叮叮当当') ? shown : ''
  })
  return text.jsonValue()
}

test('the first act makes an edition of a folder of files, and shows what it wrote', async () => {
  await press('Title of the book')
  await page.waitForSelector('input:focus')
  await page.keyboard.type('渡口')
  await page.keyboard.press('Enter')
  await said('title: 渡口')
  expect(await written('edition.yaml')).toContain('title: 渡口\n')
  expect(await written('edition.yaml')).toContain('date: 2024-03-01')
  expect(await written('witnesses/a.txt')).toContain('渡口的老船工')
  await settled()
})

test('a work is begun at a line of a source, and undone', async () => {
  await press('Sources')
  await page.waitForSelector('.line')
  await tabTo('渡口的铃声')
  for (let line = 0; line < 5; line += 1) await page.keyboard.press('ArrowDown')
  await page.waitForSelector('.acts button:not(:disabled)')
  await page.keyboard.press('b')
  await page.waitForSelector('.title-form input:focus')
  await page.keyboard.type('回声')
  await page.keyboard.press('Enter')
  await said('回声')
  await settled()
  expect(await written('edition.yaml')).toMatch(/title: 回声[^]*cut:/u)
  await page.keyboard.down('Control')
  await page.keyboard.press('z')
  await page.keyboard.up('Control')
  await page.waitForFunction(() => document.body.textContent?.includes('回声') === false)
  await settled()
  expect(await written('edition.yaml')).not.toContain('cut:')
})

test('a reading is chosen, left undecided and withdrawn by keys', async () => {
  await press('Readings')
  await page.waitForSelector('.locus')
  await page.focus('nav button[aria-current]')
  await page.waitForFunction(() => document.querySelector('.locus:not(.punctuation)') !== null)
  await tabTo('铜')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.choice.stands')
  await page.keyboard.press('2')
  await said('rulings.yaml')
  expect(await written('rulings.yaml')).toContain('reading: 钢')
  await page.waitForSelector('.ruling')
  await settled()
  await page.keyboard.press('u')
  await page.waitForFunction(
    () => document.querySelector('.mark.ruled')?.textContent === 'undecided',
  )
  expect(await written('rulings.yaml')).toContain('certainty: undecided')
  await settled()
  await page.keyboard.press('w')
  await page.waitForFunction(() => document.querySelector('.ruling') === null)
  expect(await written('rulings.yaml')).not.toContain('reading')
  await settled()
})

test('what another program writes is shown, and not overwritten', async () => {
  const theirs = (await written('edition.yaml')).replace('title: 渡口\n', 'title: 摆渡\n')
  await writeFile(join(folder, 'edition.yaml'), theirs)
  await page.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('摆渡'))
  await said('was changed elsewhere')
  expect(await written('edition.yaml')).toBe(theirs)
})

test('the book follows', async () => {
  await press('Book')
  expect(await bookText()).toContain('摆渡')
})

test.each([
  { tab: 'sources', shown: () => page.waitForSelector('.line') },
  { tab: 'works', shown: () => page.waitForSelector('.work') },
  { tab: 'readings', shown: () => page.waitForSelector('.locus') },
  { tab: 'book', shown: () => bookText() },
])('$tab has no faults that axe can find', async ({ tab, shown }) => {
  for (const width of [1440, 390]) {
    await page.setViewport({ width, height: 900 })
    await page.goto(`${served.address}#${tab}`)
    await page.reload()
    await shown()
    await settled()
    if (tab === 'readings') {
      await page.focus('.locus')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.choice')
    }
    await page.addScriptTag({ path: AXE })
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } }
      const { violations } = await axe.run()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect(faults).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  }
})

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
