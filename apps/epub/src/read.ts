import { readFile } from 'node:fs/promises'
import { assertEdition, type Edition } from '@huijiao/ast'
import type { PageBreak } from '@huijiao/hast'

/** A file is not what it should be. */
export class InputFileError extends Error {
  constructor(file: string, expected: string, got: string) {
    super(`${file}: expected ${expected}, got ${got}`)
    this.name = 'InputFileError'
  }
}

/**
 * Reads the canonical tree of an edition.
 *
 * @throws {InputFileError} where the file is no tree; the message leads to what is wrong in it.
 */
export async function readEdition(path: string): Promise<Edition> {
  const tree = await readJson(path, 'the tree of an edition')
  try {
    assertEdition(tree)
  } catch (error) {
    throw new InputFileError(path, 'a canonical tree', messageOf(error))
  }
  return tree as Edition
}

/**
 * Reads where the pages of the printed book begin; null where it was not printed.
 *
 * @throws {InputFileError} where the file is of another edition, or no such list.
 */
export async function readPages(path: string, edition: Edition): Promise<PageBreak[] | null> {
  let file: unknown
  try {
    file = await readJson(path, 'the pages of the printed book')
  } catch (error) {
    if (error instanceof MissingFileError) return null
    throw error
  }
  const { edition: id, breaks } = (file ?? {}) as { edition?: unknown; breaks?: unknown }
  if (id !== edition.meta.id) {
    throw new InputFileError(path, `pages of “${edition.meta.id}”`, `“${String(id)}”`)
  }
  if (!Array.isArray(breaks) || !breaks.every(isPageBreak)) {
    throw new InputFileError(path, 'breaks with label, document, block and offset', 'others')
  }
  return breaks
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

class MissingFileError extends InputFileError {}

async function readJson(path: string, expected: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new MissingFileError(path, expected, 'no such file')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputFileError(path, `${expected} as JSON`, messageOf(error))
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
