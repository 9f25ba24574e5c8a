import {
  fault,
  InputError,
  type JoinEvidence,
  type MessagePlace,
  type Quotation,
  type TextsSpec,
  type WorkSpec,
} from '@huijiao/model'
import { foldText } from './content.ts'
import type { Link } from './evidence.ts'
import type { Survey } from './survey.ts'
import type { Page } from './types.ts'

/** What the editor says, by sources and atoms; a place is written `source:atom`. */
export interface Word {
  /** By source: the specification, by index, that the whole file is; absent where it is no whole work. */
  readonly whole: ReadonlyMap<number, number>
  /** Sources that are in order, whatever they look like. */
  readonly ordered: ReadonlySet<number>
  /** Index of the specification that an atom belongs to, by place. */
  readonly labels: ReadonlyMap<string, number>
  /** Atoms with which a work begins, by place. */
  readonly cuts: ReadonlySet<string>
  /** Joins that must be. */
  readonly joins: readonly ForcedJoin[]
  /** By specification: the atoms with which its pieces begin, in their order, by place. */
  readonly orders: ReadonlyMap<number, readonly (readonly string[])[]>
}

export interface ForcedJoin {
  readonly source: number
  readonly from: number
  readonly to: number
  readonly lacuna: boolean
}

/** More than all evidence together. */
export const DECREED = 1000

export const placeKey = (source: number, atom: number): string => `${source}:${atom}`

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
  const whole = wholeFiles(specs ?? [], surveys)
  const ordered = new Set<number>(texts.order === 'file' ? surveys.keys() : [])
  const labels = new Map<string, number>()
  const cuts = new Set<string>()
  const joins: ForcedJoin[] = []
  const orders = new Map<number, readonly (readonly string[])[]>()
  const problems: InputError[] = []
  const attempt = (find: () => void): void => {
    try {
      find()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(error)
    }
  }
  const give = (place: Located, spec: number, quotation: Quotation): void => {
    const owner = whole.get(place.source)
    if (owner !== undefined && owner !== spec) {
      throw contradiction(quotation, place, specs ?? [], owner, spec, surveys)
    }
    for (let atom = place.first; atom <= place.last; atom++) {
      const key = placeKey(place.source, atom)
      const known = labels.get(key)
      if (known !== undefined && known !== spec) {
        throw contradiction(quotation, place, specs ?? [], known, spec, surveys)
      }
      labels.set(key, spec)
    }
  }
  for (const [index, spec] of (specs ?? []).entries()) {
    const own = filesOf(spec, surveys)
    if (spec.order === 'file') for (const source of own) ordered.add(source)
    for (const quotation of spec.contains ?? []) {
      attempt(() => {
        for (const place of locate(quotation, surveys)) give(place, index, quotation)
      })
    }
    for (const quotation of spec.cut ?? []) {
      attempt(() => {
        for (const place of locate(quotation, surveys)) {
          give({ ...place, last: place.first }, index, quotation)
          cuts.add(placeKey(place.source, place.first))
        }
      })
    }
    if (spec.order !== undefined && spec.order !== 'file') {
      const pieces: string[][] = []
      for (const quotation of spec.order) {
        attempt(() => {
          const places = locate(quotation, surveys)
          for (const place of places) give({ ...place, last: place.first }, index, quotation)
          pieces.push(places.map(({ source, first }) => placeKey(source, first)))
        })
      }
      orders.set(index, pieces)
    }
    for (const pair of spec.join ?? []) {
      attempt(() => joins.push(...joinsOf(pair, surveys)))
      attempt(() => {
        for (const place of locate(pair.after, surveys)) give(place, index, pair.after)
        for (const place of locate(pair.before, surveys)) give(place, index, pair.before)
      })
    }
  }
  if (problems.length > 0) throw new InputError(problems.flatMap(({ messages }) => messages))
  return { whole, ordered, labels, cuts, joins, orders }
}

/** The files that the editor gives to one work alone. */
function wholeFiles(specs: readonly WorkSpec[], surveys: readonly Survey[]): Map<number, number> {
  const owners = surveys.map((): number[] => [])
  for (const [index, spec] of specs.entries()) {
    if (spec.files !== undefined)
      for (const source of filesOf(spec, surveys)) owners[source]?.push(index)
  }
  return new Map(
    owners.flatMap((own, source): [number, number][] => {
      const [first] = own
      return first === undefined || own.length > 1 ? [] : [[source, first]]
    }),
  )
}

