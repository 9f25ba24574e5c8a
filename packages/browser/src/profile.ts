import { mkdtempSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './alive.ts'
import { TemporaryFolderError } from './errors.ts'
import { removeNow } from './remove.ts'

/* A browser writes what it keeps while it runs into a folder of its own. That of the library outlives a program that
   ends by a signal, so the folder is made and taken away here. */

const open = new Set<string>()

/** Number of the process that made a folder, and what makes its name its own. */
const OWNED = /^(\d+)-[^-]{6}$/u

/**
 * Makes a folder for a browser, and takes away those of programs of this host that were killed.
 *
 * @throws {TemporaryFolderError} where the folder for what is temporary cannot be written.
 */
export async function openProfile(): Promise<string> {
  try {
    return await inTemporary()
  } catch (error) {
    throw new TemporaryFolderError(tmpdir(), error)
  }
}

async function inTemporary(): Promise<string> {
  const prefix = `huijiao-browser-${hostname()}-`
  for (const name of await readdir(tmpdir())) {
    // The name of another host may begin with that of this one.
    const [, owner] = name.startsWith(prefix) ? (OWNED.exec(name.slice(prefix.length)) ?? []) : []
    if (owner !== undefined && !isAlive(Number(owner))) removeNow(join(tmpdir(), name))
  }
  // In one step with its entry, so that no signal comes between them.
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  open.add(folder)
  return folder
}

/** Takes the folder away, once its browser has ended. */
export function closeProfile(folder: string): void {
  removeNow(folder)
  open.delete(folder)
}

/** Takes away all of this program, whose browsers have been killed. */
export const closeProfiles = (): void => open.forEach(closeProfile)
