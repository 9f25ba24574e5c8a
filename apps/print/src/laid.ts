/** A place on a page: page within its document from 0, line on that page from 1. */
export type PageLine = readonly [page: number, line: number]

/** The block and the code point of its text with which a page begins; null where it is no block. */
export type PageStart = { readonly block: string; readonly offset: number } | null

/** What the layout found out about one document. */
export interface Laid {
  readonly id: string
  readonly pages: number
  /** By page. */
  readonly starts: readonly PageStart[]
  /** By element id. */
  readonly places: Readonly<Record<string, PageLine>>
  /** By note: the page, within the document from 0, on which it begins. */
  readonly notes: Readonly<Record<string, number>>
}
