import { at } from './at.ts'
import { before, type Profile } from './profile.ts'

/** Columns within which the next token of a thread is looked for: others may add a few. */
const NEAR = 3

/** Where a walk goes on after a difference: the column it last stood in, and the next token. */
export interface Footing {
  readonly column: number
  readonly token: number
}

/**
 * Steps over one token that differs, that is missing or that is added, where `sure` tokens after it
 * agree again: the cheapest explanation there is, so that nothing needs to be searched.
 *
 * @param column of the last pair
 * @param token of the witness that did not agree
 * @param places written to
 */
export function bridge(
  profile: Profile,
  keys: Int32Array,
  column: number,
  token: number,
  endColumn: number,
  endToken: number,
  sure: number,
  places: Int32Array,
): Footing | undefined {
  if (column < 0 || column + 2 >= endColumn || token + 1 >= endToken) return undefined
  for (const { cells, columns, keys: own } of profile.threads) {
    const q = at(cells, column) + 1
    if (q === 0 || q >= columns.length || at(columns, q) > column + NEAR) continue
    if (at(columns, q) < endColumn && agree(own, q + 1, keys, token + 1, sure)) {
      places[token] = at(columns, q)
      return { column: at(columns, q), token: token + 1 }
    }
  }
  for (const { cells, columns, keys: own } of profile.threads) {
    const q = at(cells, column) + 1
    if (q === 0 || q + 1 >= columns.length) continue
    const next = at(columns, q)
    // What another thread adds here is where this witness's addition goes too.
    if (next <= column + 2 && next < endColumn && agree(own, q, keys, token + 1, sure)) {
      places[token] = next === column + 1 ? before(next) : column + 1
      places[token + 1] = next
      return { column: next, token: token + 2 }
    }
    const after = at(columns, q + 1)
    if (after <= column + NEAR && after < endColumn && agree(own, q + 1, keys, token, sure)) {
      places[token] = after
      return { column: after, token: token + 1 }
    }
  }
  return undefined
}

function agree(a: Int32Array, i: number, b: Int32Array, j: number, length: number): boolean {
  if (i + length > a.length || j + length > b.length) return false
  for (let k = 0; k < length; k++) if (at(a, i + k) !== at(b, j + k)) return false
  return true
}
