import { rmSync } from 'node:fs'

/**
 * Takes a folder away before the program goes on, so that one that is told to end may do it. Where that cannot be done, the
 * next program that looks for what others have left does.
 */
export function removeNow(folder: string): void {
  try {
    // What was killed this moment, or works in another thread, may still write. Tried again after 20, 40 … ms, 1.1 s in
    // all: what an interrupt leaves running is killed after 1.5 s.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
  } catch {
    // Left for the next program.
  }
}
