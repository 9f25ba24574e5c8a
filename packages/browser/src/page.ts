import type { Browser, Page } from 'puppeteer'
import { NavigationError } from './errors.ts'
import { ORIGIN, type Serve, serveFrom, withoutRefresh } from './serve.ts'

export interface PageOptions {
  /** Whether scripts of the content run. The caller's own `page.evaluate` works in either case. */
  readonly javascript?: boolean
  /** Width and height of the view in CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Answers requests from memory; without it none is answered. */
  readonly serve?: Serve
}

/**
 * Opens a page of the browser and gives it content: either HTML, or an address below {@link ORIGIN}
 * that `serve` answers. Meta refreshes are taken out of HTML, wherever it comes from.
 */
export async function openPage(
  browser: Browser,
  content: string,
  options: PageOptions,
): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  if (options.viewport !== undefined) await page.setViewport({ ...options.viewport })
  await page.setJavaScriptEnabled(options.javascript ?? false)
  await (await page.createCDPSession()).send('Network.setBlockedURLs', {
    urls: ['file://*', 'ftp://*'],
  })
  if (options.serve !== undefined) await serveFrom(page, options.serve)
  if (content.startsWith(ORIGIN)) {
    await page.goto(content, { waitUntil: 'load' })
  } else {
    await page.setContent(withoutRefresh(content), { waitUntil: 'load' })
  }
  return page
}

/**
 * Asserts that a page is still where it was put.
 *
 * @throws {NavigationError} when its content has navigated.
 */
export function assertStayed(page: Page, content: string): void {
  const expected = content.startsWith(ORIGIN) ? ORIGIN : 'about:blank'
  if (!page.url().startsWith(expected)) throw new NavigationError(expected, page.url())
}
