import { fault, InputError, type MessagePlace, type Quotation } from '@huijiao/model'
import { foldText } from '../page/content.ts'
import type { Page } from '../page/types.ts'
import type { Survey } from '../survey/survey.ts'

/** Where a quotation stands in a source, by atoms. */
export interface Located {
  readonly source: number
  readonly first: number
  readonly last: number
  /** It stands at the very beginning, or end, of a line. */
  readonly begins: boolean
  readonly ends: boolean
}

/** Where a quotation stands: once in each file that has it. */
export function locate(quotation: Quotation, surveys: readonly Survey[]): Located[] {
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
export const placeIn = ({ line, column }: Quotation): MessagePlace => ({
  file: 'edition.yaml',
  line,
  column,
})

/** A quotation stands inside a line where an end of one is asked for. */
export const misplaced = (quotation: Quotation, end: 'ends' | 'begins'): InputError =>
  new InputError([fault('quotation-inside', placeIn(quotation), { text: quotation.text, end })])

/** The editor gives a place to two works. */
export function saidTwice(
  quotation: Quotation,
  place: Located,
  { known, wanted }: { readonly known: string; readonly wanted: string },
  surveys: readonly Survey[],
): InputError {
  const file = surveys[place.source]?.page.source.file ?? ''
  const where = placeName(place, surveys)
  return new InputError([
    fault('said-twice', placeIn(quotation), {
      text: quotation.text,
      place: where,
      wanted,
      known,
      file,
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
