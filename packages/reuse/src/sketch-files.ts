import { createHash } from 'node:crypto'
import { mkdir, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '@huijiao/files'
import { fault, InputError } from '@huijiao/model'
import { readRows, writeLines } from './files.ts'
import { gramsOf } from './grams.ts'
import { passimLine } from './passim.ts'
import { packSketches, type Sketch } from './sketch.ts'

/** The text of a file; null where it has none, and is left out. */
export type ReadText = (file: string, bytes: Uint8Array) => Promise<string | null>

/** What a run has done. */
export interface Sketched {
  /** Files sampled now. */
  readonly made: number
  /** Files that had been before, and are the same. */
  readonly known: number
  /** Files without text that can be read. */
  readonly leftOut: number
  readonly characters: number
}

/**
 * Characters whose grams are packed into one pair of Parquet files: a million rows or so, 9 MB. That is few
 * enough to be packed in memory, and large enough for an engine to read with profit.
 */
const BATCH = 8_000_000

/**
 * Samples files and writes what it takes of them into a folder, batch by batch, each whole. Files that were
 * sampled before, with the same content, are passed over: a run that was stopped goes on.
 *
 * @param files paths as they are to be known by, with `/`.
 * @throws {InputError} where a file has changed since it was sampled, or while it was read.
 */
export async function sketchFiles(
  files: readonly string[],
  out: string,
  read: ReadText,
  progress: (done: number) => void = () => {},
): Promise<Sketched> {
  await mkdir(out, { recursive: true })
  const known = await sketchedIn(out)
  let batch: Sketch[] = []
  let held = 0
  const done = { made: 0, known: 0, leftOut: 0, characters: 0 }
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const packed = packSketches(batch)
    for (const { name, bytes } of [packed.grams, packed.files])
      await writeWhole(join(out, name), bytes)
    batch = []
    held = 0
  }
  for (const file of [...new Set(files)].sort()) {
    const bytes = await readStill(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const before = known.get(file)
    if (before !== undefined && before !== sha256) throw changed(file, before, sha256, out)
    const text = before === sha256 ? null : await read(file, bytes)
    if (before === sha256) done.known += 1
    else if (text === null) done.leftOut += 1
    else {
      const grams = gramsOf(text)
      batch.push({ file, sha256, grams })
      held += grams.characters
      done.made += 1
      done.characters += grams.characters
    }
    if (held >= BATCH) await flush()
    progress(done.made + done.known + done.leftOut)
  }
  await flush()
  return done
}

/** Writes files as passim reads them, into one file, whole or not at all. */
export async function passimFile(
  files: readonly string[],
  path: string,
  read: ReadText,
): Promise<void> {
  await writeLines(path, async (write) => {
    for (const file of files) {
      const bytes = await readStill(file)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const text = await read(file, bytes)
      if (text !== null) await write(passimLine(file, sha256, text))
    }
  })
}

/** SHA-256 by file of what a folder holds already. */
async function sketchedIn(folder: string): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (const name of (await readdir(folder))
    .filter((n) => /^files-\w+\.parquet$/u.test(n))
    .sort()) {
    for (const row of await readRows(join(folder, name))) {
      known.set(String(row['file']), String(row['sha256']))
    }
  }
  return known
}

/** Reads a file that nobody writes to meanwhile. */
async function readStill(file: string): Promise<Uint8Array> {
  const handle = await open(file)
  try {
    const before = await handle.stat()
    const bytes = await handle.readFile()
    const after = await handle.stat()
    if (bytes.length === after.size && before.mtimeMs === after.mtimeMs) return bytes
    throw new InputError([
      fault('changed-while-sketched', { file }, { before: before.size, now: after.size }),
    ])
  } finally {
    await handle.close()
  }
}

const changed = (file: string, before: string, now: string, out: string): InputError =>
  new InputError([fault('changed-file', { file }, { before, now, out })])
