import { constants } from 'node:fs'
import { open, realpath, type FileHandle } from 'node:fs/promises'
import { isAbsolute, relative, sep } from 'node:path'
import { FileError } from './error.ts'
import { faultOf } from './fault.ts'
import type { FileFault } from './fault.ts'

/** What may be read. */
export interface ReadBounds {
  /** Most bytes. */
  readonly most: number
  /** Folder that the file must lie in, once links are followed; anywhere unless given. */
  readonly within?: string
}

/**
 * Reads a regular file whole. Nothing else that has a name is opened for reading: a pipe would keep the program
 * waiting for ever, and a device has no end.
 *
 * @throws {FileError} where it is no regular file, larger than it may be, outside of the folder, or unreadable.
 */
export async function readRegular(path: string, bounds: ReadBounds): Promise<Buffer> {
  const { most, within } = bounds
  let file: FileHandle | undefined
  try {
    if (within !== undefined) await assertInside(path, within)
    // Without waiting for a writer, as opening a pipe would.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const status = await file.stat()
    if (!status.isFile()) throw new FileError(path, { kind: 'kind', is: kindOf(status) })
    if (status.size > most) throw new FileError(path, { kind: 'size', most, bytes: status.size })
    const bytes = await file.readFile()
    if (bytes.length > most) throw new FileError(path, { kind: 'size', most, bytes: bytes.length })
    return bytes
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(path, faultOf(error), error)
  } finally {
    await file?.close()
  }
}

async function assertInside(path: string, folder: string): Promise<void> {
  const [real, root] = [await realpath(path), await realpath(folder)]
  const way = relative(root, real)
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
    throw new FileError(path, { kind: 'outside', folder, target: real })
}

interface Kind {
  isDirectory(): boolean
  isFIFO(): boolean
  isSocket(): boolean
  isCharacterDevice(): boolean
  isBlockDevice(): boolean
}

function kindOf(status: Kind): (FileFault & { kind: 'kind' })['is'] {
  if (status.isDirectory()) return 'folder'
  if (status.isFIFO()) return 'pipe'
  if (status.isSocket()) return 'socket'
  return status.isCharacterDevice() || status.isBlockDevice() ? 'device' : 'other'
}
