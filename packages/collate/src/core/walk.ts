import { at } from './at.ts'
import type { Profile } from './profile.ts'

/** Tokens that must agree beyond a jump over columns, for the walk to take it. */
const ASSURANCE = 3

/**
 * Follows a witness along the edges of a profile as long as they agree, from a matched pair onwards.
 *
 * @param column of the pair; -1 for the beginning of the profile
 * @param token of the witness to go on with
 * @param places written to
 * @returns the token it stopped at
 */
export function walkForward(
  profile: Profile,
  keys: Int32Array,
  column: number,
  token: number,
  endColumn: number,
  endToken: number,
  places: Int32Array,
): number {
  let here = column
  let p = token
  while (p < endToken) {
    const key = at(keys, p)
    let best = endColumn
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
      if (agree(thread.keys, q + 2, keys, p + 1, endToken)) best = next
    }
    if (best >= endColumn) break
    places[p++] = best
    here = best
  }
  return p
}

/**
 * The same backwards, from a matched pair.
 *
 * @param column of the pair; the width for the end of the profile
 * @param token after the last to go on with
 * @param startColumn lowest column it may take
 * @returns the token after the one it stopped at
 */
export function walkBackward(
  profile: Profile,
  keys: Int32Array,
  column: number,
  token: number,
  startColumn: number,
  startToken: number,
  places: Int32Array,
): number {
  let here = column
  let p = token
  while (p > startToken) {
    const key = at(keys, p - 1)
    let best = startColumn - 1
    for (const thread of profile.threads) {
      const q = here >= profile.width ? thread.columns.length : at(thread.cells, here)
      if (q <= 0) continue
      const next = at(thread.columns, q - 1)
      if (next <= best || at(thread.keys, q - 1) !== key) continue
      if (next === here - 1) {
        best = next
        break
      }
      if (agreeBack(thread.keys, q - 2, keys, p - 2, startToken)) best = next
    }
    if (best < startColumn) break
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
