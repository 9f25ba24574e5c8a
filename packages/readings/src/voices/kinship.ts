/** Two voices of a work that share errors: likely copies of one printing, or one of the other. */
export interface Kinship {
  readonly work: string
  /** Names of the voices, in order of code points. */
  readonly voices: readonly [string, string]
  /** Loci at which both have the same error, by evidence other than the number of witnesses. */
  readonly shared: number
  /** The fewest errors that one of the two has at such loci. */
  readonly of: number
  /** Probability that voices which erred apart would share as much. */
  readonly chance: number
  /** Whether they count as one voice for it; else they are only suspected. */
  readonly one: boolean
}
