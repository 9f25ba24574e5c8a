import type { Browser, Page } from 'puppeteer'
import { BrowserCrashError, BrowserTimeoutError } from './errors.ts'
import { assertStayed, openPage, type PageOptions } from './page.ts'
import { killTree } from './reaper.ts'

export interface TaskOptions extends PageOptions {
  /** Longest time from the first byte of content to the end of the task, in milliseconds. */
  readonly timeout?: number
  /** Name of the task, for messages. */
  readonly task?: string
}

/** A running browser, started again whenever it dies. Use one for all editions. */
export interface Session {
  /** `Chrome/143.0.7499.40` or the like. */
  readonly version: string
  /** Process id of the present browser; null when it is not running. */
  pid(): number | null
  /**
   * Opens content in a fresh page, runs the task and closes the page. When the browser or the page dies,
   * the task is run once more from the start in a new browser, so it must not depend on a first run.
   *
   * @throws {BrowserCrashError} when it dies twice.
   * @throws {BrowserTimeoutError} when time is up; the browser is ended.
   * @throws {NavigationError} when the content has navigated away.
   */
  withPage<T>(content: string, task: (page: Page) => Promise<T>, options?: TaskOptions): Promise<T>
  /** Ends the browser and everything that it started. */
  close(): Promise<void>
}

/** Milliseconds a page may take where its caller sets no other limit. */
const DEFAULT_TIMEOUT = 120_000

/** Keeps a browser alive; `begin` starts one. */
export async function keepSession(begin: () => Promise<Browser>): Promise<Session> {
  const first = await begin()
  const kept = new KeptBrowser(begin, first)
  return {
    version: await first.version(),
    pid: () => kept.pid(),
    async withPage(content, task, options = {}) {
      try {
        return await kept.run(content, task, options)
      } catch (error) {
        if (!(error instanceof Died)) throw error
      }
      try {
        return await kept.run(content, task, options)
      } catch (error) {
        if (error instanceof Died) throw new BrowserCrashError(options.task ?? 'page', error.cause)
        throw error
      }
    },
    close: () => kept.end(),
  }
}

/** A browser that is begun anew when it has died. */
class KeptBrowser {
  private readonly begin: () => Promise<Browser>
  private browser: Browser | null

  constructor(begin: () => Promise<Browser>, first: Browser) {
    this.begin = begin
    this.browser = first
  }

  pid(): number | null {
    return this.browser?.connected === true ? (this.browser.process()?.pid ?? null) : null
  }

  async end(): Promise<void> {
    const old = this.browser
    this.browser = null
    if (old !== null) await endBrowser(old)
  }

  /** @throws {Died} when the browser or the page is gone before the task has ended. */
  async run<T>(
    content: string,
    task: (page: Page) => Promise<T>,
    options: TaskOptions,
  ): Promise<T> {
    const current = await this.alive()
    const guard = watch(current, options.timeout ?? DEFAULT_TIMEOUT, options.task ?? 'page')
    const opened: { page?: Page } = {}
    const work = async (): Promise<T> => {
      const page = await openPage(current, content, options)
      opened.page = page
      guard.watchPage(page)
      const result = await task(page)
      assertStayed(page)
      return result
    }
    try {
      const working = work()
      // Whichever comes second must not surface as an unhandled rejection.
      working.catch(() => undefined)
      return await Promise.race([working, guard.failed])
    } catch (error) {
      const cause = BROKEN.test(String(error)) ? await guard.cause(error) : error
      if (cause instanceof Died || cause instanceof BrowserTimeoutError) await this.end()
      else if (!current.connected) throw new Died(cause)
      throw cause
    } finally {
      guard.stop()
      if (this.browser === current) await opened.page?.close().catch(() => undefined)
    }
  }

  private async alive(): Promise<Browser> {
    if (this.browser === null || !this.browser.connected) this.browser = await this.begin()
    return this.browser
  }
}

class Died extends Error {
  constructor(cause: unknown) {
    super('the browser died', { cause })
  }
}

/** What a call to a page says when the page is gone; the news of its crash may come a moment later. */
const BROKEN = /net::ERR_|Protocol error|Target closed|Session closed|detached|crashed/i

/** How long that moment is, in milliseconds. */
const MOMENT = 500

/** Rejects when the browser or the page dies, or when time is up. */
function watch(browser: Browser, timeout: number, task: string) {
  let fail: (error: Error) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => undefined)
  const gone = () => fail(new Died(new Error('it ended while it worked')))
  browser.once('disconnected', gone)
  const clock = setTimeout(() => fail(new BrowserTimeoutError(task, timeout)), timeout)
  return {
    failed,
    /** The failure behind an error, where there is one. */
    async cause(symptom: unknown): Promise<unknown> {
      const moment = new Promise<unknown>((resolve) => setTimeout(resolve, MOMENT, symptom))
      const behind = failed.then(
        () => symptom,
        (cause: unknown) => cause,
      )
      return Promise.race([behind, moment])
    },
    watchPage(page: Page) {
      page.once('error', (error) => fail(new Died(error)))
    },
    stop() {
      clearTimeout(clock)
      browser.off('disconnected', gone)
    },
  }
}

/** A browser that hangs does not answer a polite request: after a moment its process group is killed. */
async function endBrowser(browser: Browser): Promise<void> {
  const child = browser.process()
  let clock: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    clock = setTimeout(resolve, 3_000)
  })
  await Promise.race([browser.close().catch(() => undefined), patience])
  clearTimeout(clock)
  if (child === null || child.exitCode !== null || child.signalCode !== null) return
  killTree(child)
}
