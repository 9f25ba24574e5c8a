import type { HTTPRequest, Page } from 'puppeteer'

/** What a page may load, by full URL; all else fails. */
export type Serve = (url: string) => Served | null

export interface Served {
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** Address under which content is served from memory; the name can never be registered. */
export const ORIGIN = 'https://edition.invalid/'

/** Answers each request of a page from memory and lets none out. */
export async function serveFrom(page: Page, serve: Serve): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    // A request of a page that is closing cannot be answered, nor need it be.
    answer(request, serve).catch(() => undefined)
  })
}

async function answer(request: HTTPRequest, serve: Serve): Promise<void> {
  if (/^(data|blob):/.test(request.url())) return request.continue()
  const served = serve(request.url())
  if (served === null) return request.abort('blockedbyclient')
  return request.respond({ status: 200, contentType: served.contentType, body: served.body })
}
