export interface ScrambleOptions {
  /** Least and most copies. */
  readonly copies: readonly [number, number]
  /** Chance that a copy holds an article. */
  readonly presence: number
  /** Share of content characters that are misread, left out or doubled, at most. */
  readonly noise: number
  /** Chance that a copy is set in wrapped lines. */
  readonly wrapped: number
  /** Chance of a jump line, a repeated headline, at a cut. */
  readonly jumps: number
  /** Chance that a piece is lost. */
  readonly loss: number
  /** Chance that a copy has its columns side by side in the same lines. */
  readonly abreast: number
  /** Chance that a copy has the lines of its columns by turns. */
  readonly alternating: number
}

export const DEFAULTS: ScrambleOptions = {
  copies: [2, 4],
  presence: 0.75,
  noise: 0.015,
  wrapped: 0.4,
  jumps: 0.25,
  loss: 0,
  abreast: 0,
  alternating: 0,
}
