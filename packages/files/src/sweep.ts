import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Takes away what programs that were killed have left in a folder. Nothing where there is no such folder.
 *
 * @param ownerIn number of the process that a name tells; undefined for what is no program's.
 * @example sweep(folder, (name) => /^\.spill-(\d+)$/u.exec(name)?.[1])
 */
export async function sweep(
  folder: string,
  ownerIn: (name: string) => string | undefined,
): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = ownerIn(name)
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Whether a process of this host is there. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
