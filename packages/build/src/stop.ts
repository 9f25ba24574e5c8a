import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/* Milliseconds after the signal; people wait no longer than two seconds in all. */
/** Until then the task runner ends its tasks by itself. */
const ORDERLY = 300
/** From then on what is left is killed. */
const GRACE = 1500
/** What has not ended by then cannot be: it waits for a disk. */
const LIMIT = 1900

/** Milliseconds between two looks at what is left. */
const LOOK = 50

/**
 * Ends the task runner and all that it has started. It leads a session of its own, in which its tasks have groups of their
 * own: a task that it begins while it is told to end would outlive it, and write on into a workspace that is gone.
 *
 * @param child started as the leader of a session.
 * @returns once nothing of it is left; where the system does not tell (there is no `/proc`), once its group is told.
 */
export async function stop(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  const leader = process.platform === 'win32' ? pid : -pid
  // The runner takes an interrupt as the wish of a person, and ends its tasks with one.
  tell(leader, 'SIGINT')
  const began = performance.now()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK))
    const waited = performance.now() - began
    const left = membersOf(pid)
    if (left === null ? waited > GRACE || hasEnded(child) : left.length === 0) break
    if (waited > LIMIT) break
    if (waited <= ORDERLY) continue
    for (const member of left ?? []) tell(member, waited > GRACE ? 'SIGKILL' : 'SIGTERM')
  }
  tell(leader, 'SIGKILL')
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended already.
  }
}

/** Numbers of the processes of a session that have not ended; null where the system has no `/proc`. */
function membersOf(session: number): number[] | null {
  let names: string[]
  try {
    names = readdirSync('/proc')
  } catch {
    return null
  }
  return names.filter((name) => /^\d+$/u.test(name) && isMember(name, session)).map(Number)
}

/** `/proc/N/stat`: number, name in brackets, state, parent, group, session … */
function isMember(pid: string, session: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, , , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state !== 'Z' && Number(of) === session
  } catch {
    // It has ended since.
    return false
  }
}
