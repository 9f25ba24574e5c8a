import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { InputError, message, type Source } from '@huijiao/model'
import type { Ruling } from '@huijiao/readings'
import type { VFileMessage } from 'vfile-message'
import { type EditionConfig, parseEdition } from '../config/edition.ts'
import { parseRulings } from '../config/rulings.ts'
import { discover, type RawFile } from '../discover/discover.ts'
import { ReadError } from './error.ts'
import { encodingDoubt, readSource } from './source.ts'

/** Everything that is known of an edition before it is worked on. */
export interface EditionInput {
  /** Name of the edition's folder. */
  readonly id: string
  readonly config: EditionConfig
  /** In any order; the result is the same. */
  readonly sources: readonly Source[]
  readonly rulings: readonly Ruling[]
}

/** An edition's folder, read. */
export interface ReadEdition {
  readonly input: EditionInput
  /** Warnings: files that no witness names, and files whose encoding is in doubt. */
  readonly messages: readonly VFileMessage[]
}

/**
 * Reads an edition's folder: `edition.yaml`, `rulings.yaml` where there is one, and the files of `witnesses/`.
 * Without an `edition.yaml` the works are taken as the program finds them, with a warning.
 *
 * @throws {InputError} naming every file that is missing, changed or undecodable.
 */
export async function readEdition(
  folder: string,
  options: { rulings: boolean },
): Promise<ReadEdition> {
  const path = join(folder, 'edition.yaml')
  const written = await readText(path)
  const proposed = written === null ? await propose(folder) : null
  const config = parseEdition(written ?? proposed?.yaml ?? '', path)
  const read = proposed ?? (await readSources(folder, config, path))
  const rulingsPath = join(folder, 'rulings.yaml')
  const rulings = options.rulings ? await readText(rulingsPath) : null
  return {
    input: {
      id: basename(resolve(folder)),
      config,
      sources: read.sources,
      rulings: rulings === null ? [] : parseRulings(rulings, rulingsPath),
    },
    messages: [
      ...(proposed === null ? await strayFiles(folder, config) : [proposed.warning]),
      ...read.doubts,
    ],
  }
}

/** What the program finds in a folder of raw files that no one has described. */
async function propose(folder: string) {
  const files = await rawFiles(folder)
  const { yaml, sources, doubts } = discover(files, {
    title: basename(resolve(folder)),
    date: '1970-01-01',
  })
  const warning = message(
    {
      file: join(folder, 'edition.yaml'),
      rule: 'no-edition',
      reason: 'There is no edition.yaml: works are taken as they are found',
      hint: `To write one: huijiao discover ${folder} --write`,
    },
    false,
  )
  return { yaml, sources, doubts, warning }
}

/** The files of `witnesses/`, or of the folder itself where it has none. */
async function rawFiles(folder: string): Promise<RawFile[]> {
  for (const place of [join(folder, 'witnesses'), folder]) {
    const entries = await readdir(place, { withFileTypes: true }).catch(() => [])
    const names = entries
      .filter(
        (e) => e.isFile() && !e.name.startsWith('.') && /\.(?:txt|md|markdown)$/iu.test(e.name),
      )
      .map((e) => e.name)
      .toSorted()
    if (names.length > 0) {
      return Promise.all(
        names.map(async (file) => ({ file, bytes: await readFile(join(place, file)) })),
      )
    }
  }
  throw new InputError([
    message({
      file: join(folder, 'edition.yaml'),
      rule: 'no-edition',
      reason: 'The folder holds neither an edition nor raw files',
      expected: 'edition.yaml, or files ending in .txt or .md',
    }),
  ])
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function readSources(
  folder: string,
  config: EditionConfig,
  path: string,
): Promise<{ sources: Source[]; doubts: VFileMessage[] }> {
  const problems: VFileMessage[] = []
  const doubts: VFileMessage[] = []
  const sources: Source[] = []
  for (const witness of config.witnesses) {
    for (const { file, sha256, encoding, place } of witness.files) {
      const at = { file: path, ...place }
      try {
        const bytes = await readFile(join(folder, 'witnesses', file))
        const source = readSource(file, witness.siglum, bytes, encoding)
        const doubt = encoding === undefined ? encodingDoubt(file, bytes) : null
        if (doubt !== null) doubts.push(doubt)
        if (sha256 !== undefined && source.sha256 !== sha256) {
          problems.push(
            message({
              ...at,
              rule: 'changed-witness',
              reason: `The witness file ${file} is not the one this edition was made from`,
              expected: `sha-256 ${sha256}`,
              actual: source.sha256,
              hint: 'Restore the file, or write the new hash here if the change is meant.',
            }),
          )
        }
        sources.push(source)
      } catch (error) {
        problems.push(unreadable(error, file, at))
      }
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  return { sources, doubts }
}

function unreadable(
  error: unknown,
  file: string,
  at: { file: string; line: number; column: number },
): VFileMessage {
  if (error instanceof ReadError) {
    return message({ ...at, rule: 'undecodable', reason: error.message })
  }
  const code = (error as NodeJS.ErrnoException).code
  if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error
  return message({
    ...at,
    rule: 'missing-witness',
    reason: `The witness file ${file} cannot be read`,
    expected: `witnesses/${file}`,
    actual: code,
  })
}

async function strayFiles(folder: string, config: EditionConfig): Promise<VFileMessage[]> {
  const named = new Set(config.witnesses.flatMap((w) => w.files.map((f) => f.file)))
  const present = await readdir(join(folder, 'witnesses'), { recursive: true, withFileTypes: true })
  return present
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !named.has(entry.name))
    .map((entry) => entry.name)
    .toSorted()
    .map((name) =>
      message(
        {
          file: join(folder, 'witnesses', name),
          rule: 'unused-file',
          reason: 'No witness names this file; it is left out',
          hint: 'Add it to a witness in edition.yaml.',
        },
        false,
      ),
    )
}
