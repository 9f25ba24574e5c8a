import { at } from './at.ts'
import type { Profile } from './profile.ts'

/** Tokens that must agree beyond a jump over columns, for the walk to take it. */
const ASSURANCE = 3

/** What is walked through: a profile and a witness, and where its tokens' places are written. */
export interface Ground {
  readonly profile: Profile
  readonly keys: Int32Array
  /** By token of the witness: its column. */
  readonly places: Int32Array
}

/** A column and a token of the witness: a place on the way, or its bound. */
export interface Spot {
  readonly column: number
  readonly token: number
}

/**
 * Follows a witness along the edges of a profile as long as they agree, from a matched pair onwards.
 *
 * @param from column of the pair, -1 for the beginning of the profile, and the token to go on with
 * @param end where it may not go any more
 * @returns the token it stopped at
 */
export function walkForward({ profile, keys, places }: Ground, from: Spot, end: Spot): number {
  let here = from.column
  let p = from.token
  while (p < end.token) {
    const key = at(keys, p)
    let best = end.column
    for (const thread of profile.threads) {
      const q = here < 0 ? -1 : at(thread.cells, here)
      if (q < 0 && here >= 0) continue
      if (q + 1 >= thread.columns.length) continue
      const next = at(thread.columns, q + 1)
      if (next >= best || at(thread.keys, q + 1) !== key) continue
      if (next === here + 1) {
        best = next
        break
      }
      if (agree(thread.keys, q + 2, keys, p + 1, end.token)) best = next
    }
    if (best >= end.column) break
    places[p++] = best
    here = best
  }
  return p
}

/**
 * The same backwards, from a matched pair.
 *
 * @param from column of the pair, the width for the end of the profile, and the token after the last to go on with
 * @param start the first it may take
 * @returns the token after the one it stopped at
 */
export function walkBackward({ profile, keys, places }: Ground, from: Spot, start: Spot): number {
  let here = from.column
  let p = from.token
  while (p > start.token) {
    const key = at(keys, p - 1)
    let best = start.column - 1
    for (const thread of profile.threads) {
      const q = here >= profile.width ? thread.columns.length : at(thread.cells, here)
      if (q <= 0) continue
      const next = at(thread.columns, q - 1)
      if (next <= best || at(thread.keys, q - 1) !== key) continue
      if (next === here - 1) {
        best = next
        break
      }
      if (agreeBack(thread.keys, q - 2, keys, p - 2, start.token)) best = next
    }
    if (best < start.column) break
    places[--p] = best
    here = best
  }
  return p
}

function agree(a: Int32Array, i: number, b: Int32Array, j: number, endB: number): boolean {
  const length = Math.min(ASSURANCE, a.length - i, endB - j)
  for (let k = 0; k < length; k++) if (at(a, i + k) !== at(b, j + k)) return false
  return length > 0
}

function agreeBack(a: Int32Array, i: number, b: Int32Array, j: number, startB: number): boolean {
  const length = Math.min(ASSURANCE, i + 1, j - startB + 1)
  for (let k = 0; k < length; k++) if (at(a, i - k) !== at(b, j - k)) return false
  return length > 0
}
