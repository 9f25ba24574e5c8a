import { bareFontconfig } from './bare.ts'
import { forgetBundled } from './bundled.ts'
import type { Env } from './env.ts'
import { BrowserStartError } from './errors.ts'
import { type ResolvedBrowser, resolveBrowser } from './resolve.ts'
import { keepSession, type Session } from './session.ts'
import { start } from './start.ts'

export interface LaunchOptions {
  /** Path of a fontconfig file that lists some fonts only: lines then break alike everywhere. */
  readonly fontconfig?: string
  /** Hides all fonts from the browser: content brings its own. Then one browser can set any number of books. */
  readonly bare?: boolean
  readonly env?: Env
  /** Longest time for the start, in milliseconds. */
  readonly startTimeout?: number
  /** Receives each warning once; they go to standard error by default. */
  readonly warn?: (message: string) => void
}

/**
 * Finds and starts a browser that is shut off from network and files.
 *
 * @throws {BrowserNotFoundError} when there is none.
 * @throws {BrowserStartError} when the one found does not start.
 */
export async function launch(options: LaunchOptions = {}): Promise<Session> {
  const warned = new Set<string>()
  const warn = (message: string): void => {
    if (warned.has(message)) return
    warned.add(message)
    if (options.warn === undefined) process.stderr.write(`warning: ${message}\n`)
    else options.warn(message)
  }
  const env = options.env ?? process.env
  const resolved = await resolveBrowser(env)
  for (const message of resolved.warnings) warn(message)
  const fontconfig = options.bare === true ? await bareFontconfig(env) : options.fontconfig
  const session = (browser: ResolvedBrowser): Promise<Session> =>
    keepSession(() =>
      start(browser, {
        startTimeout: options.startTimeout ?? 30_000,
        warn,
        ...(fontconfig === undefined ? {} : { fontconfig }),
      }),
    )
  try {
    return await session(resolved)
  } catch (error) {
    if (resolved.source !== 'bundled' || !(error instanceof BrowserStartError)) throw error
    await forgetBundled(env)
    return session(await resolveBrowser(env))
  }
}
