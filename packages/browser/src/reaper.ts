import type { Browser } from 'puppeteer'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const running = new Set<Browser>()
let watching = false

/**
 * Sees to it that a browser ends when this program does, by whatever way: its process group is killed,
 * and the signal then takes its course. (A program killed outright closes the pipe, which ends the browser.)
 */
export function endWithProgram(browser: Browser): void {
  running.add(browser)
  browser.once('disconnected', () => running.delete(browser))
  if (watching) return
  watching = true
  process.on('exit', killAll)
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      killAll()
      process.kill(process.pid, signal)
    })
  }
}

function killAll(): void {
  for (const browser of running) {
    const child = browser.process()
    if (child?.pid === undefined) continue
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
  running.clear()
}
