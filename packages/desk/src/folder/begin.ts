import { copyFile, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Beginning } from '../protocol/summary.ts'
import type { Texts } from './texts.ts'

/**
 * The texts with an `edition.yaml`: that which is there, else the proposed one. An edition's raw files lie in
 * `witnesses/`; where they lie beside it they are copied there, and what was put into the folder stays as it is.
 */
export async function begin(
  folder: string,
  texts: Texts,
  beginning: Beginning | null,
): Promise<Texts> {
  if (texts['edition.yaml'] !== null || beginning === null) return texts
  for (const file of beginning.loose) {
    const to = join(folder, 'witnesses', file)
    await mkdir(dirname(to), { recursive: true })
    if (!(await exists(to))) await copyFile(join(folder, file), to)
  }
  return { ...texts, 'edition.yaml': beginning.yaml }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
