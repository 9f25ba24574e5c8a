import type { Alignment, Unit } from '@huijiao/collate'

/** Pairs of characters that truly correspond, and how many of them stand together. */
export interface Recovered {
  readonly pairs: number
  readonly found: number
}

/**
 * Counts true pairs over all pairs of copies. A pair is found where both stand in one place: the
 * same character of an equal unit, the same variant unit, or the same place of a moved block.
 *
 * @param origins by witness, by token: the character of the source, or -1
 */
export function recovered(
  alignment: Alignment,
  origins: readonly Int32Array[],
  length: number,
): Recovered {
  const places = origins.map(() => new Float64Array(length).fill(-1))
  const moved = origins.map(() => new Map<number, number>())
  const record = (
    unit: Unit,
    number: number,
    enter: (w: number, origin: number, place: number) => void,
  ): void => {
    for (const [w, [start, end]] of unit.spans.entries()) {
      for (let i = start; i < end; i++) {
        const origin = origins[w]?.[i] ?? -1
        if (origin >= 0) enter(w, origin, number * 0x200000 + (unit.equal ? i - start : 0))
      }
    }
  }
  for (const [number, unit] of alignment.units.entries()) {
    record(unit, number, (w, origin, place) => {
      const list = places[w]
      if (list !== undefined) list[origin] = place
    })
  }
  let inner = 0
  for (const { units } of alignment.transpositions) {
    for (const unit of units)
      record(unit, inner++, (w, origin, place) => moved[w]?.set(origin, place))
  }
  let pairs = 0
  let found = 0
  for (let a = 0; a < origins.length; a++) {
    for (let b = a + 1; b < origins.length; b++) {
      for (let i = 0; i < length; i++) {
        const x = places[a]?.[i] ?? -1
        const y = places[b]?.[i] ?? -1
        if (x < 0 || y < 0) continue
        pairs++
        const together = moved[a]?.get(i)
        if (x === y || (together !== undefined && together === moved[b]?.get(i))) found++
      }
    }
  }
  return { pairs, found }
}
