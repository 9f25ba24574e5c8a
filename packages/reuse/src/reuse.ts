import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sweep } from '@huijiao/files'
import { fault, InputError } from '@huijiao/model'
import { runOnDuckDb } from './duckdb.ts'
import { damaged, explained, readRows } from './files.ts'
import { PARAMETERS, type Parameters } from './steps.ts'

/** The Parquet files of a folder of sketches, checked against their names. */
export interface Sketches {
  readonly grams: readonly string[]
  readonly files: readonly string[]
  /** Keys in a gram, the same in all. */
  readonly length: number
  /** How many files were sketched. */
  readonly count: number
}

/**
 * Looks up what sketches a folder holds.
 *
 * @throws {InputError} where there is none, one is damaged, two were made in different ways, or a file was
 * sketched twice.
 */
export async function sketchesIn(folder: string): Promise<Sketches> {
  const all = await readdir(folder).catch(() => [])
  const names = all.filter((n) => /^files-\w+\.parquet$/u.test(n)).sort()
  const grams: string[] = []
  const ways = new Map<string, string>()
  const seen = new Map<string, string>()
  for (const name of names) {
    await check(folder, name)
    for (const row of await readRows(join(folder, name))) {
      const [file, of] = [String(row['file']), String(row['grams'])]
      if (grams.at(-1) !== of) grams.push(of)
      ways.set(`${String(row['length'])} keys, one of ${String(row['every'])}`, name)
      const other = seen.get(file)
      if (other !== undefined) throw twice(file, join(folder, other), join(folder, name))
      seen.set(file, name)
    }
  }
  if (names.length === 0) throw none(folder)
  const [way = '', another] = ways.keys()
  if (another !== undefined) throw mixed(join(folder, ways.get(another) ?? ''), way, another)
  for (const name of grams) await check(folder, name)
  const paths = (some: readonly string[]): string[] => some.map((name) => join(folder, name))
  return {
    grams: paths(grams),
    files: paths(names),
    length: Number.parseInt(way, 10),
    count: seen.size,
  }
}

/** What the query takes of the machine, and in what it differs from its usual way. */
export interface ReuseSettings {
  readonly memory: string
  readonly threads: number
  readonly parameters?: Partial<Parameters>
}

/** The steps whose rows are kept. */
const KEPT = ['passages', 'boilerplate', 'members'] as const

/**
 * Finds which files share which passages, and writes `passages.parquet`, `boilerplate.parquet` and
 * `members.parquet` into the folder of the sketches, each whole.
 */
export async function findReuse(
  folder: string,
  sketches: Sketches,
  { memory, threads, parameters = {} }: ReuseSettings,
  progress: (step: string) => void = () => {},
): Promise<void> {
  // What queries that were killed have spilled.
  await sweep(folder, (name) => /^\.spill-(\d+)$/u.exec(name)?.[1])
  const spill = join(folder, `.spill-${process.pid}`)
  const parts = KEPT.map((name) => [name, join(folder, `${name}.parquet.part`)] as const)
  try {
    await runOnDuckDb(
      { ...sketches, out: new Map(parts) },
      { ...PARAMETERS, length: sketches.length, ...parameters },
      { spill, memory, threads },
      progress,
    )
    for (const [name, part] of parts) await rename(part, join(folder, `${name}.parquet`))
  } catch (error) {
    throw explained(error, folder)
  } finally {
    for (const [, part] of parts) await rm(part, { force: true })
    await rm(spill, { recursive: true, force: true })
  }
}

/** A file of a sketch is named by its bytes. */
async function check(folder: string, name: string): Promise<void> {
  const path = join(folder, name)
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
  const found = hash.digest('hex').slice(0, 20)
  if (!name.includes(`-${found}.`)) throw damaged(path, `a file whose SHA-256 begins with ${found}`)
}

const none = (folder: string): InputError =>
  new InputError([fault('no-sketches', { file: folder }, { folder })])

const mixed = (file: string, one: string, other: string): InputError =>
  new InputError([fault('mixed-sketches', { file }, { one, other })])

const twice = (file: string, one: string, other: string): InputError =>
  new InputError([fault('sketched-twice', { file }, { one, other })])
