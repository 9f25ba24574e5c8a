/** What the editor says, by sources and atoms; a place is written `source:atom`. */
export interface Word {
  /** By source: the specification, by index, that the whole file is; absent where it is no whole work. */
  readonly whole: ReadonlyMap<number, number>
  /** Sources that are in order, whatever they look like. */
  readonly ordered: ReadonlySet<number>
  /** Index of the specification that an atom belongs to, by place. */
  readonly labels: ReadonlyMap<string, number>
  /** Atoms with which a work begins, by place. */
  readonly cuts: ReadonlySet<string>
  /** Joins that must be. */
  readonly joins: readonly ForcedJoin[]
  /** By specification: the atoms with which its pieces begin, in their order, by place. */
  readonly orders: ReadonlyMap<number, readonly (readonly string[])[]>
}

export interface ForcedJoin {
  readonly source: number
  readonly from: number
  readonly to: number
  readonly lacuna: boolean
}

/** More than all evidence together. */
export const DECREED = 1000

export const placeKey = (source: number, atom: number): string => `${source}:${atom}`
