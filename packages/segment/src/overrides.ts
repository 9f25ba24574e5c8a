import {
  InputError,
  type JoinEvidence,
  message,
  type Quotation,
  type WorkSpec,
} from '@huijiao/model'
import { foldText } from './content.ts'
import type { Link } from './evidence.ts'
import type { Survey } from './survey.ts'

/** What the editor's quotations say, by source and atom. */
export interface Overrides {
  /** Index of the specification that an atom belongs to, by `source:atom`. */
  readonly labels: ReadonlyMap<string, number>
  /** Joins that must be, by source. */
  readonly joins: readonly ForcedJoin[]
}

export interface ForcedJoin {
  readonly source: number
  readonly from: number
  readonly to: number
  readonly lacuna: boolean
}

/** More than all evidence together. */
export const DECREED = 1000

/**
 * Finds the quotations of all specifications in the sources.
 * @throws {InputError} with all that stand nowhere, in several places, or not at the end that they must.
 */
export function resolveOverrides(
  specs: readonly WorkSpec[] | null,
  surveys: readonly Survey[],
): Overrides {
  const labels = new Map<string, number>()
  const joins: ForcedJoin[] = []
  const problems: InputError[] = []
  const attempt = (find: () => void): void => {
    try {
      find()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(error)
    }
  }
  for (const [index, spec] of (specs ?? []).entries()) {
    for (const quotation of spec.contains ?? []) {
      attempt(() => {
        const { source, first, last } = locate(quotation, surveys)
        for (let atom = first; atom <= last; atom++) labels.set(`${source}:${atom}`, index)
      })
    }
    for (const { after, before, lacuna } of spec.joins ?? []) {
      attempt(() => {
        const one = locate(after, surveys)
        const two = locate(before, surveys, one.source)
        if (!one.ends) throw misplaced(after, 'ends')
        if (!two.begins) throw misplaced(before, 'begins')
        labels.set(`${one.source}:${one.last}`, index)
        labels.set(`${two.source}:${two.first}`, index)
        joins.push({ source: one.source, from: one.last, to: two.first, lacuna: lacuna === true })
      })
    }
  }
  if (problems.length > 0) throw new InputError(problems.flatMap(({ messages }) => messages))
  return { labels, joins }
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

function locate(quotation: Quotation, surveys: readonly Survey[], within?: number): Located {
  const places = placesOf(quotation, surveys).filter(
    (place) => within === undefined || place.source === within,
  )
  const [first] = places
  if (first !== undefined && places.length === 1) return first
  const missing = first === undefined
  throw new InputError([
    message({
      file: 'edition.yaml',
      line: quotation.line,
      column: quotation.column,
      rule: missing ? 'quotation-missing' : 'quotation-ambiguous',
      reason: missing
        ? `No source has the quotation “${quotation.text}”`
        : `The quotation “${quotation.text}” stands in ${places.length} places`,
      expected: 'a quotation that stands once',
      actual: missing ? 'none' : places.map((place) => placeName(place, surveys)).join(', '),
      hint: missing
        ? 'Quote a few characters as a source has them; punctuation and width do not matter.'
        : 'Quote more of the text, or name the `siglum` of the source.',
    }),
  ])
}

function misplaced(quotation: Quotation, end: 'ends' | 'begins'): InputError {
  return new InputError([
    message({
      file: 'edition.yaml',
      line: quotation.line,
      column: quotation.column,
      rule: 'quotation-inside',
      reason: `The quotation “${quotation.text}” stands inside a line, so no piece ${end} with it`,
      expected: `a quotation with which a line ${end}`,
      hint: 'Quote the last characters before the break, and the first after it.',
    }),
  ])
}

function placeName({ source, first }: Located, surveys: readonly Survey[]): string {
  const page = surveys[source]?.page
  return `${page?.source.file ?? ''}:${(page?.atoms[first]?.line ?? 0) + 1}`
}

function placesOf(quotation: Quotation, surveys: readonly Survey[]): Located[] {
  const wanted = Array.from(foldText(quotation.text), (point) => point.codePointAt(0) ?? 0)
  if (wanted.length === 0) return []
  return surveys.flatMap(({ page }, source) => {
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
  })
}
