/** One bookmark; its title is printed as it stands. */
export interface OutlineItem {
  readonly title: string
  /** Name of a destination: the `id` of an element that the printed HTML links to. */
  readonly dest: string
  readonly children: readonly OutlineItem[]
}

/** How the pages from one physical page on are numbered. */
export interface PageLabelRange {
  /** Physical page, counted from 0. */
  readonly from: number
  readonly style: 'roman' | 'arabic' | 'none'
  /** Number of the first page of the range. */
  readonly start: number
}

export interface FinishOptions {
  readonly title: string
  readonly subtitle?: string
  readonly authors?: readonly string[]
  readonly contributors?: readonly string[]
  /** BCP 47 tag. */
  readonly language: string
  /** ISO 8601 date or instant: the only date in the file. Without a zone it is taken as UTC. */
  readonly date: string
  /** Stable identifier of the edition, for example `urn:uuid:…`. */
  readonly id: string
  /** Name and version of the program that made the file. */
  readonly generator: string
  readonly outline: readonly OutlineItem[]
  /** Size of the cut page in millimetres. */
  readonly trim: { readonly width: number; readonly height: number }
  /** Width of the bleed in millimetres, when the page was printed larger than the trim by twice that. */
  readonly bleed?: number
  /** Draws crop marks outside the bleed. */
  readonly marks?: boolean
  /** Binding of the book; absent for left to right. */
  readonly direction?: 'r2l'
  readonly pageLabels: readonly PageLabelRange[]
  /** Number of pages that must be found. */
  readonly expectedPages?: number
  /** Is shown where the print has what is linked to, and throws where that is wrong. */
  readonly agree?: (destinations: ReadonlyMap<string, Destination>) => void
}

/** Where a named destination lies; points from the lower left corner of the page. */
export interface Destination {
  /** Physical page, counted from 0. */
  readonly page: number
  readonly x: number
  readonly y: number
}
