/** A place on a page: page within its document from 0, line on that page from 1. */
export type PageLine = readonly [page: number, line: number]

/** What the layout found out about one document. */
export interface Laid {
  readonly id: string
  readonly pages: number
  /** By page: the block and the code point of its text with which the page begins; null where it is no block. */
  readonly starts: readonly ({ readonly block: string; readonly offset: number } | null)[]
  /** By element id. */
  readonly places: Readonly<Record<string, PageLine>>
  /** By note: the page, within the document from 0, on which it begins. */
  readonly notes: Readonly<Record<string, number>>
}
