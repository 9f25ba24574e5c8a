import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { closeProfiles } from './profile.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** What was started, each with the path of the program that is to be ended; others are left alone. */
const running = new Map<ChildProcess, string>()
let watching = false

/** A program that was started gave no answer in time; it has been ended. */
export class NoAnswerError extends Error {
  constructor(milliseconds: number) {
    super(`it gave no answer within ${milliseconds} ms`)
    this.name = 'NoAnswerError'
  }
}

/**
 * Sees to it that a program that `begin` starts ends when this one does, by whatever way and from its first moment: its
 * process group is killed, and the signal then takes its course, once `watch` was called. (A program killed outright closes the pipe, which ends a
 * browser.)
 *
 * @param executable path of the program.
 * @param limit longest time until `begin` has ended, in milliseconds.
 * @throws {NoAnswerError} when time is up; the program has been ended.
 */
export async function endWithProgram<T>(
  executable: string,
  limit: number,
  begin: () => Promise<T>,
): Promise<T> {
  const started = new Set<ChildProcess>()
  // The library hands its process out only once it answers, which one that hangs never does.
  const onStart = (event: unknown): void => {
    const { process: child } = event as { process: ChildProcess }
    started.add(child)
    // Before it is told of the start: until then this program may be told to end.
    running.set(child, executable)
    for (const end of ['exit', 'error']) child.once(end, () => running.delete(child))
  }
  subscribe('child_process', onStart)
  let clock: NodeJS.Timeout | undefined
  try {
    const beginning = begin()
    // What comes after the limit must not surface as an unhandled rejection.
    beginning.catch(() => undefined)
    const late = new Promise<never>((_, reject) => {
      clock = setTimeout(() => {
        for (const child of started) killIf(child, executable)
        reject(new NoAnswerError(limit))
      }, limit)
    })
    return await Promise.race([beginning, late])
  } finally {
    clearTimeout(clock)
    unsubscribe('child_process', onStart)
  }
}

const killIf = (child: ChildProcess, executable: string): void => {
  if (child.spawnfile === executable) killTree(child)
}

/** Kills a program and all that it has started. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It has ended already, or leads no group.
    child.kill('SIGKILL')
  }
}

/** From now on this program ends those that it has started, and takes away what they wrote to, before it ends. */
export function watch(): void {
  if (watching) return
  watching = true
  const killAll = (): void => {
    for (const [child, executable] of running) killIf(child, executable)
    closeProfiles()
  }
  process.on('exit', killAll)
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      killAll()
      process.kill(process.pid, signal)
    })
  }
}
