import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Names under which this machine speaks to itself. */
const HOSTS = ['127.0.0.1', 'localhost']

/**
 * The path behind the token, for a request that may be answered; null for every other one.
 *
 * The token stands first in the path, so that every address on the page carries it. Another site that has a browser of
 * this machine ask here knows no token; one whose name leads to this machine (DNS rebinding) is known by `Host`; and what
 * another origin's page sends is known by `Origin`, which has to be there for whatever changes something.
 */
export function pathOf(request: IncomingMessage, token: string, port: number): string | null {
  const { host, origin } = request.headers
  const hosts = HOSTS.map((name) => `${name}:${port}`)
  if (host === undefined || !hosts.includes(host)) return null
  if (origin === undefined ? request.method !== 'GET' : origin !== `http://${host}`) return null
  const [, first = '', ...rest] = (request.url ?? '').split('/')
  if (!isSame(first, token)) return null
  return rest.join('/')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Sent with everything: nothing but what is served here is loaded, run, asked, framed or told of. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
}
