/** What one character of a produced file is. Places count code points. */
export interface TruthSpan {
  readonly start: number
  readonly end: number
  /** Index of the article, or -1. */
  readonly work: number
  /** Place of the first character in the article's characters; spans run on from there. */
  readonly order: number
  /** `text`, or the kind of furniture. */
  readonly kind: string
}

/** One piece of an article goes on in another. */
export interface TrueJoin {
  readonly work: number
  /** Last character of the one, first of the other. */
  readonly end: number
  readonly start: number
  /** Text was left out between them. */
  readonly lacuna: boolean
}

export interface ScrambledFile {
  readonly name: string
  readonly text: string
  readonly spans: readonly TruthSpan[]
  readonly joins: readonly TrueJoin[]
}
