import { type Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, type Source, warning } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import { readerOf } from './registry.ts'
import { ReadError } from './encoding/error.ts'
import { readRaw } from './open.ts'
import { rawFile, readFileAs } from './source.ts'

/** A raw file, not yet read: its path below the folder of the witnesses. */
export interface NamedBytes {
  readonly file: string
  readonly bytes: Uint8Array
}

/** Files of a folder, read without anyone's help. */
export interface ReadFiles {
  /** By file name, with sigla in that order. */
  readonly sources: readonly Source[]
  /** Warnings: what was not read and why, and what is in doubt. */
  readonly messages: readonly VFileMessage[]
}

/** Heavenly stems, the customary sigla of Chinese editions; beyond ten, numbered. */
const STEMS = '甲乙丙丁戊己庚辛壬癸'

/**
 * Reads files by what they are. A file that another ties into a volume is read with it; of a file that no reader
 * knows, or that cannot be read, is said that it is left out.
 */
export async function readFiles(files: readonly NamedBytes[]): Promise<ReadFiles> {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : 1))
  const bytes = new Map(sorted.map((f) => [f.file, f.bytes]))
  const read: Source[] = []
  const used = new Set<string>()
  const messages = new Map<string, readonly VFileMessage[]>()
  for (const { file } of sorted) {
    const raw = rawFile(file, bytes.get(file) ?? new Uint8Array(), { other: (p) => bytes.get(p) })
    if (readerOf(raw) === undefined) {
      messages.set(file, [leftOut(file)])
      continue
    }
    try {
      const found = await readFileAs(raw, '')
      read.push(...found.sources)
      messages.set(file, found.messages)
      for (const other of found.uses) used.add(other)
    } catch (error) {
      messages.set(file, unreadable(error, file))
    }
  }
  const sources = read
    .filter(({ file }) => !used.has(file))
    .map((source, index) => ({ ...source, siglum: STEMS[index] ?? `本${index + 1}` }))
  const told = [...messages].flatMap(([file, list]) => (used.has(file) ? [] : list))
  return { sources, messages: told }
}

const PICTURE = /\.(?:jpe?g|png|gif|tiff?|webp|jp2|bmp)$/iu

const leftOut = (file: string): VFileMessage =>
  PICTURE.test(file) ? warning('picture', { file }) : warning('not-read', { file })

/** Where nobody says that a file is a witness, one that cannot be read is left out, and the reasons are told. */
function unreadable(error: unknown, file: string): VFileMessage[] {
  if (error instanceof ReadError) {
    return [warning('undecodable', { file }, error.values)]
  }
  if (!(error instanceof InputError)) throw error
  return error.messages.map((problem) => {
    problem.fatal = false
    return problem
  })
}

/** The files below a folder, hidden ones left out, by their paths there; none where there is no folder. */
export async function filesBelow(folder: string): Promise<NamedBytes[]> {
  const names = await namesBelow(folder)
  return Promise.all(
    names.map(async (file) => ({ file, bytes: await readRaw(join(folder, file), folder) })),
  )
}

/** Their paths, in order. */
export async function namesBelow(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(
    (): Dirent[] => [],
  )
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = `${below}${entry.name}`
      if (entry.name.startsWith('.')) return []
      if (entry.isDirectory()) return namesBelow(folder, `${path}/`)
      return entry.isFile() ? [path] : []
    }),
  )
  return found.flat().toSorted()
}
