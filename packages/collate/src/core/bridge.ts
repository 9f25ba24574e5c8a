import { at } from './at.ts'
import { before } from './profile.ts'
import type { Ground, Spot } from './walk.ts'

/** Columns within which the next token of a thread is looked for: others may add a few. */
const NEAR = 3

/**
 * Steps over one token that differs, that is missing or that is added, where `sure` tokens after it
 * agree again: the cheapest explanation there is, so that nothing needs to be searched.
 *
 * @param from column of the last pair, and the token that did not agree
 * @param end where it may not go any more
 * @returns where a walk goes on: the column it last stood in, and the next token
 */
export function bridge(
  { profile, keys, places }: Ground,
  { column, token }: Spot,
  end: Spot,
  sure: number,
): Spot | undefined {
  if (column < 0 || column + 2 >= end.column || token + 1 >= end.token) return undefined
  for (const { cells, columns, keys: own } of profile.threads) {
    const q = at(cells, column) + 1
    if (q === 0 || q >= columns.length || at(columns, q) > column + NEAR) continue
    if (at(columns, q) < end.column && agree(own, q + 1, keys, token + 1, sure)) {
      places[token] = at(columns, q)
      return { column: at(columns, q), token: token + 1 }
    }
  }
  for (const { cells, columns, keys: own } of profile.threads) {
    const q = at(cells, column) + 1
    if (q === 0 || q + 1 >= columns.length) continue
    const next = at(columns, q)
    // What another thread adds here is where this witness's addition goes too.
    if (next <= column + 2 && next < end.column && agree(own, q, keys, token + 1, sure)) {
      places[token] = next === column + 1 ? before(next) : column + 1
      places[token + 1] = next
      return { column: next, token: token + 2 }
    }
    const after = at(columns, q + 1)
    if (after <= column + NEAR && after < end.column && agree(own, q + 1, keys, token, sure)) {
      places[token] = after
      return { column: after, token: token + 1 }
    }
  }
  return undefined
}

/** Farthest beyond a difference that agreement is searched for, in tokens of either side. */
const FAR = 16

/** Largest difference in length of the two sides, in tokens: in repetitive text a longer gap may belong elsewhere. */
const DRIFT = 3

/**
 * Finds the nearest place after a difference, by the tokens in between on both sides, where `sure`
 * tokens in a row agree with some thread again. Of two that are equally near, the one with as many
 * tokens on either side comes first, then the one with fewer of the witness.
 *
 * @param from column of the last pair, and the token that did not agree
 * @param end where it may not go any more
 * @returns column and token of the first pair that agrees again
 */
export function nextAgreement(
  { profile, keys }: Ground,
  { column, token }: Spot,
  end: Spot,
  sure: number,
): Spot | undefined {
  if (column < 0) return undefined
  let best: Spot | undefined
  let bestCost = 4 * FAR + 1
  for (const { cells, columns, keys: own } of profile.threads) {
    const q = at(cells, column) + 1
    if (q === 0) continue
    for (let i = 0; i <= FAR && q + i < columns.length; i++) {
      if (at(columns, q + i) >= end.column || 2 * i + Math.max(0, i - DRIFT) >= bestCost) break
      const key = at(own, q + i)
      const last = Math.min(i + DRIFT, end.token - token - 1)
      for (let j = Math.max(0, i - DRIFT); j <= last; j++) {
        if (at(keys, token + j) !== key) continue
        // The greater of the two sides counts twice: a substitution is nearer than two gaps.
        const cost = 2 * Math.max(i, j) + Math.min(i, j)
        if (cost >= bestCost || !agree(own, q + i, keys, token + j, sure)) continue
        best = { column: at(columns, q + i), token: token + j }
        bestCost = cost
      }
    }
  }
  return best
}

function agree(a: Int32Array, i: number, b: Int32Array, j: number, length: number): boolean {
  if (i + length > a.length || j + length > b.length) return false
  for (let k = 0; k < length; k++) if (at(a, i + k) !== at(b, j + k)) return false
  return true
}
