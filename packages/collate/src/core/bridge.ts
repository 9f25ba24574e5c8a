import { at } from './at.ts'
import { before, type Profile } from './profile.ts'

/** Where a walk goes on after a difference: the column it last stood in, and the next token. */
export interface Footing {
  readonly column: number
  readonly token: number
}

/**
 * Steps over one token that differs, that is missing or that is added, where `sure` tokens after it
 * agree again: the cheapest explanation there is, so that nothing needs to be searched. Only where
 * no thread has anything besides.
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
    if (q === 0 || q >= columns.length || at(columns, q) !== column + 1) continue
    if (agree(own, q + 1, keys, token + 1, sure)) {
      places[token] = column + 1
      return { column: column + 1, token: token + 1 }
    }
  }
  for (const { cells, columns, keys: own } of profile.threads) {
    const q = at(cells, column) + 1
    if (q === 0 || q + 1 >= columns.length || at(columns, q) !== column + 1) continue
    if (agree(own, q, keys, token + 1, sure)) {
      places[token] = before(column + 1)
      places[token + 1] = column + 1
      return { column: column + 1, token: token + 2 }
    }
    if (at(columns, q + 1) === column + 2 && agree(own, q + 1, keys, token, sure)) {
      places[token] = column + 2
      return { column: column + 2, token: token + 1 }
    }
  }
  return undefined
}

function agree(a: Int32Array, i: number, b: Int32Array, j: number, length: number): boolean {
  if (i + length > a.length || j + length > b.length) return false
  for (let k = 0; k < length; k++) if (at(a, i + k) !== at(b, j + k)) return false
  return true
}
