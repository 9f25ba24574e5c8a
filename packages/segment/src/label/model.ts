/**
 * What a physical line is.
 *
 * `title` begins a work; so does `opening`, the first line of a work that has no title over it. `heading` is
 * a title inside a work, `note` a note of the printing that stands on lines of its own, `continuation` goes on with the line before it in the same paragraph, verse or item.
 * `advert` begins an advertisement, `advert-more` goes on in it; `imprint` and `imprint-more` likewise are what
 * a newspaper or a publisher says about itself. The rest of the furniture is a line each.
 */
export const LABELS = [
  'title',
  'opening',
  'subtitle',
  'byline',
  'dateline',
  'salutation',
  'heading',
  'paragraph',
  'continuation',
  'verse',
  'item',
  'row',
  'note',
  'page-number',
  'running-head',
  'jump-line',
  'source-note',
  'web',
  'rule',
  'advert',
  'advert-more',
  'imprint',
  'imprint-more',
] as const

export type Label = (typeof LABELS)[number]

/** Labels of lines that are no text of a work. */
export const FURNITURE: ReadonlySet<Label> = new Set<Label>([
  'page-number',
  'running-head',
  'jump-line',
  'source-note',
  'web',
  'rule',
  'advert',
  'advert-more',
  'imprint',
  'imprint-more',
])

/** Labels of the first line of a work, an advertisement, an imprint. */
export const BEGINS: ReadonlySet<Label> = new Set<Label>(['title', 'opening', 'advert', 'imprint'])

/** A line of one source that holds more than white space, in the order of its file. */
export interface PhysicalLine {
  /** As it is read: without white space at its ends and without markup. */
  readonly text: string
  /** Columns of white space before it; a full-width character is two columns. */
  readonly indent: number
  /** Columns that the text fills. */
  readonly width: number
  /** Blank lines between it and the line before. */
  readonly gap: number
  /** A page begins with it, as far as the format says so. */
  readonly page: boolean
  /** Level of a markdown heading; 0 where it is none. */
  readonly level: number
  /** Wholly set in bold. */
  readonly bold: boolean
  /** Size of its letters against that of most lines of the source, where the format gives one. */
  readonly size?: number
  /** What other sources have at the border before it; absent where nothing is known. */
  readonly others?: OtherSources
}

/** What the other sources have where a line begins; they are counted, not weighed. */
export interface OtherSources {
  /** Sources in which the end of the line before and the beginning of this one stand side by side inside one line. */
  readonly within: number
  /** Sources in which they stand side by side, and a line ends between them there too. */
  readonly beside: number
  /** Sources that have both, but apart from each other. */
  readonly apart: number
  /** Other places, in any source, where this very line stands between other neighbours: boilerplate. */
  readonly elsewhere: number
}

/** A named feature with what it added to the label's score over that of the second-best label. */
export interface NamedWeight {
  readonly name: string
  readonly nats: number
}

/** What a line was taken for, and why. */
export interface Labelled {
  readonly label: Label
  /** Log-odds that the line is this and nothing else, in nats, over all labellings of the source. */
  readonly margin: number
  /** Log-odds of each label that is not out of the question (less than one in a thousand), in nats. */
  readonly odds: Readonly<Partial<Record<Label, number>>>
  /** Log-odds that a new work (or advertisement, or imprint) begins with the line, in nats. */
  readonly begins: number
  /** The features that speak loudest for it or against it, the loudest first. */
  readonly because: readonly NamedWeight[]
}
