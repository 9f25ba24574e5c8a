import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { FileError } from '@huijiao/files'
import { fault, InputError, type MessagePlace, type Source, warning } from '@huijiao/model'
import {
  filesBelow,
  type NamedBytes,
  namesBelow,
  READERS,
  ReadError,
  rawFile,
  readFileAs,
  readFiles,
  readRaw,
  readWritten,
} from '@huijiao/readers'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { type EditionConfig, parseEdition } from '../config/edition.ts'
import { discover } from '../discover/discover.ts'
import { pictureFile } from './picture-file.ts'
import { readProse } from './prose.ts'

/**
 * Reads an edition's folder into the virtual file of its `edition.yaml`: that, `rulings.yaml` where there is one, and the
 * files of `witnesses/`. Without an `edition.yaml` the works are taken as the program finds them, with a warning.
 * Warnings are messages of the file: what is not read, bytes that are no text, encodings in doubt.
 *
 * @throws {InputError} naming every file that is missing, changed or undecodable.
 */
export async function readEdition(folder: string, options: { rulings: boolean }): Promise<VFile> {
  const path = join(folder, 'edition.yaml')
  const written = await readWritten(path, folder)
  const proposed = written === null ? await propose(folder) : null
  const value = written ?? proposed?.yaml ?? ''
  const config = parseEdition(value, path)
  const read = proposed ?? (await readSources(folder, config, path))
  const rulings = options.rulings ? await readWritten(join(folder, 'rulings.yaml'), folder) : null
  const { sources } = read
  const id = basename(resolve(folder))
  const prose = await readProse(
    folder,
    config.works.map((w) => w.id),
  )
  const file = new VFile({
    path,
    value,
    data: { huijiao: { id, sources, prose, ...(rulings === null ? {} : { rulings }) } },
  })
  file.messages.push(...(proposed === null ? [] : [proposed.warning]), ...read.doubts)
  return file
}

/** What the program finds in a folder of raw files that no one has described. */
async function propose(folder: string) {
  const { sources, messages } = await readFiles(await rawFiles(folder))
  if (sources.length === 0) throw new InputError([...messages, nothingToRead(folder)])
  const { yaml } = discover(sources, { folder: basename(resolve(folder)), date: '1970-01-01' })
  const found = warning('no-edition-file', { file: join(folder, 'edition.yaml') }, { folder })
  return { yaml, sources, doubts: messages, warning: found }
}

/** The files of `witnesses/`, or of the folder itself where it has none. */
async function rawFiles(folder: string): Promise<NamedBytes[]> {
  const witnesses = await filesBelow(join(folder, 'witnesses'))
  if (witnesses.length > 0) return witnesses
  const names = (await namesBelow(folder)).filter((name) => !name.includes('/'))
  return Promise.all(
    names.map(async (file) => ({ file, bytes: await readRaw(join(folder, file), folder) })),
  )
}

const nothingToRead = (folder: string): VFileMessage =>
  fault(
    'nothing-to-read',
    { file: join(folder, 'edition.yaml') },
    { formats: READERS.map((r) => r.name) },
  )

async function readSources(
  folder: string,
  config: EditionConfig,
  path: string,
): Promise<{ sources: Source[]; doubts: VFileMessage[] }> {
  const problems: VFileMessage[] = []
  const doubts: VFileMessage[] = []
  const sources: Source[] = []
  const used = new Set<string>()
  const present = new Set(await namesBelow(join(folder, 'witnesses')))
  const other = (path: string): Uint8Array | undefined =>
    present.has(path) ? readFileSync(join(folder, 'witnesses', path)) : undefined
  for (const witness of config.witnesses) {
    for (const spec of witness.files) {
      const at = { file: path, ...spec.place }
      try {
        const bytes = await readRaw(join(folder, 'witnesses', spec.file), folder)
        const raw = rawFile(spec.file, bytes, {
          encoding: spec.encoding,
          strict: spec.strict,
          other,
        })
        const read = await readFileAs(raw, witness.siglum, spec.witness)
        const [source] = read.sources
        if (source === undefined || read.sources.length > 1) {
          problems.push(severalWitnesses(at, spec.file, read.sources))
          continue
        }
        if (spec.sha256 !== undefined && source.sha256 !== spec.sha256) {
          problems.push(changed(at, spec.file, spec.sha256, source.sha256))
        }
        sources.push(source)
        doubts.push(...read.messages)
        for (const file of read.uses) used.add(file)
        for (const file of picturesOf(source, [...present])) used.add(file)
      } catch (error) {
        problems.push(...unreadable(error, spec.file, at))
      }
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  return { sources, doubts: [...strayFiles(folder, config, [...present], used), ...doubts] }
}

/** The files of `witnesses/` that are pictures of a source's pages: they are looked at, not read. */
const picturesOf = ({ file, pages = [] }: Source, present: readonly string[]): string[] =>
  pages.flatMap(({ image }) =>
    image === undefined ? [] : (pictureFile(file, image, present) ?? []),
  )

const changed = (at: MessagePlace, file: string, expected: string, actual: string): VFileMessage =>
  fault('changed-witness', at, { file, expected, actual })

const severalWitnesses = (
  at: MessagePlace,
  file: string,
  sources: readonly Source[],
): VFileMessage => {
  const witnesses = sources.flatMap(({ witness }) => witness ?? [])
  return fault('several-witnesses', at, { file, witnesses })
}

function unreadable(error: unknown, file: string, at: MessagePlace): VFileMessage[] {
  if (error instanceof InputError) return [...error.messages]
  if (error instanceof ReadError) return [fault('undecodable', at, error.values)]
  if (!(error instanceof FileError)) throw error
  return [fault('missing-witness', at, { file, fault: error.fault })]
}

/** Files that lie among the witnesses and are not read: always said. */
function strayFiles(
  folder: string,
  config: EditionConfig,
  present: readonly string[],
  used: ReadonlySet<string>,
): VFileMessage[] {
  const named = new Set(config.witnesses.flatMap((w) => w.files.map((f) => f.file)))
  return present
    .filter((name) => !named.has(name) && !used.has(name))
    .map((name) => warning('unused-file', { file: join(folder, 'witnesses', name) }))
}
