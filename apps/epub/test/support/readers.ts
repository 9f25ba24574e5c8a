import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORIGIN, type Page, type Served, type Session } from '@huijiao/browser'
import { EPUBJS, FOLIATE, type Reader } from './pages.ts'

export type ReaderName = 'foliate' | 'epubjs'

const require = createRequire(import.meta.url)
const FOLIATE_FOLDER = dirname(require.resolve('foliate-js/view.js'))
const SCRIPTS: Readonly<Record<string, string>> = {
  '/epub.js': require.resolve('epubjs/dist/epub.min.js'),
  '/jszip.js': join(dirname(require.resolve('jszip/package.json')), 'dist/jszip.min.js'),
}

declare global {
  // Set by the page of the reader.
  var reader: Reader | undefined
  var failure: string | undefined
}

/** Where the screenshots go; ignored by git. */
const ARTEFACTS = fileURLToPath(new URL('../../artefacts/', import.meta.url))

/** Opens a book in a reading system and runs a task with its page. */
export function withReader<T>(
  session: Session,
  name: ReaderName,
  book: Uint8Array,
  task: (page: Page) => Promise<T>,
  viewport = { width: 480, height: 720 },
): Promise<T> {
  const serve = (url: string): Served | null => {
    const { pathname } = new URL(url)
    if (pathname === '/reader.html')
      return { contentType: 'text/html', body: name === 'foliate' ? FOLIATE : EPUBJS }
    if (pathname === '/book.epub') return { contentType: 'application/epub+zip', body: book }
    const script = SCRIPTS[pathname]
    if (script !== undefined) return { contentType: 'text/javascript', body: readFileSync(script) }
    if (/^\/foliate-js\/(?:vendor\/|ui\/)?[a-z0-9-]+\.js$/.test(pathname))
      return {
        contentType: 'text/javascript',
        body: readFileSync(join(FOLIATE_FOLDER, pathname.slice('/foliate-js/'.length))),
      }
    return null
  }
  return session.withPage(
    `${ORIGIN}reader.html`,
    async (page) => {
      await page.waitForFunction(
        () => globalThis.reader !== undefined || globalThis.failure !== undefined,
        { timeout: 30_000 },
      )
      const failure = await page.evaluate(() => globalThis.failure)
      if (failure !== undefined) throw new Error(`${name}: ${failure}`)
      return task(page)
    },
    { javascript: true, serve, viewport, task: name, timeout: 60_000 },
  )
}

/** Calls the reader in its page. */
export function ask<T>(
  page: Page,
  question: (reader: Reader, ...args: string[]) => T | Promise<T>,
  ...args: string[]
): Promise<T> {
  return page.evaluate(
    `(${question.toString()})(globalThis.reader, ...${JSON.stringify(args)})`,
  ) as Promise<T>
}

/** Takes a picture once two frames have been painted. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(ARTEFACTS, { recursive: true })
  await page.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200))))`,
  )
  const path: `${string}.png` = `${ARTEFACTS}${name}.png`
  await page.screenshot({ path })
}

/** A fact about glyphs: which families set the text of all frames of a page. */
export interface UsedFont {
  readonly family: string
  readonly embedded: boolean
  readonly glyphs: number
}

interface DomNode {
  readonly nodeId: number
  readonly nodeName: string
  readonly children?: readonly DomNode[]
  readonly contentDocument?: DomNode
  readonly shadowRoots?: readonly DomNode[]
}

/** Asks the browser which fonts really set the text of the page, or of the frames below it alone. */
export async function usedFonts(
  page: Page,
  where: 'page' | 'frames' = 'frames',
): Promise<readonly UsedFont[]> {
  const client = await page.createCDPSession()
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true })
  const used = new Map<string, UsedFont>()
  const walk = async (node: DomNode, framed: boolean): Promise<void> => {
    if (framed && node.nodeName === '#text') {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
      for (const font of fonts) {
        const key = `${font.familyName} ${font.isCustomFont}`
        used.set(key, {
          family: font.familyName,
          embedded: font.isCustomFont,
          glyphs: (used.get(key)?.glyphs ?? 0) + font.glyphCount,
        })
      }
    }
    for (const child of node.children ?? []) await walk(child, framed)
    for (const child of node.shadowRoots ?? []) await walk(child, framed)
    if (node.contentDocument !== undefined) await walk(node.contentDocument, true)
  }
  await walk(root, where === 'page')
  await client.detach()
  return [...used.values()].sort((a, b) => (a.family < b.family ? -1 : 1))
}
