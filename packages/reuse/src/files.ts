import { open, rename, rm } from 'node:fs/promises'
import { fault, InputError } from '@huijiao/model'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'

/** Writes a file piece by piece, whole or not at all. */
export async function writeLines(
  path: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const part = `${path}.part`
  const handle = await open(part, 'w')
  try {
    let held = ''
    await fill(async (text) => {
      held += text
      if (held.length < PIECE) return
      await handle.writeFile(held)
      held = ''
    })
    await handle.writeFile(held)
    await handle.close()
    await rename(part, path)
  } catch (error) {
    await handle.close()
    await rm(part, { force: true })
    throw explained(error, path)
  }
}

/** Characters that are held back to be written at once. */
const PIECE = 1_000_000

/** An error of the machine in words that say what to do; others as they are. */
export function explained(error: unknown, path: string): unknown {
  const text = error instanceof Error ? error.message : String(error)
  if (/ENOSPC|EDQUOT|No space left|disk quota/iu.test(text)) {
    return new Error(
      `${path}: there is no room left on the disk; nothing half written stays\n  hint: make room and run the same command again: it goes on where it stopped`,
    )
  }
  if (/out of memory/iu.test(text) && !/heap/iu.test(text)) {
    return new Error(
      `${path}: the query does not fit into the memory it was given: ${text.split('\n', 1)[0] ?? ''}\n  hint: give it more, or fewer threads: --memory 8GB --threads 1`,
    )
  }
  return error
}

/**
 * The rows of a Parquet file from one on.
 *
 * @throws {InputError} where the file is damaged.
 */
export async function readRows(
  path: string,
  range: { readonly rowStart?: number; readonly rowEnd?: number } = {},
): Promise<Record<string, unknown>[]> {
  try {
    return await parquetReadObjects({ file: await asyncBufferFromFile(path), ...range })
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
}

export const damaged = (path: string, text: string): InputError =>
  new InputError([fault('damaged-sketch', { file: path }, { text })])
