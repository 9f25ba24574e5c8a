import type { CDPSession, Page, Protocol } from 'puppeteer'

/** What a page may load, by full URL; all else fails. An answer may take its time. */
export type Serve = (url: string) => Served | null | Promise<Served | null>

export interface Served {
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** Address under which content is served from memory; the name can never be registered. */
export const ORIGIN = 'https://edition.invalid/'

/**
 * Content lives in a sandbox (Content Security Policy, Level 3, “sandbox”): no forms, no pop-ups, and without scripts
 * no refresh either.
 */
const policyOf = (scripts: boolean): string =>
  `sandbox allow-same-origin${scripts ? ' allow-scripts' : ''}`

/** Answers each request of a page from memory and lets none out; `scripts` says whether its own may run. */
export async function serveFrom(page: Page, serve: Serve, scripts: boolean): Promise<void> {
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', (paused) => {
    // A request of a page that is closing cannot be answered, nor need it be.
    answer(session, paused, serve, policyOf(scripts)).catch(() => undefined)
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

async function answer(
  session: CDPSession,
  { requestId, request }: Protocol.Fetch.RequestPausedEvent,
  serve: Serve,
  policy: string,
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
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: contentType },
      { name: 'Content-Security-Policy', value: policy },
    ],
    body: Buffer.from(body).toString('base64'),
  })
}
