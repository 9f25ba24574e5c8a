import { at } from './at.ts'
import { scramble } from './seeds.ts'

/** Statistics over the witnesses of which tokens belong together. */
export interface Pairs {
  /** Number of times one token follows another, over all witnesses. */
  count(a: number, b: number): number
  /** Whether two tokens occur together repeatedly: a word or a name, or part of one. */
  recurs(a: number, b: number): boolean
  /** Whether two tokens occur together more often than either occurs without the other. */
  firm(a: number, b: number): boolean
}

/** Tokens that are counted, of all witnesses together: enough to know the words by. */
const SAMPLE = 1 << 17
/** Least occurrences of such a pair in each witness, on average. */
const OFTEN = 3
/** Share of the occurrences of its rarer token that a recurring pair accounts for. */
const RECURRING = 0.25
/** Least occurrences of a firm pair in each witness, on average. */
const FIRM = 0.5

/** Counts the pairs of neighbouring tokens, when first asked, at the beginnings of the witnesses. */
export function pairsIn(witnesses: readonly Int32Array[], kinds: number): Pairs {
  let known: Counted | undefined
  const counts = (): Counted => {
    known ??= countPairs(witnesses, kinds)
    return known
  }
  const standTogether = (a: number, b: number, share: number): boolean => {
    const counted = counts()
    const together = counted.pair(a, b)
    if (together < OFTEN * witnesses.length) return false
    return together >= share * Math.min(at(counted.single, a), at(counted.single, b))
  }
  return {
    count: (a, b) => counts().pair(a, b),
    recurs: (a, b) => standTogether(a, b, RECURRING),
    firm: (a, b) => standTogether(a, b, FIRM),
  }
}

interface Counted {
  readonly single: Int32Array
  pair(a: number, b: number): number
}

function countPairs(witnesses: readonly Int32Array[], kinds: number): Counted {
  const share = Math.floor(SAMPLE / Math.max(1, witnesses.length))
  const single = new Int32Array(kinds)
  const firsts = new Int32Array(2 * SAMPLE).fill(-1)
  const seconds = new Int32Array(2 * SAMPLE)
  const often = new Int32Array(2 * SAMPLE)
  const slotOf = (a: number, b: number): number => {
    let slot = scramble(Math.imul(a, 0x9e3779b1) + b) & (2 * SAMPLE - 1)
    while (at(firsts, slot) >= 0 && (at(firsts, slot) !== a || at(seconds, slot) !== b)) {
      slot = (slot + 1) & (2 * SAMPLE - 1)
    }
    return slot
  }
  for (const keys of witnesses) {
    const end = Math.min(keys.length, share)
    for (let i = 0; i < end; i++) {
      const key = at(keys, i)
      single[key] = at(single, key) + 1
      if (i === 0) continue
      const slot = slotOf(at(keys, i - 1), key)
      firsts[slot] = at(keys, i - 1)
      seconds[slot] = key
      often[slot] = at(often, slot) + 1
    }
  }
  return { single, pair: (a, b) => at(often, slotOf(a, b)) }
}
