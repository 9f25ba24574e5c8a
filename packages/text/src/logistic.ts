/** A logistic model of two classes in one measure: log odds `offset + slope * x`. */
export interface Logistic {
  readonly offset: number
  readonly slope: number
}

/** Strength of the pull towards no effect, as a share of one observation. */
const RIDGE = 0.5
const STEPS = 30

/**
 * Fits a logistic model by Newton's method, drawn slightly towards zero so that a measure that parts the
 * classes altogether keeps a finite slope.
 *
 * @param points measures with their class.
 */
export function fitLogistic(
  points: readonly { readonly x: number; readonly is: boolean }[],
): Logistic {
  let [offset, slope] = [0, 0]
  for (let step = 0; step < STEPS; step += 1) {
    let [g0, g1] = [-RIDGE * offset, -RIDGE * slope]
    let [h00, h01, h11] = [RIDGE, 0, RIDGE]
    for (const { x, is } of points) {
      const p = 1 / (1 + Math.exp(-offset - slope * x))
      const d = (is ? 1 : 0) - p
      const v = p * (1 - p)
      g0 += d
      g1 += d * x
      h00 += v
      h01 += v * x
      h11 += v * x * x
    }
    const determinant = h00 * h11 - h01 * h01
    const [d0, d1] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant]
    offset += d0
    slope += d1
    if (Math.abs(d0) + Math.abs(d1) < 1e-7) break
  }
  return { offset, slope }
}
