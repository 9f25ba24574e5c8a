/** What only the site says, in one language. */
export interface Words {
  /** Name of a house that gives itself none. */
  readonly house: string
  readonly skip: string
  readonly editions: string
  readonly search: string
  readonly path: string
  readonly read: string
  readonly compare: string
  readonly text: string
  readonly downloads: string
  readonly file: string
  readonly format: string
  readonly size: string
  readonly sum: string
  readonly pages: (count: number) => string
  readonly about: string
  readonly works: string
  readonly collation: string
  readonly witnesses: (count: number) => string
  readonly workCount: (count: number) => string
  /** How many places were collated, and of them punctuation. */
  readonly loci: (content: number, punctuation: number) => string
  readonly agreed: string
  readonly byMethod: string
  readonly byCertainty: string
  readonly ruled: (count: number) => string
  readonly counted: (what: string, count: number) => string
  readonly citation: string
  readonly citeAs: string
  readonly previous: string
  readonly next: string
  readonly inThisPage: string
  readonly close: string
  readonly inApparatus: string
  readonly part: (number: number, of: number) => string
  readonly madeBy: (generator: string) => string
  /** The text of the edition, beside its witnesses. */
  readonly edited: string
  /** A witness has nothing of a block. */
  readonly absent: string
  readonly evidence: string
  /** For which reading a reason speaks, or against which. */
  readonly speaks: (reading: string, forIt: boolean) => string
  readonly place: (file: string, line: number) => string
  readonly overview: string
  /** A stretch of a work, from a block on: its differences, and how many of them are undecided. */
  readonly stretch: (block: number, loci: number, undecided: number) => string
  readonly witnessesShown: string
  readonly kinds: string
  readonly onlyDifferent: string
  /** How many differences are shown of how many. */
  readonly shown: (some: string, all: string) => string
  readonly comparison: string
  readonly aboutComparison: string
  readonly sources: string
  readonly aboutSources: string
  /** Into which block of which work a line went; its heading where the number is null. */
  readonly goesTo: (work: string, paragraph: number | null) => string
  /** Why words of a source are no part of a text, by the roles of the ledger. */
  readonly leftOut: Readonly<Record<string, string>>
  readonly aboutSearch: string
  readonly needsScript: string
  /** How many places were found, all of them; or so many and there are more. */
  readonly found: (count: string) => string
  readonly foundMore: (count: string) => string
  readonly moreHits: string
  /** A place that is not in the text, but in what witnesses have for it. */
  readonly rejected: (sigla: string, text: string) => string
  /** Stands for a reading without text. */
  readonly nothing: string
  readonly formats: Readonly<Record<string, string>>
}
