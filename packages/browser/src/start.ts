import { execFile } from 'node:child_process'
import { type Browser, launch as launchPuppeteer } from 'puppeteer'
import { BrowserStartError, TemporaryFolderError } from './errors.ts'
import { FLAGS, sandboxFlags } from './flags.ts'
import { closeProfile, openProfile } from './profile.ts'
import { endWithProgram, NoAnswerError, watch } from './reaper.ts'
import type { ResolvedBrowser } from './resolve.ts'

export interface StartOptions {
  /** Path of the fontconfig file; without it the browser sees the fonts of the system. */
  readonly fontconfig?: string
  /** Longest time for the start, in milliseconds. */
  readonly startTimeout: number
  readonly warn: (message: string) => void
}

/**
 * Starts a resolved browser, in its sandbox where the system allows.
 *
 * It speaks over a pipe: no port is open, and it ends by itself when this process is gone.
 *
 * @throws {BrowserStartError} with the browser's last words.
 * @throws {TemporaryFolderError} where it has no place for what it keeps while it runs.
 */
export async function start(resolved: ResolvedBrowser, options: StartOptions): Promise<Browser> {
  const root = typeof process.getuid === 'function' && process.getuid() === 0
  if (!root) {
    try {
      return await attempt(resolved, options, true)
    } catch (error) {
      if (error instanceof TemporaryFolderError) throw error
      if (error instanceof NoAnswerError)
        throw new BrowserStartError(resolved.executablePath, error)
      // Where the system has no sandbox to offer (most containers), Chromium ends at once; over a pipe its
      // reason is lost, so that a second start without the sandbox is what tells.
    }
  }
  try {
    const browser = await attempt(resolved, options, false)
    if (!root) options.warn(NO_SANDBOX)
    return browser
  } catch (error) {
    if (error instanceof TemporaryFolderError) throw error
    throw new BrowserStartError(resolved.executablePath, await lastWords(resolved, error))
  }
}

const NO_SANDBOX =
  'This system lets Chromium have no sandbox; it runs without one, still without network and files.'

/** Over a pipe the browser's own complaint is lost: it is asked for its version, and complains again. */
function lastWords(resolved: ResolvedBrowser, error: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...resolved.env }
    const options = { env, timeout: 5_000, killSignal: 'SIGKILL' as const }
    execFile(resolved.executablePath, ['--version'], options, (_error, _stdout, stderr) => {
      resolve(stderr.trim() === '' ? error : new Error(stderr.trim(), { cause: error }))
    })
  })
}

async function attempt(
  resolved: ResolvedBrowser,
  options: StartOptions,
  sandbox: boolean,
): Promise<Browser> {
  const { executablePath } = resolved
  watch()
  const profile = await openProfile()
  // Over a pipe the library's own clock does not run: one that says nothing would be waited for without end.
  const starting = endWithProgram(executablePath, options.startTimeout, async () => {
    const browser = await launchPuppeteer({
      executablePath,
      headless: 'shell',
      pipe: true,
      args: [...FLAGS, ...sandboxFlags(sandbox)],
      userDataDir: profile,
      timeout: options.startTimeout,
      // A print of hundreds of pages is one call; `withPage` has its own clock.
      protocolTimeout: 0,
      // Its own handlers would keep this program from ending.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: {
        ...process.env,
        ...resolved.env,
        ...(options.fontconfig === undefined ? {} : { FONTCONFIG_FILE: options.fontconfig }),
        TZ: 'UTC',
        LANG: 'C.UTF-8',
      },
    })
    browser.process()?.once('exit', () => closeProfile(profile))
    await browser.version()
    return browser
  })
  return starting.catch((error: unknown) => {
    closeProfile(profile)
    throw error
  })
}
