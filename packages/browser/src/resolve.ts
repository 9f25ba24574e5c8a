import { executablePath } from 'puppeteer'
import { type Unpacked, unpackBundled } from './bundled.ts'
import { isExecutable, systemCandidates } from './candidates.ts'
import type { Env } from './env.ts'
import { BrowserNotFoundError } from './errors.ts'

/** Where a browser came from. Pagination is pinned for `bundled` and `downloaded`. */
export type BrowserSource = 'environment' | 'bundled' | 'downloaded' | 'system'

export interface ResolvedBrowser {
  readonly executablePath: string
  /** Environment variables that it needs besides the usual ones. */
  readonly env: Readonly<Record<string, string>>
  readonly source: BrowserSource
  /** Known before the start for `bundled` only. */
  readonly version?: string
  /** What the user should know, in a sentence each. */
  readonly warnings: readonly string[]
}

/** What the search depends on; given by tests, else this machine. */
export interface Host {
  readonly platform: NodeJS.Platform
  readonly arch: string
  /** Unpacks the bundled browser, or throws. */
  readonly bundled: (env: Env) => Promise<Unpacked>
  /** Path of puppeteer's own pinned download, or throws. */
  readonly downloaded: () => Promise<string>
}

const HERE: Host = {
  platform: process.platform,
  arch: process.arch,
  bundled: unpackBundled,
  downloaded: async () => executablePath({ headless: 'shell' }),
}

/**
 * Finds the browser that sets the books: `CHROME_PATH` or `PUPPETEER_EXECUTABLE_PATH`; the bundled
 * Chromium on linux-x64; puppeteer's pinned download; a browser of the system, with a warning.
 *
 * @throws {BrowserNotFoundError} naming what was tried and how to mend it. A path that the environment
 *   names is never passed over: if it is no program, that is the error.
 */
export async function resolveBrowser(
  env: Env = process.env,
  host: Host = HERE,
): Promise<ResolvedBrowser> {
  for (const variable of ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']) {
    const path = env[variable]
    if (path === undefined || path === '') continue
    if (!isExecutable(path)) {
      throw new BrowserNotFoundError([
        `${variable}=${path}: expected a program, found none that can run`,
      ])
    }
    return { executablePath: path, env: {}, source: 'environment', warnings: [] }
  }
  const tried = ['CHROME_PATH, PUPPETEER_EXECUTABLE_PATH: not set']

  if (host.platform === 'linux' && host.arch === 'x64') {
    try {
      const { executablePath, libraries, version } = await host.bundled(env)
      const path = [libraries, env.LD_LIBRARY_PATH].filter(
        (part) => part !== undefined && part !== '',
      )
      return {
        executablePath,
        env: { LD_LIBRARY_PATH: path.join(':') },
        source: 'bundled',
        version,
        warnings: [],
      }
    } catch (error) {
      tried.push(`@sparticuz/chromium: ${messageOf(error)}`)
    }
  } else {
    tried.push(`@sparticuz/chromium: made for linux-x64, not for ${host.platform}-${host.arch}`)
  }

  try {
    const path = await host.downloaded()
    if (isExecutable(path)) {
      return { executablePath: path, env: {}, source: 'downloaded', warnings: [] }
    }
    tried.push(`puppeteer's download: nothing at ${path}`)
  } catch (error) {
    tried.push(`puppeteer's download: ${messageOf(error)}`)
  }

  const found = systemCandidates(env, host.platform).find(isExecutable)
  if (found !== undefined) {
    return {
      executablePath: found,
      env: {},
      source: 'system',
      warnings: [
        `${found} is used, a browser of the system: lines and pages may break elsewhere than in the pinned one.`,
      ],
    }
  }
  tried.push('Chromium, Chrome and Edge of the system: none installed')
  throw new BrowserNotFoundError(tried)
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0] ?? message
}
