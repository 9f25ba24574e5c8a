import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { placeOf } from './code.ts'
import { TASKS } from './tasks.ts'

/** Where this program's parts are: in a clone of its repository, or installed from packages. */
export interface House {
  /** Where the build keeps its cache, its records and its workspaces. */
  readonly store: string
  /** Folder of the package with the program of each task. */
  readonly programs: ReadonlyMap<string, string>
}

const HERE = dirname(dirname(fileURLToPath(import.meta.url)))
const CLONE = join(HERE, '../..')
const isClone = existsSync(join(CLONE, 'pnpm-workspace.yaml'))

/** Folder of editions that are meant by their names: that of the clone, else `sources/` where one stands. */
export const sourcesFolder = (): string => join(isClone ? CLONE : process.cwd(), 'sources')

/**
 * Finds the parts of the house.
 *
 * @param env `HUIJIAO_BUILD_DIR` says where the build keeps what it needs; `XDG_CACHE_HOME` where caches are.
 * @throws {Error} naming a package that is not installed.
 */
export async function findHouse(env: NodeJS.ProcessEnv): Promise<House> {
  const programs = new Map<string, string>()
  for (const task of TASKS) {
    const name = `@huijiao/${task.room.split('/').at(-1)}`
    const folder = isClone ? join(CLONE, task.room) : await placeOf(name, HERE)
    if (folder === null) throw new Error(`${name} is not installed\n  hint: npm install ${name}`)
    programs.set(task.name, folder)
  }
  const caches = env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  return {
    store:
      env['HUIJIAO_BUILD_DIR'] ??
      (isClone ? join(CLONE, '.turbo') : join(caches, 'huijiao', 'build')),
    programs,
  }
}
