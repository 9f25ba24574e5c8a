/** A place on a page: page within its stretch from 0, line on that page from 1. */
export type PageLine = readonly [page: number, line: number]

/** With what a page begins: the document, and the block and the code point of its text; null where it is no block. */
export interface PageStart {
  readonly document: string
  /** Whether the document begins there. */
  readonly opens: boolean
  readonly place: { readonly block: string; readonly offset: number } | null
}

/** What the layout found out about the documents of one stretch. */
export interface Laid {
  /** Of the stretch. */
  readonly id: string
  readonly pages: number
  /** By page. */
  readonly starts: readonly PageStart[]
  /** By page: where each of its lines ends, in pixels from its top. */
  readonly lines: readonly (readonly number[])[]
  /** By element id. */
  readonly places: Readonly<Record<string, PageLine>>
  /** By note: the page, within the stretch from 0, on which it begins. */
  readonly notes: Readonly<Record<string, number>>
}
