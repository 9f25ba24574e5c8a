import type { SourceSpan } from '@huijiao/ast'

/** Another place with the same text on both sides of a reading. */
export interface Parallel {
  /** Index of the candidate that the place reads, or -1 for a reading that no witness has here. */
  readonly candidate: number
  /** Reading of the place, as written, without punctuation. */
  readonly text: string
  /** Characters that agree on the left and on the right, up to 24 each. */
  readonly left: number
  readonly right: number
  /** Whether the place is in another work. */
  readonly elsewhere: boolean
  /** Whether it is in quotation marks there. */
  readonly quoted: boolean
  readonly voice: string
  readonly place: SourceSpan
}
