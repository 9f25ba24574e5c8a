import { numbersAt, SHOWS } from './operands.ts'
import type { Operation } from './operations.ts'
import { codesOf } from './text.ts'

/** A rectangle as `[left, bottom, right, top]`, in the space of the page. */
export type Area = readonly [number, number, number, number]

type Matrix = readonly [number, number, number, number, number, number]

const UNIT: Matrix = [1, 0, 0, 1, 0, 0]

/** The em square above and below the baseline, and the width of a letter, in ems. */
const [ABOVE, BELOW, LETTER] = [0.88, 0.12, 0.55]

/**
 * Where stretches of a content stream show their text, undefined where a stretch shows none. Widths are guessed: glyphs of
 * vertical lines are shown one by one, each a square; others are taken for letters.
 * Source: ISO 32000-1, 8.3.4 and 9.4.2.
 */
export function areasOf(
  operations: readonly Operation[],
  stretches: readonly Stretch[],
): (Area | undefined)[] {
  const areas: (Area | undefined)[] = stretches.map(() => undefined)
  for (const { from, to, glyphs, size, space } of showings(operations)) {
    const at = stretches.findIndex((s) => s.from <= from && to <= s.to)
    if (at < 0) continue
    const width = size * (glyphs === 1 ? 1 : glyphs * LETTER)
    areas[at] = joined(areas[at], areaOf(width, size, space))
  }
  return areas
}

/**
 * Whether stretches of vertical lines stand in the line of what is shown before them or of what is shown after.
 *
 * @param stretches in their order.
 */
export function besides(
  operations: readonly Operation[],
  stretches: readonly Stretch[],
): ('after' | 'before' | undefined)[] {
  if (stretches.length === 0) return []
  const shown = [...showings(operations)]
  let next = 0
  return stretches.map(({ from, to }) => {
    while ((shown[next]?.from ?? Number.POSITIVE_INFINITY) < from) next += 1
    const [previous, own] = [shown[next - 1], shown[next]]
    let last = next
    while ((shown[last]?.from ?? Number.POSITIVE_INFINITY) < to) last += 1
    const following = shown[last]
    if (own === undefined || previous === undefined || following === undefined) return undefined
    const off = ({ space }: Showing): number => Math.abs(space[4] - own.space[4])
    const [back, on] = [off(previous), off(following)]
    // Letters on their side begin up to an em farther left than characters of the same line.
    if (Math.abs(back - on) < Math.min(previous.size, following.size) * 0.3) return undefined
    return back < on ? 'after' : 'before'
  })
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** An operator that shows text, with the space in which it does. */
interface Showing extends Stretch {
  /** Number of its glyphs. */
  readonly glyphs: number
  readonly size: number
  readonly space: Matrix
}

function* showings(operations: readonly Operation[]): Generator<Showing> {
  const saved: Matrix[] = []
  let space = UNIT
  let text = UNIT
  let size = 0
  for (const operation of operations) {
    const { name, start: from, end: to } = operation
    if (name === 'q') saved.push(space)
    else if (name === 'Q') space = saved.pop() ?? space
    else if (name === 'BT') text = UNIT
    else if (name === 'Tf') size = numbersAt(operation)[0] ?? 0
    else if (name === 'cm') space = times(matrixOf(operation), space)
    else if (name === 'Tm') text = matrixOf(operation)
    else if (name === 'Td' || name === 'TD') {
      const [x = 0, y = 0] = numbersAt(operation)
      text = times([1, 0, 0, 1, x, y], text)
    } else if (SHOWS.has(name)) {
      const glyphs = codesOf(operation).length
      yield { from, to, glyphs, size, space: times(text, space) }
    }
  }
}

function matrixOf(operation: Operation): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersAt(operation)
  return [a, b, c, d, e, f]
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ]
}

function areaOf(width: number, size: number, [a, b, c, d, e, f]: Matrix): Area {
  const corners = [0, width].flatMap((x) => [-BELOW, ABOVE].map((y) => [x, y * size] as const))
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** The smallest rectangle around both. */
export function joined(one: Area | undefined, other: Area): Area {
  if (one === undefined) return other
  const [a, b, c, d] = one
  return [
    Math.min(a, other[0]),
    Math.min(b, other[1]),
    Math.max(c, other[2]),
    Math.max(d, other[3]),
  ]
}
