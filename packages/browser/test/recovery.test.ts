import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { BrowserCrashError, BrowserStartError, BrowserTimeoutError } from '../src/errors.ts'
import { launch } from '../src/launch.ts'
import { resolveBrowser } from '../src/resolve.ts'
import type { Session } from '../src/session.ts'
import { temporary } from './temporary.ts'

const HELLO = '<body>hello</body>'
const text = (page: Page) => page.evaluate('document.body.innerText')

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 50 && alive(pid); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return !alive(pid)
}

let session: Session
beforeAll(async () => {
  session = await launch()
})
afterAll(() => session.close())

describe('a browser that dies', () => {
  it('between two tasks is replaced', async () => {
    const pid = session.pid() ?? 0
    process.kill(pid, 'SIGKILL')
    expect(await gone(pid)).toBe(true)
    expect(await session.withPage(HELLO, text)).toBe('hello')
    expect(session.pid()).not.toBe(pid)
  })

  it('while it works is replaced and the task run again', async () => {
    let runs = 0
    const result = await session.withPage(HELLO, async (page) => {
      runs += 1
      if (runs === 1) process.kill(session.pid() ?? 0, 'SIGKILL')
      return text(page)
    })
    expect([result, runs]).toEqual(['hello', 2])
  })

  it('by a crash of the page alone is replaced, long before the time-out', async () => {
    let runs = 0
    const result = await session.withPage(HELLO, async (page) => {
      runs += 1
      if (runs === 1) await page.goto('chrome://crash')
      return text(page)
    })
    expect([result, runs]).toEqual(['hello', 2])
  })

  it('twice is reported', async () => {
    const dying = session.withPage(HELLO, (page) => page.goto('chrome://crash'), {
      task: 'the third print',
    })
    await expect(dying).rejects.toThrow(BrowserCrashError)
    await expect(dying).rejects.toThrow(/the third print/)
    expect(await session.withPage(HELLO, text)).toBe('hello')
  })
})

describe('a page that hangs', () => {
  it('is ended when its time is up, with its browser', async () => {
    const pid = session.pid() ?? 0
    const started = performance.now()
    const hanging = session.withPage('<script>for(;;);</script>', text, {
      javascript: true,
      timeout: 1_000,
    })
    await expect(hanging).rejects.toThrow(BrowserTimeoutError)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await gone(pid)).toBe(true)
    expect(await session.withPage(HELLO, text)).toBe('hello')
  })
})

describe('an error of the task', () => {
  it('comes through unchanged, and is not tried again', async () => {
    let runs = 0
    const failing = session.withPage(HELLO, () => {
      runs += 1
      return Promise.reject(new RangeError('mine'))
    })
    await expect(failing).rejects.toThrow(RangeError)
    expect(runs).toBe(1)
  })
})

/** Folders that browsers write to. */
const profiles = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('huijiao-browser-'))

describe('processes', () => {
  it('are gone after close', async () => {
    const before = profiles(tmpdir())
    const other = await launch()
    const pid = other.pid() ?? 0
    expect(alive(pid)).toBe(true)
    const [profile = ''] = profiles(tmpdir()).filter((name) => !before.includes(name))
    expect(profile).toContain(`-${process.pid}-`)
    await other.close()
    expect(await gone(pid)).toBe(true)
    expect(profiles(tmpdir())).not.toContain(profile)
  })

  it.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGINT', 'SIGKILL', 'exit'] as const)(
    'do not outlive a program that ends by %s',
    async (how) => {
      const folder = temporary('stray')
      const script = join(folder, 'main.mjs')
      const module = new URL('../dist/index.js', import.meta.url).href
      writeFileSync(
        script,
        `import { launch } from ${JSON.stringify(module)}
const session = await launch()
process.stdout.write(String(session.pid()))
${how === 'exit' ? 'process.exit(3)' : 'setInterval(() => {}, 1000)'}`,
      )
      const env = { ...process.env, TMPDIR: folder }
      const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      const pid = await new Promise<number>((resolve) =>
        child.stdout.once('data', (data) => resolve(Number(data))),
      )
      if (how !== 'exit') child.kill(how)
      await new Promise((resolve) => child.once('exit', resolve))
      expect(pid).toBeGreaterThan(0)
      expect(await gone(pid)).toBe(true)
      // Whoever is killed outright can take nothing away: the next program does.
      expect(readdirSync(folder)).toHaveLength(how === 'SIGKILL' ? 2 : 1)
    },
  )

  it('that do not start are reported with their last words', async () => {
    const folder = temporary('false')
    const path = join(folder, 'chrome')
    writeFileSync(path, '#!/bin/sh\necho "error while loading libnss3.so" >&2\nexit 127\n', {
      mode: 0o755,
    })
    const starting = launch({ env: { CHROME_PATH: path } })
    await expect(starting).rejects.toThrow(BrowserStartError)
    await expect(starting).rejects.toThrow(/libnss3/)
  })
})

