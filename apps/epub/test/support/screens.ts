/// <reference lib="dom" />

import { posix } from 'node:path'
import { ORIGIN, type Page, type Served, type Session } from '@huijiao/browser'
import type { Book } from './book.ts'

const TYPES: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  ttf: 'font/ttf',
  png: 'image/png',
}

/** Opens one document of a book by itself, with the files that it asks for. */
export function withDocument<T>(
  session: Session,
  { files }: Book,
  path: string,
  width: number,
  task: (page: Page) => Promise<T>,
): Promise<T> {
  const serve = (url: string): Served | null => {
    const asked = decodeURI(new URL(url).pathname).slice(1)
    const body = files.get(asked)
    const contentType = TYPES[posix.extname(asked).slice(1)]
    return body === undefined || contentType === undefined ? null : { contentType, body }
  }
  return session.withPage(
    `${ORIGIN}${path}`,
    async (page) => {
      await page.evaluate('document.fonts.ready.then(() => undefined)')
      return task(page)
    },
    { javascript: true, serve, viewport: { width, height: 640 }, task: path, timeout: 60_000 },
  )
}

/** How a reader may want the page: all of it in percent of its own size, with other styles over the book's. */
export interface Wish {
  readonly percent?: number
  readonly css?: string
}

/** The least that WCAG 2.1 asks a page to bear (1.4.12). */
export const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

/** What no longer fits: wider than the screen, or cut off. */
export function misfits(page: Page, { percent = 100, css = '' }: Wish): Promise<readonly string[]> {
  return page.evaluate(
    (size, sheet) => {
      document.documentElement.style.fontSize = `${size}%`
      const style = document.createElement('style')
      style.textContent = sheet
      document.head.append(style)
      const wide = document.documentElement.clientWidth + 1
      const found: string[] = []
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth > clientWidth) found.push(`the page: ${scrollWidth} pixels wide`)
      for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
        const named = `${element.tagName.toLowerCase()}#${element.id}.${element.className}`
        const box = element.getBoundingClientRect()
        const shows = element.textContent !== '' || element.tagName === 'img'
        if (shows && box.width > 0 && (box.right > wide || box.left < -1))
          found.push(`${named}: from ${Math.round(box.left)} to ${Math.round(box.right)}`)
        const cut = getComputedStyle(element).overflow !== 'visible'
        if (cut && element.scrollHeight > element.clientHeight + 1) found.push(`${named}: cut off`)
      }
      style.remove()
      document.documentElement.style.fontSize = ''
      return found
    },
    percent,
    css,
  )
}

/** Elements with text whose size does not follow the reader's. */
export function fixedSizes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.body.querySelectorAll<HTMLElement>('*')]
    const sizes = () => all.map((e) => Number.parseFloat(getComputedStyle(e).fontSize))
    const plain = sizes()
    document.documentElement.style.fontSize = '200%'
    const large = sizes()
    document.documentElement.style.fontSize = ''
    return all.flatMap((e, i) =>
      Math.abs((large[i] ?? 0) - 2 * (plain[i] ?? 0)) < 0.1 ? [] : [`${e.tagName}.${e.className}`],
    )
  })
}

/** Elements that keep colours of their own where the reader wants light on dark. */
export async function fixedColours(page: Page): Promise<readonly string[]> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  return page.evaluate(() => {
    document.documentElement.style.colorScheme = 'light dark'
    const found = [...document.body.querySelectorAll<HTMLElement>('*')].filter((e) => {
      const { color, backgroundColor } = getComputedStyle(e)
      return color !== 'rgb(255, 255, 255)' || backgroundColor !== 'rgba(0, 0, 0, 0)'
    })
    return found.map((e) => `${e.tagName}.${e.className}`)
  })
}

/** Follows each call to its note and the note's link back, and tells where that does not lead. */
export function strayNotes(page: Page): Promise<{ calls: number; stray: readonly string[] }> {
  return page.evaluate(() => {
    const start = location.href
    const stray: string[] = []
    const seen = (element: Element | null): boolean => {
      const box = element?.getBoundingClientRect()
      return box !== undefined && box.width > 0 && box.bottom > 0 && box.top < innerHeight
    }
    const calls = [...document.querySelectorAll<HTMLAnchorElement>('a[role=doc-noteref]')]
    for (const call of calls) {
      call.click()
      const note = document.querySelector(':target')
      if (note?.getAttribute('role') !== 'doc-footnote' || !seen(note)) {
        stray.push(`${call.id}: no note at ${location.hash}`)
        continue
      }
      const back = note.querySelector<HTMLAnchorElement>('a[role=doc-backlink]')
      back?.click()
      if (document.querySelector(':target') !== call || !seen(call))
        stray.push(`${note.id}: back to ${location.hash}`)
      else if (back?.textContent !== call.textContent) stray.push(`${note.id}: another number`)
    }
    history.replaceState(null, '', start)
    return { calls: calls.length, stray }
  })
}
