import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { writeWhole } from '@huijiao/files'
import { fault, InputError, type Source } from '@huijiao/model'
import { discover, mergeFiles } from '@huijiao/parse'
import { filesBelow, type NamedBytes, readFiles, readRaw } from '@huijiao/readers'
import { Command } from 'commander'
import { progress } from '../progress.ts'
import { witnessesOf } from '../proposal.ts'
import { isInHouse, SCHEMA_LINE } from '../sources.ts'
import { writeAll } from '../write.ts'
import type { Voice } from '../words/words.ts'

interface Options {
  readonly write?: boolean
  readonly merge?: boolean
  readonly root: string
  readonly title?: string
  readonly date?: string
}

/** `huijiao discover DIR|FILES…`: proposes an edition.yaml for raw files. */
export function discoverCommand(voice: Voice): Command {
  const words = voice.discover
  return new Command('discover')
    .description(words.description)
    .argument('<paths...>', words.paths)
    .option('--write', words.write)
    .option('--merge', words.merge)
    .option('--root <dir>', words.root, '.')
    .option('--title <title>', words.title)
    .option('--date <date>', words.date)
    .action(async (paths: string[], options: Options) => {
      const { folder, files, isCut } = await collect(paths, options.root)
      const date = options.date ?? new Date().toISOString().slice(0, 10)
      const { step, done } = progress('discover', 'silent', voice.timeLeft)
      let found: ReturnType<typeof discover>
      try {
        step(words.read(files.length))
        const { sources, messages } = await readFiles(files)
        if (sources.length === 0) throw new InputError([...messages, empty(folder)])
        if (options.merge === true) {
          await merge(folder, sources, words)
          return
        }
        step(words.segment(sources.length))
        found = discover(sources, {
          ...(options.title === undefined ? {} : { title: options.title }),
          folder: basename(resolve(folder)),
          date,
          messages,
        })
      } finally {
        done()
      }
      const { yaml, report } = found
      if (options.write !== true) {
        process.stdout.write(yaml)
        return
      }
      const target = join(folder, 'edition.yaml')
      await refuseExisting(target)
      if (isCut) await writeAll(folder, new Map(files.map((f) => [`witnesses/${f.file}`, f.bytes])))
      await writeWhole(target, isInHouse(folder) ? SCHEMA_LINE + yaml : yaml)
      for (const line of report) console.error(line)
      if (!(await isFolder(join(folder, 'witnesses')))) {
        console.error(voice.hint + words.move(join(folder, 'witnesses')))
      }
      console.log(target)
    })
}

/** @throws {InputError} where an `edition.yaml` stands already: nobody's work is written over. */
export async function refuseExisting(target: string): Promise<void> {
  if (!(await exists(target))) return
  throw new InputError([fault('edition-exists', { file: target })])
}

/** Adds what is new in a folder to its `edition.yaml`. */
async function merge(
  folder: string,
  sources: readonly Source[],
  words: Voice['discover'],
): Promise<void> {
  const target = join(folder, 'edition.yaml')
  const before = (await readRaw(target, folder)).toString('utf8')
  const { yaml, files, works } = mergeFiles(before, target, sources)
  if (files.length === 0) {
    console.log(`${target}: ${words.noNewFile}`)
    return
  }
  await writeWhole(target, yaml)
  for (const file of files) console.log(`${target}: ${words.newWitness(file)}`)
  for (const { id, title } of works) console.log(`${target}: ${words.newWork(id, title)}`)
}

interface Collected {
  readonly folder: string
  readonly files: readonly NamedBytes[]
  /** Whether the files are cut out of others, and lie nowhere yet. */
  readonly isCut: boolean
}

/** The raw files meant, with names as edition.yaml will have them, and where that would lie. */
async function collect(paths: readonly string[], root: string): Promise<Collected> {
  const [first] = paths
  if (first === undefined) return { folder: '.', files: [], isCut: false }
  if (paths.length > 1 || !(await isFolder(first))) {
    return {
      folder: dirname(resolve(first)),
      files: await Promise.all(paths.map((path) => raw(path))),
      isCut: false,
    }
  }
  const inner = join(first, 'witnesses')
  if (await isFolder(inner)) {
    return { folder: first, files: await filesBelow(inner), isCut: false }
  }
  const cut = await witnessesOf(first, root)
  if (cut !== null) return { folder: first, files: cut, isCut: true }
  const entries = await readdir(first, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return {
    folder: first,
    files: await Promise.all(names.map(({ name }) => raw(join(first, name)))),
    isCut: false,
  }
}

async function raw(path: string): Promise<NamedBytes> {
  return { file: basename(path), bytes: await readRaw(path) }
}

const empty = (folder: string) => fault('no-files', { file: folder })

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