/** A program that never says a word, and writes its process id to a file. */
function silent(): { readonly path: string; readonly pidFile: string } {
  const folder = temporary('silent')
  const pidFile = join(folder, 'pid')
  const path = join(folder, 'chrome')
  writeFileSync(path, `#!/bin/sh\necho $$ > '${pidFile}'\nexec sleep 600\n`, { mode: 0o755 })
  return { path, pidFile }
}

async function pidIn(file: string): Promise<number> {
  for (let tries = 0; tries < 100 && !existsSync(file); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return Number(readFileSync(file, 'utf8'))
}

describe.runIf(process.platform !== 'win32')('a browser that gives no answer', () => {
  it('is ended when the time for its start is up', async () => {
    const { path, pidFile } = silent()
    const starting = launch({ env: { CHROME_PATH: path }, startTimeout: 1_000 })
    await expect(starting).rejects.toThrow(BrowserStartError)
    await expect(starting).rejects.toThrow(/gave no answer within 1000 ms/)
    expect(await gone(await pidIn(pidFile))).toBe(true)
  })

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'does not outlive a program that ends by %s while it waits',
    async (signal) => {
      const { path, pidFile } = silent()
      const script = join(temporary('waiting'), 'main.mjs')
      const module = new URL('../dist/index.js', import.meta.url).href
      writeFileSync(
        script,
        `import { launch } from ${JSON.stringify(module)}
await launch({ env: { CHROME_PATH: ${JSON.stringify(path)} } })`,
      )
      const child = spawn(process.execPath, [script], { stdio: 'inherit' })
      const pid = await pidIn(pidFile)
      child.kill(signal)
      const ended = await new Promise((resolve) => child.once('exit', (_, s) => resolve(s)))
      expect(ended).toBe(signal)
      expect(await gone(pid)).toBe(true)
    },
  )
})

describe.runIf(process.platform === 'linux')('an unpacked browser', () => {
  it('that is garbled, its size unchanged, is unpacked anew', async () => {
    const env = { ...process.env, HUIJIAO_CACHE_DIR: temporary('garbled') }
    const { executablePath } = await resolveBrowser(env)
    writeFileSync(executablePath, Buffer.alloc(statSync(executablePath).size))
    const mended = await launch({ env })
    expect(mended.version).toContain('Chrome')
    await mended.close()
  })
})

describe.runIf(process.platform === 'linux')('a system that has no sandbox to offer', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  /** A browser that ends without a word on its pipe unless it may run without a sandbox, as in a container. */
  async function container(): Promise<string> {
    const { executablePath, env } = await resolveBrowser()
    const folder = temporary('container')
    const path = join(folder, 'chrome')
    const variables = Object.entries(env).map(([name, value]) => `${name}='${value}'`)
    writeFileSync(
      path,
      `#!/bin/sh
case " $* " in
*" --no-sandbox "*) ${['exec', 'env', ...variables].join(' ')} '${executablePath}' "$@" ;;
*) echo "No usable sandbox!" >&2; exit 1 ;;
esac
`,
      { mode: 0o755 },
    )
    return path
  }

  it('gets a browser without one, and is told so once', async () => {
    const path = await container()
    vi.spyOn(process, 'getuid').mockReturnValue(1000)
    const warnings: string[] = []
    const other = await launch({
      env: { CHROME_PATH: path },
      warn: (message) => warnings.push(message),
    })
    try {
      expect(await other.withPage(HELLO, text)).toBe('hello')
      process.kill(other.pid() ?? 0, 'SIGKILL')
      expect(await other.withPage(HELLO, text)).toBe('hello')
    } finally {
      await other.close()
    }
    expect(warnings).toEqual([expect.stringMatching(/no sandbox/)])
  })
})
