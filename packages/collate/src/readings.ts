import type { Alignment, Unit, Witness } from './model.ts'

/**
 * Says which witnesses agree in a unit: by witness index the number of its reading, counted from 0
 * in order of first appearance; -1 where the witness has nothing.
 */
export function readingsOf(unit: Unit, witnesses: readonly Witness[]): number[] {
  if (unit.equal) return unit.spans.map(() => 0)
  const readings = new Map<string, number>()
  return unit.spans.map(([start, end], w) => {
    if (start === end) return -1
    const tokens = witnesses[w]?.tokens.slice(start, end) ?? []
    const reading = tokens.map(({ n }) => `${n.length}:${n}`).join('')
    const number = readings.get(reading) ?? readings.size
    readings.set(reading, number)
    return number
  })
}

/**
 * Says which witnesses cover a unit at all: false before the first and after the last token of a
 * witness, where it is not so much lacking the text as not there to have it.
 */
export function coverage(alignment: Alignment): (unit: number, witness: number) => boolean {
  const ranges = alignment.sigla.map((_, w) => {
    const filled = (unit: Unit): boolean =>
      unit.spans[w] !== undefined && unit.spans[w][0] < unit.spans[w][1]
    return [alignment.units.findIndex(filled), alignment.units.findLastIndex(filled)] as const
  })
  return (unit, witness) => {
    const [first, last] = ranges[witness] ?? [-1, -1]
    return first >= 0 && unit >= first && unit <= last
  }
}
