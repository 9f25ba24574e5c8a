import { rmSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './alive.ts'

/* A browser writes what it keeps while it runs into a folder of its own. That of the library outlives a program that
   ends by a signal, so the folder is made and taken away here. */

const open = new Set<string>()

/** Number of the process that made a folder, and what makes its name its own. */
const OWNED = /^(\d+)-[^-]{6}$/u

/** Makes a folder for a browser, and takes away those of programs of this host that were killed. */
export async function openProfile(): Promise<string> {
  const prefix = `huijiao-browser-${hostname()}-`
  for (const name of await readdir(tmpdir())) {
    // The name of another host may begin with that of this one.
    const [, owner] = name.startsWith(prefix) ? (OWNED.exec(name.slice(prefix.length)) ?? []) : []
    if (owner !== undefined && !isAlive(Number(owner))) remove(join(tmpdir(), name))
  }
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  open.add(folder)
  return folder
}

/** Takes the folder away, once its browser has ended. */
export function closeProfile(folder: string): void {
  remove(folder)
  open.delete(folder)
}

/** Takes away all of this program, whose browsers have been killed. */
export const closeProfiles = (): void => open.forEach(closeProfile)

function remove(folder: string): void {
  try {
    // Processes that were killed this moment may still write. Tried again after 20, 40 … ms, 1.6 s in all: people wait
    // no longer than two seconds for an interrupt.
    rmSync(folder, { recursive: true, force: true, maxRetries: 12, retryDelay: 20 })
  } catch {
    // The next program that starts a browser takes it away.
  }
}
