import {
  assertEdition,
  type Edition,
  type EditionMeta,
  edition as editionNode,
  isCalledNote,
  leafBlocks,
  textWithoutCalls,
} from '@huijiao/ast'
import { type CollatedWork, InputError, type Segmentation, type Source } from '@huijiao/model'
import {
  align,
  type Decided,
  inOneRegion,
  inOneScript,
  lemmaOf,
  type Ruling,
  ruled,
  type Unruled,
  unruled,
} from '@huijiao/readings'
import { segment } from '@huijiao/segment'
import { isContent, type Script, substitutionCost } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import manifest from '../package.json' with { type: 'json' }
import { adjacency } from './account/adjacency.ts'
import { conserve } from './account/conserve.ts'
import { type LedgerRow, ledgerOf, type PlacedWork } from './account/ledger.ts'
import { onceOnly } from './account/once-only.ts'
import { unrelatedCopies } from './account/unrelated.ts'
import { named, warningsOf } from './account/warnings.ts'
import { inHouseMarks } from './compose/house-marks.ts'
import { identify } from './compose/identify.ts'
import { phraseBreaks } from './compose/phrases.ts'
import type { Prose } from './compose/prose.ts'
import { composeWork } from './compose/work.ts'
import { type EditionConfig, isMeant } from './config/edition.ts'

/** Everything that is known of an edition before it is worked on. */
export interface EditionInput {
  /** Name of the edition's folder. */
  readonly id: string
  readonly config: EditionConfig
  /** In any order; the result is the same. */
  readonly sources: readonly Source[]
  readonly rulings: readonly Ruling[]
  /** What the editor writes around the texts. */
  readonly prose?: Prose
}

/** The stages of {@link collateEdition}, in order. */
export const STAGES = ['segment', 'align', 'decide', 'compose', 'conserve'] as const
export type Stage = (typeof STAGES)[number]

/** What every stage of the pipeline made. */
export interface EditionResult {
  readonly input: EditionInput
  readonly segmentation: Segmentation
  readonly works: readonly CollatedWork[]
  readonly decided: Decided
  readonly placed: readonly PlacedWork[]
  readonly edition: Edition
  readonly ledger: readonly LedgerRow[]
  /** Warnings; errors are thrown. */
  readonly messages: readonly VFileMessage[]
}

/**
 * Makes the canonical tree of an edition: segment → align → decide → compose → conserve.
 * Sources are read before, by `readEdition`.
 *
 * @param onStep called with the name of each stage as it begins.
 * @throws {InputError} where the editor's words do not fit the sources, or characters would be lost.
 */
export const collateEdition = (
  input: EditionInput,
  onStep?: (stage: Stage) => void,
): EditionResult => ruledEdition(input, unruledEdition(input, onStep), onStep)

/** What is found before any ruling is heard: by far the longer half of the work. */
export interface UnruledEdition {
  readonly segmentation: Segmentation
  readonly unruled: Unruled
}

/** The first half of {@link collateEdition}: it asks for the works, witnesses and language of `input`, not for rulings. */
export function unruledEdition(
  input: Pick<EditionInput, 'config' | 'sources'>,
  onStep: (stage: Stage) => void = () => {},
): UnruledEdition {
  const { config } = input
  const sources = inOrder(input.sources)
  const byFile = new Map(sources.map((s) => [s.file, s]))

  onStep('segment')
  const segmentation = segment(sources, config.works, config.texts)
  onStep('align')
  const aligned = config.works.flatMap((spec) => {
    const found = segmentation.works.find((w) => w.id === spec.id)
    if (found === undefined) return []
    return [align(found, spec, byFile, substitutionCost)]
  })
  const { works, conventions } = inOneRegion(inOneScript(aligned, config.language), config.language)
  const unrelated = works.flatMap(unrelatedCopies)
  if (unrelated.length > 0) throw new InputError(unrelated)
  onStep('decide')
  const kinds = Object.fromEntries(config.witnesses.map(({ siglum, kind }) => [siglum, kind]))
  return {
    segmentation,
    unruled: unruled(works, { families: familiesOf(config), kinds, conventions }),
  }
}

const inOrder = (sources: readonly Source[]): Source[] =>
  sources.toSorted((a, b) => (a.file < b.file ? -1 : 1))

/**
 * The second half of {@link collateEdition}: rulings are heard, and the tree is made and proved.
 *
 * @param found what the first half gave for the same works, witnesses and sources.
 */
