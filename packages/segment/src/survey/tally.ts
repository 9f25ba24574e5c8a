/** Numbers by key, in typed arrays with open addressing: many times as fast as a map of the same size. */
export interface Tally {
  readonly get: (key: number) => number
  readonly add: (key: number) => void
  /** Replaces every value. */
  readonly each: (change: (value: number) => number) => void
}

/** `most` is how many different keys there may be; keys are positive and below 2³². */
export function tallyOf(most: number): Tally {
  let size = 1 << 10
  while (size < most * 1.5) size *= 2
  const keys = new Uint32Array(size)
  const values = new Float32Array(size)
  const mask = size - 1
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 7) & mask
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  return {
    get: (key) => values[slotOf(key)] ?? 0,
    add(key) {
      const slot = slotOf(key)
      keys[slot] = key
      values[slot] = (values[slot] ?? 0) + 1
    },
    each(change) {
      for (let slot = 0; slot < size; slot++) {
        if (keys[slot] !== 0) values[slot] = change(values[slot] ?? 0)
      }
    },
  }
}
