import { createHash } from 'node:crypto'
import { assertEdition, type Edition } from '@huijiao/ast'
import { FileError, readRegular } from '@huijiao/files'
import type { PageBreak } from '@huijiao/hast'

/** A file is not what it should be. */
export class InputFileError extends Error {
  constructor(file: string, expected: string, got: string) {
    super(`${file}: expected ${expected}, got ${got}`)
    this.name = 'InputFileError'
  }
}

/** Most bytes of a tree or of its pages: half of the longest string that V8 of Node 20 can hold, 2^29 characters. */
const MOST = 2 ** 28

/** The canonical tree of an edition, and the hash of the file that it was read from, in hexadecimal. */
export interface ReadTree {
  readonly edition: Edition
  readonly hash: string
}

/**
 * Reads the canonical tree of an edition.
 *
 * @throws {InputFileError} where the file is no tree; the message leads to what is wrong in it.
 */
export async function readEdition(path: string): Promise<ReadTree> {
  const bytes = await readRegular(path, { most: MOST })
  const tree = parsed(bytes, path, 'the tree of an edition')
  try {
    assertEdition(tree)
  } catch (error) {
    throw new InputFileError(path, 'a canonical tree', messageOf(error))
  }
  return { edition: tree as Edition, hash: createHash('sha256').update(bytes).digest('hex') }
}

/**
 * Reads where the pages of the printed book begin.
 *
 * @param hash of the tree that the book is made of.
 * @returns why there are none, where the book was not printed, or from another tree.
 * @throws {InputFileError} where the file is of another edition, or no such list.
 */
export async function readPages(
  path: string,
  edition: Edition,
  hash: string,
): Promise<readonly PageBreak[] | 'no such file' | 'those of another tree'> {
  let bytes: Uint8Array
  try {
    bytes = await readRegular(path, { most: MOST })
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') return 'no such file'
    throw error
  }
  const file = (parsed(bytes, path, 'the pages of the printed book') ?? {}) as PagesFile
  if (file.edition !== edition.meta.id)
    throw new InputFileError(path, `pages of “${edition.meta.id}”`, `“${String(file.edition)}”`)
  const { breaks } = file
  if (!Array.isArray(breaks) || !breaks.every(isPageBreak))
    throw new InputFileError(path, 'breaks with label, document, block and offset', 'others')
  return file.tree === hash ? breaks : 'those of another tree'
}

interface PagesFile {
  readonly edition?: unknown
  readonly breaks?: unknown
  /** Hash of the tree that was printed. */
  readonly tree?: unknown
}

function isPageBreak(value: unknown): value is PageBreak {
  const b = (value ?? {}) as Record<string, unknown>
  return (
    typeof b['label'] === 'string' &&
    typeof b['document'] === 'string' &&
    typeof b['block'] === 'string' &&
    Number.isInteger(b['offset']) &&
    Number(b['offset']) >= 0
  )
}

function parsed(bytes: Uint8Array, path: string, expected: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    throw new InputFileError(path, `${expected} as JSON`, messageOf(error))
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
