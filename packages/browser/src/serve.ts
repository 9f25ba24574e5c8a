import type { CDPSession, Page, Protocol } from 'puppeteer'

/** What a page may load, by full URL; all else fails. An answer may take its time. */
export type Serve = (url: string) => Served | null | Promise<Served | null>

export interface Served {
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** Address under which content is served from memory; the name can never be registered. */
export const ORIGIN = 'https://edition.invalid/'

/** Takes out each `<meta http-equiv=refresh>`. */
export function withoutRefresh(html: string): string {
  return html.replace(/<meta\b[^>]*\bhttp-equiv\s*=\s*["']?\s*refresh[^>]*>/gi, '')
}

/** Answers each request of a page from memory and lets none out. */
export async function serveFrom(page: Page, serve: Serve): Promise<void> {
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', (paused) => {
    // A request of a page that is closing cannot be answered, nor need it be.
    answer(session, paused, serve).catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(
  session: CDPSession,
  { requestId, request }: Protocol.Fetch.RequestPausedEvent,
  serve: Serve,
): Promise<void> {
  if (/^(data|blob):/.test(request.url)) {
    await session.send('Fetch.continueRequest', { requestId })
    return
  }
  const served = await new Promise<Served | null>((resolve) => resolve(serve(request.url))).catch(
    () => null,
  )
  if (served === null) {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    return
  }
  const { contentType, body } = served
  const isPage = typeof body === 'string' && contentType.startsWith('text/html')
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: contentType }],
    body: Buffer.from(isPage ? withoutRefresh(body) : body).toString('base64'),
  })
}
