import { join } from 'node:path'
import { assertEdition, type Edition } from '@huijiao/ast'
import { FileError, readRegular } from '@huijiao/files'
import type { EditionFiles } from './edition.ts'
import { coverIn } from './front/cover.ts'
import { downloadsIn } from './front/downloads.ts'
import type { SourceRecord } from './sources/record.ts'

/** A file is not what it should be. */
export class InputFileError extends Error {
  constructor(file: string, expected: string, got: string) {
    super(`${file}: expected ${expected}, got ${got}`)
    this.name = 'InputFileError'
  }
}

/** Most bytes of a file that is read whole: half of the longest string that V8 of Node 20 can hold. */
const MOST = 2 ** 28

/**
 * Reads what lies in the `dist/` of an edition.
 *
 * @throws {InputFileError} where its tree is none.
 */
export async function readDist(dist: string): Promise<EditionFiles> {
  const path = join(dist, 'edition.json')
  const tree = parsed(await readRegular(path, { most: MOST }), path)
  try {
    assertEdition(tree)
  } catch (error) {
    throw new InputFileError(path, 'a canonical tree', messageOf(error))
  }
  const edition = tree as Edition
  const epub = await optional(join(dist, `${edition.meta.id}.epub`))
  const pages = await optional(join(dist, 'pages.json'))
  return {
    edition,
    downloads: await downloadsIn(dist),
    cover: epub === null ? null : coverIn(epub),
    sources: await sourcesIn(join(dist, 'sources')),
    pages: pages === null ? null : pageCount(parsed(pages, 'pages.json')),
  }
}

/** The sources as the build has left them, in the order of their numbers. */
async function sourcesIn(folder: string): Promise<SourceRecord[]> {
  const records: SourceRecord[] = []
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number}.json`)
    const bytes = await optional(path)
    if (bytes === null) return records
    const value = parsed(bytes, path)
    if (!isSourceRecord(value))
      throw new InputFileError(path, 'lines and rows of a source', 'others')
    records.push(value)
  }
}

function isSourceRecord(value: unknown): value is SourceRecord {
  const record = (value ?? {}) as Partial<Record<keyof SourceRecord, unknown>>
  return (
    typeof record.file === 'string' &&
    typeof record.siglum === 'string' &&
    Array.isArray(record.lines) &&
    Array.isArray(record.rows)
  )
}

function pageCount(value: unknown): number | null {
  const { pages } = (value ?? {}) as { pages?: unknown }
  return typeof pages === 'number' ? pages : null
}

/** A file that a book may lack. */
export async function optional(path: string): Promise<Uint8Array | null> {
  try {
    return await readRegular(path, { most: MOST })
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') return null
    throw error
  }
}

export function parsed(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (error) {
    throw new InputFileError(path, 'JSON', messageOf(error))
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
