import type { Browser, Page } from 'puppeteer'
import { NavigationError } from './errors.ts'
import { ORIGIN, type Serve, serveFrom } from './serve.ts'

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
 * that `serve` answers.
 */
export async function openPage(
  browser: Browser,
  content: string,
  options: PageOptions,
): Promise<Page> {
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  if (options.viewport !== undefined) await page.setViewport({ ...options.viewport })
  const scripts = options.javascript ?? false
  await page.setJavaScriptEnabled(scripts)
  await (await page.createCDPSession()).send('Network.setBlockedURLs', {
    urls: ['file://*', 'ftp://*'],
  })
  const isAddress = content.startsWith(ORIGIN)
  const serve: Serve = (url) =>
    !isAddress && url === ORIGIN
      ? { contentType: 'text/html; charset=utf-8', body: content }
      : (options.serve?.(url) ?? null)
  await serveFrom(page, serve, scripts)
  await page.goto(isAddress ? content : ORIGIN, { waitUntil: 'load' })
  return page
}

/**
 * Asserts that a page is still where it was put.
 *
 * @throws {NavigationError} when its content has navigated.
 */
export function assertStayed(page: Page): void {
  if (!page.url().startsWith(ORIGIN)) throw new NavigationError(ORIGIN, page.url())
}
