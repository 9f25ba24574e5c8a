import { InputError, message } from '../message.ts'
import type { Quotation, WorkSpec } from '../model.ts'
import { titleAffinities, titleLikeness } from './affinity.ts'
import { assign } from './assign.ts'
import { foldText } from './content.ts'
import type { Survey } from './survey.ts'

/** A work as found, before it has a name. */
export interface FoundWork {
  /** Folded headlines, the most attested first. */
  readonly titles: readonly string[]
  readonly body: string
  /** Whether it holds an atom of a source. */
  readonly holds: (source: number, atom: number) => boolean
}

/** For each found work the index of its specification, or -1. */
export function matchSpecs(
  works: readonly FoundWork[],
  specs: readonly WorkSpec[],
  surveys: readonly Survey[],
): number[] {
  const affinities = titleAffinities(
    specs.map((spec) => foldText(spec.title)),
    works.map((work) => work.body + work.titles.join('')),
  )
  const quoted = specs.map((spec) =>
    (spec.contains ?? []).map((quotation) => locate(quotation, surveys)),
  )
  const pairs = specs.flatMap((spec, row) =>
    works.map((work, column) => ({
      row,
      column,
      gain:
        titleGain(spec, work) +
        8 * (affinities[row]?.[column] ?? 0) +
        Math.min(2, Math.log10(1 + work.body.length) / 2) +
        (quoted[row] ?? []).filter(({ source, atom }) => work.holds(source, atom)).length * 1000,
    })),
  )
  const result = works.map(() => -1)
  for (const { row, column } of assign(specs.length, works.length, pairs)) result[column] = row
  return result
}

function titleGain(spec: WorkSpec, work: FoundWork): number {
  const wanted = foldText(spec.title)
  let best = 0
  for (const title of work.titles) {
    const likeness = Math.max(
      titleLikeness(wanted, title),
      title.startsWith(wanted) || wanted.startsWith(title) ? 0.95 : 0,
    )
    best = Math.max(best, likeness)
  }
  if (best >= 0.6) return 30 * best
  // A work with a headline of its own is hardly the one whose title the sources lack.
  return work.titles.length > 0 ? -4 : 0
}

/** The atom that holds a quotation. Throws where none does, or several do in one source. */
export function locate(
  quotation: Quotation,
  surveys: readonly Survey[],
): { readonly source: number; readonly atom: number } {
  const places = placesOf(quotation, surveys)
  const first = places[0]
  if (first === undefined || places.length > 1) {
    throw new InputError([
      message({
        file: 'edition.yaml',
        line: quotation.line,
        column: quotation.column,
        rule: first === undefined ? 'quotation-missing' : 'quotation-ambiguous',
        reason:
          first === undefined
            ? `No source has the quotation “${quotation.text}”`
            : `The quotation “${quotation.text}” stands in ${places.length} places`,
        expected: 'a quotation that stands once',
        actual: first === undefined ? 'none' : places.map((place) => place.where).join(', '),
        hint:
          first === undefined
            ? 'Quote a few characters as a source has them; punctuation and width do not matter.'
            : 'Quote more of the text, or name the `siglum` of the source.',
      }),
    ])
  }
  return first
}

interface QuotationPlace {
  readonly source: number
  readonly atom: number
  readonly where: string
}

function placesOf(quotation: Quotation, surveys: readonly Survey[]): QuotationPlace[] {
  const wanted = foldText(quotation.text)
  if (wanted === '') return []
  return surveys.flatMap(({ page }, source) => {
    if (quotation.siglum !== undefined && page.source.siglum !== quotation.siglum) return []
    const text = foldedSource(page.content.codes)
    const places: QuotationPlace[] = []
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const content = Array.from(text.slice(0, at)).length
      const atom = page.atoms.findIndex((candidate) => candidate.to > content)
      const line = (page.atoms[atom]?.line ?? 0) + 1
      places.push({ source, atom, where: `${page.source.file}:${line}` })
    }
    return places
  })
}

function foldedSource(codes: Int32Array): string {
  let text = ''
  for (const code of codes) text += String.fromCodePoint(code)
  return text
}
