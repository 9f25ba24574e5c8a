import { constants, rmSync } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { onExit } from 'signal-exit'
import { WriteError } from './error.ts'

/**
 * Writes a file whole or not at all: a draft beside its name, flushed, then renamed. The folders above it are made.
 *
 * Every byte is waited for: on a disk that fills, the system writes some of them and calls that no error, so that
 * only whoever asks for the rest is told.
 *
 * @throws {WriteError} where it cannot be written; what stood there before still does.
 */
export const writeWhole = (path: string, content: string | Uint8Array): Promise<void> =>
  drafted(path, async (draft) => {
    const file = await open(draft, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
  })

/**
 * Puts a copy of a file in another's place, whole or not at all, sharing its blocks where the file system can.
 *
 * @throws {WriteError} where it cannot be written; what stood there before still does.
 */
export const copyWhole = (from: string, to: string): Promise<void> =>
  drafted(to, (draft) => copyFile(from, draft, constants.COPYFILE_FICLONE))

async function drafted(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}-${(drafts += 1)}.part`
  // A program that is ended by a signal takes its draft away.
  const stop = onExit(() => rmSync(draft, { force: true }))
  try {
    await mkdir(dirname(path), { recursive: true })
    await write(draft)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new WriteError(path, error)
  } finally {
    stop()
  }
}

/** Tells the drafts of one program apart. */
let drafts = 0
