import { at } from './at.ts'

/** Positions of a sequence whose k-mers were chosen, with the hash of each. */
export interface Seeds {
  readonly size: number
  /** Start of each chosen k-mer, ascending. */
  readonly starts: Int32Array
  readonly hashes: Int32Array
}

const BASE = 0x9e3779b1 | 0
const SPREAD = 0x85ebca6b | 0

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
  let weight = SPREAD
  for (let i = 1; i < size; i++) weight = Math.imul(weight, BASE)
  let rolling = 0
  if (room > 0) {
    for (let i = start; i < start + size - 1; i++) {
      rolling = (Math.imul(rolling, BASE) + Math.imul(at(keys, i) + 1, SPREAD)) | 0
    }
  }
  let count = 0
  for (let i = start; i < start + room; i++) {
    rolling = (Math.imul(rolling, BASE) + Math.imul(at(keys, i + size - 1) + 1, SPREAD)) | 0
    const hash = scramble(rolling)
    if ((hash & mask) === 0) {
      if (count === starts.length) {
        starts = doubled(starts)
        hashes = doubled(hashes)
      }
      starts[count] = i
      hashes[count++] = hash
    }
    rolling = (rolling - Math.imul(at(keys, i) + 1, weight)) | 0
  }
  return { size, starts: starts.subarray(0, count), hashes: hashes.subarray(0, count) }
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** The seeds of whole witnesses, hashed once for each size and sampling. */
export type HashedSeeds = (witness: number, size: number, sampling: number) => Seeds

export function hashedSeeds(witnesses: readonly Int32Array[]): HashedSeeds {
  const known = new Map<string, Seeds>()
  return (witness, size, sampling) => {
    const name = `${witness} ${size} ${sampling}`
    const cached = known.get(name)
    if (cached !== undefined) return cached
    const keys = witnesses[witness] ?? new Int32Array(0)
    const seeds = seedsOf(keys, 0, keys.length, size, sampling)
    known.set(name, seeds)
    return seeds
  }
}

/** The seeds that lie wholly in `[start, end)`. */
export function within(seeds: Seeds, start: number, end: number): Seeds {
  const from = firstAtOrAfter(seeds.starts, start)
  const to = Math.max(from, firstAtOrAfter(seeds.starts, end - seeds.size + 1))
  return {
    size: seeds.size,
    starts: seeds.starts.subarray(from, to),
    hashes: seeds.hashes.subarray(from, to),
  }
}

/** Index of the first number that is at least `value`, in an ascending list. */
export function firstAtOrAfter(list: Int32Array, value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(list, middle) < value) low = middle + 1
    else high = middle
  }
  return low
}
