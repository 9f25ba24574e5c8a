/** One token of a witness. */
export interface Token {
  /** As written. */
  readonly t: string
  /** Matching key: tokens with the same key are the same reading. */
  readonly n: string
  /** Punctuation and the like: aligned only after, and only between, the tokens that are not soft. */
  readonly soft?: boolean
}

/** One witness: its siglum and its text as tokens. */
export interface Witness {
  readonly siglum: string
  readonly tokens: readonly Token[]
}

export interface CollateOptions {
  /**
   * Cost of reading key `a` where another witness has key `b`: 0 for the same, 1 for unrelated keys.
   * Must be symmetric; is asked only for keys that differ. Without it every difference costs 1.
   */
  readonly substitution?: (a: string, b: string) => number
}

/** A half-open range of token indexes. An empty span says where the text is missing. */
export type Span = readonly [start: number, end: number]

/** One place of the alignment. */
export interface Unit {
  /** Whether every witness has the same keys here; never true where a witness has nothing. */
  readonly equal: boolean
  /** By witness index in input order; the spans of one witness tile its tokens in order. */
  readonly spans: readonly Span[]
  /** Index into `Alignment.transpositions` where the unit is at one place of a moved block. */
  readonly transposition?: number
}

/** A block of text that occurs at different places in different witnesses. */
export interface Transposition {
  /** By place, at least two: ascending indexes of the units there; each shows an addition. */
  readonly places: readonly (readonly number[])[]
  /**
   * The moved text of all witnesses aligned together, wherever each of them has it: units as
   * in the alignment, whose spans tile the moved text of a witness; where a
   * witness has it in several parts, one part after the other, in the order of the block.
   */
  readonly units: readonly Unit[]
}

/** Result of `collate`, as plain data. */
export interface Alignment {
  /** In input order. */
  readonly sigla: readonly string[]
  readonly units: readonly Unit[]
  readonly transpositions: readonly Transposition[]
}
