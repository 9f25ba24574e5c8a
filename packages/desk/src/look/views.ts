import type { Look } from '../collation/look.ts'
import type { Views } from '../protocol/views.ts'
import { bookDocument, bookView } from './book.ts'
import { locusView } from './locus.ts'
import { openPlaces } from './open-places.ts'
import { readingsView } from './readings.ts'
import { lineQuote } from './line-quote.ts'
import { sourcePage, sourceSummaries } from './sources.ts'
import { worksView } from './works.ts'

type Query = Readonly<Record<string, string>>

/** What a page may ask for, by name; `language` is that of the words. */
export const VIEWS: {
  readonly [K in keyof Views]: (look: Look, query: Query, language: string) => Views[K]
} = {
  sources: (look) => sourceSummaries(look),
  source: (look, query) => sourcePage(look, query['file'] ?? '', Number(query['at'] ?? 0)),
  quote: (look, query) => lineQuote(look, query['file'] ?? '', Number(query['at'] ?? 0)),
  works: (look, _query, language) => worksView(look, language),
  readings: (look, query) =>
    readingsView(look, query['work'] ?? '', Number(query['from'] ?? 0), query['locus'] ?? ''),
  open: (look) => openPlaces(look),
  locus: (look, query, language) => locusView(look, query['id'] ?? '', language),
  book: (look) => bookView(look),
  tree: ({ result }) => result?.edition ?? null,
  document: (look, query) => bookDocument(look, query['id'] ?? ''),
}