export function ruledEdition(
  input: EditionInput,
  { segmentation, unruled }: UnruledEdition,
  onStep: (stage: Stage) => void = () => {},
): EditionResult {
  const { config } = input
  const sources = inOrder(input.sources)
  const byFile = new Map(sources.map((s) => [s.file, s]))
  const decided = ruled(unruled, input.rulings)
  // Deciding splits units where a locus is less than one.
  const { works } = decided
  onStep('compose')
  const ids = identify(decided.decisions.map((d) => d.locus))
  const composed = withProse(
    editionNode(
      metaOf(input, sources, works),
      ...works.map((work) => composeWork(work, byFile, decided, ids)),
    ),
    input.prose,
  )
  const edition = inHouseMarks(composed, config.language, sources)
  assertEdition(edition)
  const placed = works.map((work) => place(work, decided, edition))
  const ledger = ledgerOf(segmentation.tiles, placed)

  onStep('conserve')
  const { decisions, gaps } = decided
  const breaches = [
    ...conserve(edition, sources, ledger, placed, decisions),
    ...placed.flatMap((p) =>
      adjacency(p, decisions, gaps.get(p.work.spec.id) ?? new Map(), ledger, byFile),
    ),
    ...placed.flatMap((p) => onceOnly(p, decisions, familiesOf(config), byFile)),
  ]
  const errors = [...decided.rulingMessages.filter((m) => m.fatal !== false), ...named(breaches)]
  if (errors.length > 0) throw new InputError(errors)
  return {
    input,
    segmentation,
    works,
    decided,
    placed,
    edition,
    ledger,
    messages: [
      ...warningsOf(config, works, decided),
      ...decided.rulingMessages.filter((m) => m.fatal === false),
    ],
  }
}

/** The tree with what the editor writes around the texts. */
function withProse(edition: Edition, prose: EditionInput['prose']): Edition {
  if (prose === undefined) return edition
  const { preface, afterword, headnotes } = prose
  return {
    ...edition,
    ...(preface === undefined ? {} : { preface: [...preface] }),
    ...(afterword === undefined ? {} : { afterword: [...afterword] }),
    children: edition.children.map((work) => {
      const headnote = headnotes.get(work.id)
      return headnote === undefined ? work : { ...work, headnote: [...headnote] }
    }),
  }
}

/** Numbers the block of every character by walking the tree and the reading text together. */
function place(work: CollatedWork, decided: Decided, edition: Edition): PlacedWork {
  const own = decided.decisions.filter((d) => d.locus.work === work.spec.id)
  const lemma = lemmaOf(work, own)
  const node = edition.children.find((w) => w.id === work.spec.id)
  const blockOf: number[] = []
  for (const block of node === undefined ? [] : leafBlocks(node)) {
    const supplied = block.node.type === 'title' && block.node.supplied === true
    if (supplied || block.node.type === 'lacuna' || isCalledNote(block.node)) continue
    const signs = Array.from(textWithoutCalls(block.node))
    const wordless = !signs.some(isContent)
    // What is said without a word is among the characters of the lemma, though it is made of marks.
    const isMarkNext = (): boolean => {
      const next = lemma[blockOf.length]
      return next !== undefined && !isContent(next.t)
    }
    for (const sign of signs) {
      if (wordless && lemma[blockOf.length]?.t === sign) blockOf.push(block.number)
      if (!isContent(sign)) continue
      while (isMarkNext()) blockOf.push(block.number)
      blockOf.push(block.number)
    }
  }
  return { work, lemma, blockOf }
}

function familiesOf(config: EditionConfig): Record<string, string> {
  return Object.fromEntries(
    config.witnesses.flatMap((w) => (w.family === undefined ? [] : [[w.siglum, w.family]])),
  )
}

function metaOf(
  { id, config }: EditionInput,
  sources: readonly Source[],
  collated: readonly CollatedWork[],
): EditionMeta {
  const { works: _works, texts: _texts, witnesses, contributors, note, ...rest } = config
  const titleBreaks = phraseBreaks(rest.title)
  return {
    id,
    ...rest,
    ...(titleBreaks.length === 0 ? {} : { titleBreaks }),
    contributors: [...contributors],
    note: [...note],
    witnesses: witnesses.map(({ files, ...w }) => ({
      ...w,
      ...scriptIn(collated, w.siglum),
      sources: files.flatMap((spec) => {
        const source = sources.find((s) => isMeant(spec, s))
        if (source === undefined) return []
        const { file, sha256, encoding, points } = source
        return [{ file, sha256, encoding, length: points.length }]
      }),
    })),
    generator: `Huijiao ${manifest.version}`,
  }
}

/** The other script, where a witness is in it: its forms of characters are no readings. */
function scriptIn(works: readonly CollatedWork[], siglum: string): { script?: Script } {
  const script = works
    .flatMap((work) => work.witnesses)
    .find((w) => w.siglum === siglum && w.script !== undefined)?.script
  return script === undefined ? {} : { script }
}
