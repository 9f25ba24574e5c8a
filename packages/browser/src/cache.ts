import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Env } from './env.ts'

/**
 * A folder of this user's own for what is unpacked once: `$HUIJIAO_CACHE_DIR`, else `huijiao` in
 * `$XDG_CACHE_HOME` or `~/.cache`, else a folder in the temporary directory.
 *
 * A folder that belongs to someone else is passed over, so that nobody can plant a program there.
 *
 * @throws {Error} when none of them can be made and written to.
 */
export function cacheFolder(env: Env): string {
  const owner = typeof process.getuid === 'function' ? process.getuid() : null
  const failures: string[] = []
  for (const folder of candidates(env, owner)) {
    try {
      makeFolder(folder)
      if (owner !== null && statSync(folder).uid !== owner) {
        failures.push(`${folder} belongs to another user`)
        continue
      }
      accessSync(folder, constants.W_OK)
      return folder
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error(
    `no folder to unpack the browser to: ${failures.join('; ')}. Hint: set HUIJIAO_CACHE_DIR.`,
  )
}

/** Makes a folder and those above it. (Node's own way does not come to an end below `/proc`.) */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    makeFolder(dirname(path))
    mkdirSync(path, { mode: 0o700 })
  }
}

function candidates(env: Env, owner: number | null): string[] {
  const named = env.HUIJIAO_CACHE_DIR
  if (named !== undefined && named !== '') return [named]
  const folders: string[] = []
  if (env.XDG_CACHE_HOME) folders.push(join(env.XDG_CACHE_HOME, 'huijiao'))
  if (env.HOME) folders.push(join(env.HOME, '.cache', 'huijiao'))
  folders.push(join(tmpdir(), `huijiao-${owner ?? 'user'}`))
  return folders
}
