/** No usable browser. `tried` has one line for each place that was looked at, in order. */
export class BrowserNotFoundError extends Error {
  readonly tried: readonly string[]
  constructor(tried: readonly string[]) {
    super(
      [
        'No usable browser: expected Chromium, Chrome or Edge, found none.',
        ...tried.map((line) => `  tried ${line}`),
        'Hint: install one of these and run again:',
        '  apt-get install chromium',
        '  npx puppeteer browsers install chrome-headless-shell',
        '  CHROME_PATH=/path/to/chrome …',
      ].join('\n'),
    )
    this.name = 'BrowserNotFoundError'
    this.tried = tried
  }
}

/** A browser was found but does not start; the message carries its last words. */
export class BrowserStartError extends Error {
  readonly executablePath: string
  constructor(executablePath: string, cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause)
    super(
      `${executablePath} does not start: ${words.trim()}\n` +
        'Hint: name another browser with CHROME_PATH=/path/to/chrome.',
      { cause },
    )
    this.name = 'BrowserStartError'
    this.executablePath = executablePath
  }
}

/** The browser or one of its pages died while it worked, and died again when asked a second time. */
export class BrowserCrashError extends Error {
  constructor(task: string, cause: unknown) {
    super(
      `${task}: the browser crashed: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
    this.name = 'BrowserCrashError'
  }
}

/** A page did not finish within its time; its browser has been ended. */
export class BrowserTimeoutError extends Error {
  readonly milliseconds: number
  constructor(task: string, milliseconds: number) {
    super(
      `${task}: expected an answer of the browser within ${milliseconds} ms, got none.\n` +
        'Hint: the content may be very large; give a longer `timeout`.',
    )
    this.name = 'BrowserTimeoutError'
    this.milliseconds = milliseconds
  }
}

/** A page has left the address it was given: its content tried to navigate. */
export class NavigationError extends Error {
  constructor(expected: string, got: string) {
    super(
      `expected the page to stay at ${expected}, it went to ${got}.\n` +
        'Hint: the content carries a refresh, a form or a script that navigates.',
    )
    this.name = 'NavigationError'
  }
}

/** The folder for what is temporary cannot be written: a browser has no place for what it keeps while it runs. */
export class TemporaryFolderError extends Error {
  readonly folder: string
  constructor(folder: string, cause: unknown) {
    super(`${folder}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'TemporaryFolderError'
    this.folder = folder
  }
}
