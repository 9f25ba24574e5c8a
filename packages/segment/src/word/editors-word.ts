import { fault, InputError, type Quotation, type TextsSpec, type WorkSpec } from '@huijiao/model'
import type { Survey } from '../survey/survey.ts'
import { type Located, locate, misplaced, placeIn, saidTwice } from './quotations.ts'
import { filesOf, wholeFiles } from './files.ts'
import { type ForcedJoin, placeKey, type Word } from './word.ts'

/**
 * Finds in the sources what the editor says of works. A quotation may stand once in each file.
 * @throws {InputError} with all quotations that stand nowhere, twice in a file, or not at the end that they must,
 *   and all that the editor says twice and differently.
 */
export function editorsWord(
  specs: readonly WorkSpec[] | null,
  texts: TextsSpec,
  surveys: readonly Survey[],
): Word {
  const named = specs ?? []
  const files = surveys.map(({ page }) => page.source)
  const ordered = new Set<number>(texts.order === 'file' ? surveys.keys() : [])
  for (const spec of named)
    if (spec.order === 'file') for (const source of filesOf(spec, files)) ordered.add(source)
  const whole = wholeFiles(named, files)
  const said: Said = {
    whole,
    labels: new Map(),
    cuts: new Set(),
    joins: [],
    orders: new Map(),
  }
  const problems: InputError[] = []
  for (const sentence of named.flatMap((spec, index) => sentencesOf(spec, index, said))) {
    try {
      sentence({ specs: named, surveys })
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(error)
    }
  }
  if (problems.length > 0) throw new InputError(problems.flatMap(({ messages }) => messages))
  return { ...said, ordered }
}

/** What is gathered while the editor's sentences are read. */
interface Said {
  readonly whole: ReadonlyMap<number, number>
  readonly labels: Map<string, number>
  readonly cuts: Set<string>
  readonly joins: ForcedJoin[]
  readonly orders: Map<number, readonly (readonly string[])[]>
}

interface Sources {
  readonly specs: readonly WorkSpec[]
  readonly surveys: readonly Survey[]
}

/** One thing that the editor says: put down in `Said`, or refused. */
type Sentence = (sources: Sources) => void

/** All that a specification says of places, each by itself, so that each can be refused by itself. */
function sentencesOf(spec: WorkSpec, index: number, said: Said): Sentence[] {
  const held = (quotation: Quotation): Sentence => {
    return (sources) => {
      for (const place of locate(quotation, sources.surveys))
        give(said, place, index, quotation, sources)
    }
  }
  const begins = (quotation: Quotation, heard: (places: readonly Located[]) => void): Sentence => {
    return (sources) => {
      const places = locate(quotation, sources.surveys)
      for (const place of places)
        give(said, { ...place, last: place.first }, index, quotation, sources)
      heard(places)
    }
  }
  const pieces: string[][] = []
  const order = spec.order === undefined || spec.order === 'file' ? null : spec.order
  if (order !== null) said.orders.set(index, pieces)
  return [
    ...(spec.contains ?? []).map(held),
    ...(spec.cut ?? []).map((quotation) =>
      begins(quotation, (places) => {
        for (const { source, first } of places) said.cuts.add(placeKey(source, first))
      }),
    ),
    ...(order ?? []).map((quotation) =>
      begins(quotation, (places) => {
        pieces.push(places.map(({ source, first }) => placeKey(source, first)))
      }),
    ),
    ...(spec.join ?? []).flatMap((pair): Sentence[] => [
      ({ surveys }) => said.joins.push(...joinsOf(pair, surveys)),
      (sources) => {
        held(pair.after)(sources)
        held(pair.before)(sources)
      },
    ]),
  ]
}

/** Gives a place to a specification; what is given to another one is refused. */
function give(
  { whole, labels }: Said,
  place: Located,
  spec: number,
  quotation: Quotation,
  { specs, surveys }: Sources,
): void {
  const names = (known: number): { known: string; wanted: string } => ({
    known: specs[known]?.id ?? '',
    wanted: specs[spec]?.id ?? '',
  })
  const owner = whole.get(place.source)
  if (owner !== undefined && owner !== spec)
    throw saidTwice(quotation, place, names(owner), surveys)
  for (let atom = place.first; atom <= place.last; atom++) {
    const key = placeKey(place.source, atom)
    const known = labels.get(key)
    if (known !== undefined && known !== spec)
      throw saidTwice(quotation, place, names(known), surveys)
    labels.set(key, spec)
  }
}

function joinsOf(
  { after, before, lacuna }: NonNullable<WorkSpec['join']>[number],
  surveys: readonly Survey[],
): ForcedJoin[] {
  const [ends, begins] = [locate(after, surveys), locate(before, surveys)]
  const joins = ends.flatMap((one) =>
    begins.flatMap((two) => {
      if (one.source !== two.source) return []
      if (!one.ends) throw misplaced(after, 'ends')
      if (!two.begins) throw misplaced(before, 'begins')
      return [{ source: one.source, from: one.last, to: two.first, lacuna: lacuna === true }]
    }),
  )
  if (joins.length > 0) return joins
  throw new InputError([
    fault('quotations-apart', placeIn(before), { after: after.text, before: before.text }),
  ])
}
