/** A function to be made least, with its gradient, which is written into `gradient`. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

/** Steps that are remembered. */
const MEMORY = 8
/** A step must save this share of what the slope promises (Armijo). */
const ENOUGH = 1e-4
/** A step that must be shorter than this share of the first is none. */
const SHORTEST = 1e-6
/** The search ends when a round saves less than this share of the value. */
const STILL = 1e-5

/**
 * Finds where a smooth function and `price` times the sum of all magnitudes together are least, from zero
 * (OWL-QN, Andrew and Gao 2007). A price above zero makes most values exactly zero.
 */
export function minimize(
  objective: Objective,
  { size, rounds, price }: { size: number; rounds: number; price: number },
  progress: (round: number, value: number) => void,
): Float64Array {
  let at: Float64Array = new Float64Array(size)
  let gradient: Float64Array = new Float64Array(size)
  let value = objective(at, gradient)
  const past: Step[] = []
  for (let round = 1; round <= rounds; round++) {
    const slopes = withPrice(at, gradient, price)
    const direction = downhill(slopes, past)
    if (price > 0) keepSides(direction, slopes)
    const slope = dot(direction, slopes)
    let length = past.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(slopes, slopes))) : 1
    const nextGradient = new Float64Array(size)
    const tried = (): Float64Array =>
      price > 0 ? priced(at, direction, slopes, length) : moved(at, direction, length)
    let next = tried()
    let nextValue = objective(next, nextGradient) + price * magnitude(next)
    while (nextValue > value + ENOUGH * length * slope && length > SHORTEST) {
      length /= 2
      next = tried()
      nextValue = objective(next, nextGradient) + price * magnitude(next)
    }
    if (nextValue >= value) break
    const step = difference(next, at)
    const change = difference(nextGradient, gradient)
    const curvature = dot(step, change)
    if (curvature > 1e-10) past.push({ step, change, rho: 1 / curvature })
    if (past.length > MEMORY) past.shift()
    const saved = value - nextValue
    ;[at, gradient, value] = [next, nextGradient, nextValue]
    progress(round, value)
    if (saved < STILL * Math.abs(value)) break
  }
  return at
}

interface Step {
  readonly step: Float64Array
  readonly change: Float64Array
  readonly rho: number
}

/** The slope of the function with its price; zero where the price holds a value at zero. */
function withPrice(at: Float64Array, gradient: Float64Array, price: number): Float64Array {
  return gradient.map((slope, index) => {
    const value = at[index] ?? 0
    if (value !== 0) return slope + price * Math.sign(value)
    return Math.sign(slope) * Math.max(0, Math.abs(slope) - price)
  })
}

/** A value moves only to the side to which its own slope falls. */
function keepSides(direction: Float64Array, slopes: Float64Array): void {
  for (let index = 0; index < direction.length; index++) {
    if ((direction[index] ?? 0) * (slopes[index] ?? 0) >= 0) direction[index] = 0
  }
}

function magnitude(at: Float64Array): number {
  return at.reduce((sum, value) => sum + Math.abs(value), 0)
}

/** The direction of the step: the gradient, bent by what earlier steps have shown (two loops). */
function downhill(gradient: Float64Array, past: readonly Step[]): Float64Array {
  const direction = gradient.map((slope) => -slope)
  const shares: number[] = []
  for (const { step, change, rho } of [...past].reverse()) {
    const share = rho * dot(step, direction)
    shares.push(share)
    add(direction, change, -share)
  }
  const last = past.at(-1)
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.change, last.change))
    for (let index = 0; index < direction.length; index++)
      direction[index] = (direction[index] ?? 0) * scale
  }
  for (const { step, change, rho } of past) {
    const share = rho * dot(change, direction)
    add(direction, step, (shares.pop() ?? 0) - share)
  }
  return direction
}

function dot(one: Float64Array, two: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (two[index] ?? 0)
  return sum
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let index = 0; index < to.length; index++)
    to[index] = (to[index] ?? 0) + times * (what[index] ?? 0)
}

function moved(at: Float64Array, direction: Float64Array, length: number): Float64Array {
  return at.map((value, index) => value + length * (direction[index] ?? 0))
}

/** A step at a price: a value that would pass zero stays there. */
function priced(
  at: Float64Array,
  direction: Float64Array,
  slopes: Float64Array,
  length: number,
): Float64Array {
  return moved(at, direction, length).map((next, index) => {
    const value = at[index] ?? 0
    const side = value !== 0 ? Math.sign(value) : -Math.sign(slopes[index] ?? 0)
    return next * side > 0 ? next : 0
  })
}

function difference(one: Float64Array, two: Float64Array): Float64Array {
  return one.map((value, index) => value - (two[index] ?? 0))
}
