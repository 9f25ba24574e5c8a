import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { InputError } from '@huijiao/model'
import {
  type EditionConfig,
  type EditionData,
  type EditionResult,
  parseEdition,
  parseRulings,
  readEdition,
  ruledEdition,
  type UnruledEdition,
  unruledEdition,
} from '@huijiao/parse'
import type { Texts } from '../folder/texts.ts'
import type { Message } from '../protocol/message.ts'
import type { Beginning } from '../protocol/summary.ts'
import { keyOfSources, keyOfWorks } from './keys.ts'
import { EMPTY, type Look } from './look.ts'
import { messageOf } from './message.ts'

/** Keeps what was read and found, and makes anew what a change asks for. */
export interface Session {
  look(): Look
  /**
   * Brings the look up to what is written; where nothing has changed, it is the same look. `onStage` is told what is
   * being done.
   */
  refresh(texts: Texts, onStage: OnStage): Promise<Look>
}

type OnStage = (stage: string) => void

/** What was read of a folder. */
interface Kept {
  readonly key: string
  readonly data: EditionData
  readonly messages: readonly Message[]
  /** Of a folder without an `edition.yaml`. */
  readonly proposed: string
}

/** A look that is being made: where a fault ends that, it shows how far it came. */
type Making = { -readonly [K in keyof Look]: Look[K] }

export function openSession(folder: string): Session {
  const path = join(folder, 'edition.yaml')
  let look = EMPTY
  /** What the look was made of, whole and without a fault. */
  let of = ''
  let kept: Kept | null = null
  const works = keepFound()

  /** Makes all anew that follows from what has changed; false where nothing has. */
  const make = async (next: Making, texts: Texts, onStage: OnStage): Promise<boolean> => {
    const before = of
    of = ''
    const written = texts['edition.yaml']
    const config = written === null ? null : parseEdition(written, path)
    const sourcesKey = await keyOfSources(folder, config)
    const key = JSON.stringify([texts, sourcesKey])
    if (key === before) {
      of = before
      return false
    }
    onStage('read')
    if (kept?.key !== sourcesKey) kept = await readKept(folder, config)
    const { data, messages, proposed } = kept
    next.sources = data.sources
    next.warnings = messages
    next.beginning = written === null ? await beginningOf(folder, kept) : null
    next.edition = written ?? next.beginning?.yaml ?? ''
    next.config = config ?? parseEdition(proposed, path)
    // What was found before makes room first: of large sources both would be too much.
    next.found = null
    const found = works(next.config, data.sources, onStage)
    next.found = found
    next.result = resultOf(folder, texts, { config: next.config, data, found }, onStage)
    next.warnings = [...messages, ...next.result.messages.map(messageOf)]
    of = key
    return true
  }

  return {
    look: () => look,
    refresh: async (texts, onStage) => {
      const next: Making = { ...look, made: look.made + 1, faults: [] }
      try {
        if (!(await make(next, texts, onStage))) return look
      } catch (error) {
        if (!(error instanceof InputError)) throw error
        next.faults = error.messages.map(messageOf)
      }
      look = next
      return look
    },
  }
}

/** Finds works and loci, and keeps what was found last as long as it holds. */
function keepFound() {
  let kept: { readonly key: string; readonly value: UnruledEdition } | null = null
  return (
    config: EditionConfig,
    sources: EditionData['sources'],
    onStage: OnStage,
  ): UnruledEdition => {
    const key = keyOfWorks(config, sources)
    if (kept?.key === key) return kept.value
    kept = null
    const value = unruledEdition({ config, sources }, onStage)
    kept = { key, value }
    return value
  }
}

/** Reads the sources of a folder, and for one without an `edition.yaml` what is proposed. */
async function readKept(folder: string, config: EditionConfig | null): Promise<Kept> {
  const file = await readEdition(folder, { rulings: false })
  const { huijiao: data } = file.data
  if (data === undefined) throw new Error('readEdition brings the sources with it')
  // That there is no edition.yaml yet the desk says in its own words.
  const messages = file.messages.filter((m) => m.ruleId !== 'no-edition').map(messageOf)
  const key = await keyOfSources(folder, config)
  return { key, data, messages, proposed: config === null ? String(file.value) : '' }
}

interface Input {
  readonly config: EditionConfig
  readonly data: EditionData
  readonly found: UnruledEdition
}

/** @throws {InputError} where the rulings are at fault. */
function resultOf(
  folder: string,
  texts: Texts,
  { config, data: { sources, prose }, found }: Input,
  onStage: OnStage,
): EditionResult {
  const rulings = texts['rulings.yaml']
  return ruledEdition(
    {
      id: basename(resolve(folder)),
      config,
      sources,
      rulings: rulings === null ? [] : parseRulings(rulings, join(folder, 'rulings.yaml')),
      ...(prose === undefined ? {} : { prose }),
    },
    found,
    onStage,
  )
}

const beginningOf = async (folder: string, { proposed, data }: Kept): Promise<Beginning> => ({
  yaml: withoutReport(proposed),
  loose: await looseFiles(folder, data.sources),
})

/** A proposal without the report above it: the desk asks its questions itself. */
const withoutReport = (yaml: string): string => yaml.replace(/^(?:#[^\n]*\n)*\n*/u, '')

/** The sources' files, where they lie in the folder itself. */
async function looseFiles(folder: string, sources: EditionData['sources']): Promise<string[]> {
  const names = new Set(
    sources.map(({ file, witness }) =>
      witness === undefined ? file : file.slice(0, -`#${witness}`.length),
    ),
  )
  const loose: string[] = []
  for (const name of names) {
    const inside = await stat(join(folder, 'witnesses', name)).catch(() => null)
    if (inside === null) loose.push(name)
  }
  return loose
}
