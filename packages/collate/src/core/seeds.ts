import { at } from './at.ts'

/** Positions of a sequence whose k-mers were chosen, with the hash of each. */
export interface Seeds {
  readonly size: number
  /** Start of each chosen k-mer, ascending. */
  readonly starts: Int32Array
  readonly hashes: Int32Array
}

const BASE = 0x01000193

/** Spreads the bits of a number (finalizer of MurmurHash3). */
export function scramble(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/**
 * Hashes the k-mers of `keys[start, end)` and keeps one in `sampling` of them, by their hash alone:
 * so two witnesses keep the same k-mers wherever they agree.
 *
 * @param sampling a power of two; 1 keeps all
 */
export function seedsOf(
  keys: Int32Array,
  start: number,
  end: number,
  size: number,
  sampling: number,
): Seeds {
  const room = Math.max(0, end - start - size + 1)
  let starts: Int32Array = new Int32Array(Math.ceil((room / sampling) * 1.1) + 16)
  let hashes: Int32Array = new Int32Array(starts.length)
  const mask = sampling - 1
  let weight = 1
  for (let i = 1; i < size; i++) weight = Math.imul(weight, BASE)
  let rolling = 0
  if (room > 0) {
    for (let i = start; i < start + size - 1; i++) {
      rolling = (Math.imul(rolling, BASE) + scramble(at(keys, i) + 1)) | 0
    }
  }
  let count = 0
  for (let i = start; i < start + room; i++) {
    rolling = (Math.imul(rolling, BASE) + scramble(at(keys, i + size - 1) + 1)) | 0
    const hash = scramble(rolling)
    if ((hash & mask) === 0) {
      if (count === starts.length) {
        starts = doubled(starts)
        hashes = doubled(hashes)
      }
      starts[count] = i
      hashes[count++] = hash
    }
    rolling = (rolling - Math.imul(scramble(at(keys, i) + 1), weight)) | 0
  }
  return { size, starts: starts.subarray(0, count), hashes: hashes.subarray(0, count) }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
