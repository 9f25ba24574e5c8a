/**
 * How what stands before a place came there when columns were taken apart: `apart` where it need not go on
 * there, `turn` where it is the line before last of columns by turns.
 */
export type Parting = 'apart' | 'turn'

/**
 * A stretch of a source that is moved as a whole; `closed` where a line end is set behind it; `apart` as
 * columns were taken apart before it.
 */
export interface Slice {
  readonly start: number
  readonly end: number
  readonly closed: boolean
  readonly apart?: Parting
}

/** What marks a slice that what stands before need not go on in. */
export const APART: Pick<Slice, 'apart'> = { apart: 'apart' }