/** The sources that a specification names; all where it names none. */
function filesOf({ files }: WorkSpec, surveys: readonly Survey[]): number[] {
  return surveys.flatMap(({ page }, source) =>
    files === undefined || files.names === 'all' || files.names.includes(page.source.file)
      ? [source]
      : [],
  )
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

/** Links with those that the editor decreed in place of all that contradict them. */
export function decree(links: readonly Link[], joins: readonly ForcedJoin[]): Link[] {
  const rows = new Set(joins.map(({ from }) => from))
  const columns = new Set(joins.map(({ to }) => to))
  const kept = links.filter(({ from, to }) => !rows.has(from) && !columns.has(to))
  const evidence: JoinEvidence[] = [{ weight: DECREED, reason: { kind: 'override' } }]
  return [...kept, ...joins.map(({ from, to }) => ({ from, to, gain: DECREED, evidence }))]
}

interface Located {
  readonly source: number
  readonly first: number
  readonly last: number
  /** It stands at the very beginning, or end, of a line. */
  readonly begins: boolean
  readonly ends: boolean
}

/** Where a quotation stands: once in each file that has it. */
function locate(quotation: Quotation, surveys: readonly Survey[]): Located[] {
  const places = surveys.flatMap(({ page }, source) => placesIn(quotation, page, source))
  if (places.length === 0)
    throw new InputError([fault('quotation-missing', placeIn(quotation), { text: quotation.text })])
  const twice = surveys.findIndex(
    (_, source) => places.filter((place) => place.source === source).length > 1,
  )
  if (twice < 0) return places
  const own = places.filter(({ source }) => source === twice)
  throw new InputError([
    fault('quotation-ambiguous', placeIn(quotation), {
      text: quotation.text,
      places: own.map((place) => placeName(place, surveys)),
    }),
  ])
}

/** Where the editor wrote a quotation. */
const placeIn = ({ line, column }: Quotation): MessagePlace => ({
  file: 'edition.yaml',
  line,
  column,
})

const misplaced = (quotation: Quotation, end: 'ends' | 'begins'): InputError =>
  new InputError([fault('quotation-inside', placeIn(quotation), { text: quotation.text, end })])

function contradiction(
  quotation: Quotation,
  place: Located,
  specs: readonly WorkSpec[],
  known: number,
  wanted: number,
  surveys: readonly Survey[],
): InputError {
  return new InputError([
    fault('said-twice', placeIn(quotation), {
      text: quotation.text,
      place: placeName(place, surveys),
      wanted: specs[wanted]?.id ?? '',
      known: specs[known]?.id ?? '',
      file: surveys[place.source]?.page.source.file ?? '',
    }),
  ])
}

function placeName({ source, first }: Located, surveys: readonly Survey[]): string {
  const page = surveys[source]?.page
  return `${page?.source.file ?? ''}:${(page?.atoms[first]?.line ?? 0) + 1}`
}

/** All places of a quotation in one source, punctuation and width aside. */
export function placesIn(quotation: Quotation, page: Page, source: number): Located[] {
  const wanted = Array.from(foldText(quotation.text), (point) => point.codePointAt(0) ?? 0)
  if (wanted.length === 0) return []
  if (quotation.siglum !== undefined && page.source.siglum !== quotation.siglum) return []
  const { codes } = page.content
  const places: Located[] = []
  for (
    let at = codes.indexOf(wanted[0] ?? -1);
    at >= 0;
    at = codes.indexOf(wanted[0] ?? -1, at + 1)
  ) {
    if (!wanted.every((code, step) => codes[at + step] === code)) continue
    const end = at + wanted.length
    const first = page.atoms.findIndex(({ to }) => to > at)
    const last = page.atoms.findIndex(({ to }) => to >= end)
    if (first < 0 || last < 0) continue
    const begins = page.atoms[first]?.from === at
    places.push({ source, first, last, begins, ends: page.atoms[last]?.to === end })
  }
  return places
}
