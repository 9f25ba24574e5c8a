import { at } from './at.ts'

/** Longest repetition that is looked for, in tokens. */
const LONGEST = 24
/** A single doubled token is as often an accident of the text. */
const SHORTEST = 2

/**
 * Finds runs of tokens that occur twice in a row: a scribe's eye skips one, or reads it again.
 *
 * @param keys all tokens of a witness; the other half of a repetition may lie outside the range
 * @returns for each token of `[start, end]` the length of the shortest repetition within the range
 *   that ends before it; 0 where there is none
 */
export function doubledBefore(keys: Int32Array, start: number, end: number): Int32Array {
  const lengths = new Int32Array(end - start + 1)
  for (let length = SHORTEST; length <= Math.min(LONGEST, end - start); length++) {
    // Tokens in a row that are the same as those `length` before them.
    let run = 0
    for (let i = Math.max(length, start); i < Math.min(keys.length, end + length); i++) {
      run = at(keys, i) === at(keys, i - length) ? run + 1 : 0
      if (run < length) continue
      // Leaving out either half, or any part of that length between, gives the same text.
      for (let stop = i + 1 - length; stop <= i + 1; stop++) {
        const inside = stop <= end && stop - length >= start
        if (inside && at(lengths, stop - start) === 0) lengths[stop - start] = length
      }
    }
  }
  return lengths
}
