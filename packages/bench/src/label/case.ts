import { LABELS, type Label, type PlacedLine } from '@huijiao/segment/label'

/** A source to learn from or to be scored on. */
export interface LabelCase {
  readonly name: string
  /** `newspaper`, or the arrangement and genre of a made edition. */
  readonly kind: string
  readonly points: readonly string[]
  readonly lines: readonly PlacedLine[]
  /** For each line: the labels that are true of it; several where the truth does not say. */
  readonly truth: readonly (readonly Label[])[]
  /** For each line: the article or work that it truly belongs to; null for what belongs to none. */
  readonly works: readonly (string | null)[]
}

/** The labels that are true of each line, one bit each. */
export function masksOf({ truth }: LabelCase): Int32Array {
  return Int32Array.from(truth, (labels) =>
    labels.reduce((mask, label) => mask | (1 << LABELS.indexOf(label)), 0),
  )
}
