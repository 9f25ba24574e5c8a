import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { InputError, type Source } from '@huijiao/model'
import {
  type EditionConfig,
  type EditionData,
  parseEdition,
  parseRulings,
  readEdition,
  ruledEdition,
  type UnruledEdition,
  unruledEdition,
} from '@huijiao/parse'
import type { Texts } from '../folder/texts.ts'
import type { Told } from '../protocol/state.ts'
import { EMPTY, type Look } from './look.ts'
import { toldOf } from './told.ts'

/** Keeps what was read and found, and makes anew what a change asks for. */
export interface Session {
  look(): Look
  /** Brings the look up to what is written; `onStage` is told what is being done. */
  refresh(texts: Texts, onStage: (stage: string) => void): Promise<Look>
}

interface Kept {
  readonly key: string
  readonly data: EditionData
  readonly messages: readonly Told[]
  /** Of a folder without an `edition.yaml`. */
  readonly proposed: string
}

export function openSession(folder: string): Session {
  let look = EMPTY
  let kept: Kept | null = null
  let found: { readonly key: string; readonly value: UnruledEdition } | null = null

  /** Reads the sources where they or what is said of the witnesses has changed. */
  const read = async (texts: Texts, config: EditionConfig | null): Promise<Kept> => {
    const key = await keyOfSources(folder, config)
    if (kept?.key === key) return kept
    const file = await readEdition(folder, { rulings: false })
    const { huijiao: data } = file.data
    if (data === undefined) throw new Error('readEdition brings the sources with it')
    const proposed = texts['edition.yaml'] === null ? String(file.value) : ''
    // That there is no edition.yaml yet the desk says in its own words.
    const messages = file.messages.filter((m) => m.ruleId !== 'no-edition').map(toldOf)
    kept = { key: await keyOfSources(folder, config), data, messages, proposed }
    return kept
  }

  const refresh: Session['refresh'] = async (texts, onStage) => {
    const next: { -readonly [K in keyof Look]: Look[K] } = {
      ...look,
      made: look.made + 1,
      faults: [],
    }
    try {
      onStage('read')
      const path = join(folder, 'edition.yaml')
      const written = texts['edition.yaml']
      const config = written === null ? null : parseEdition(written, path)
      const { data, messages, proposed } = await read(texts, config)
      next.sources = data.sources
      next.warnings = messages
      next.beginning =
        written === null
          ? { yaml: withoutReport(proposed), loose: await looseFiles(folder, data.sources) }
          : null
      next.edition = written ?? next.beginning?.yaml ?? ''
      next.config = config ?? parseEdition(proposed, path)
      const key = keyOfWorks(next.config, data.sources)
      if (found?.key !== key) {
        found = null
        next.found = null
        found = {
          key,
          value: unruledEdition({ config: next.config, sources: data.sources }, onStage),
        }
      }
      next.found = found.value
      const rulings = texts['rulings.yaml']
      next.result = ruledEdition(
        {
          id: basename(resolve(folder)),
          config: next.config,
          sources: data.sources,
          rulings: rulings === null ? [] : parseRulings(rulings, join(folder, 'rulings.yaml')),
          ...(data.prose === undefined ? {} : { prose: data.prose }),
        },
        found.value,
        onStage,
      )
      next.warnings = [...messages, ...next.result.messages.map(toldOf)]
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      next.faults = error.messages.map(toldOf)
    }
    look = next
    return look
  }
  return { look: () => look, refresh }
}

/** What the sources depend on: what is said of the witnesses, and the size and time of their files. */
async function keyOfSources(folder: string, config: EditionConfig | null): Promise<string> {
  const named = config?.witnesses.flatMap((w) => w.files.map((f) => f.file)) ?? []
  const times = await Promise.all(
    ['', 'witnesses', ...named.map((file) => join('witnesses', file))].map(async (path) => {
      const found = await stat(join(folder, path)).catch(() => null)
      // The folder itself changes with each act.
      return found === null || path === '' ? '' : `${path}:${found.size}:${found.mtimeMs}`
    }),
  )
  const prose = await Promise.all(
    ['preface.md', 'afterword.md', 'works'].map(
      async (name) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs,
    ),
  )
  return JSON.stringify([config?.witnesses.map(withoutPlaces) ?? null, times, prose])
}

const withoutPlaces = (witness: EditionConfig['witnesses'][number]) => ({
  ...witness,
  files: witness.files.map(({ place: _place, ...file }) => file),
})

/** What works and loci depend on; where in `edition.yaml` it stands says nothing of them. */
const keyOfWorks = (
  { works, texts, witnesses, language }: EditionConfig,
  sources: readonly Source[],
): string =>
  JSON.stringify(
    [
      works,
      texts,
      language,
      witnesses.map(({ siglum, kind, family }) => [siglum, kind, family]),
      sources.map(({ file, sha256, siglum }) => [file, sha256, siglum]),
    ],
    (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value),
  )

/** A proposal without the report above it: the desk asks its questions itself. */
const withoutReport = (yaml: string): string => yaml.replace(/^(?:#[^\n]*\n)*\n*/u, '')

/** The sources' files, where they lie in the folder itself. */
async function looseFiles(folder: string, sources: readonly Source[]): Promise<string[]> {
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
