/** How well a short text (a headline) goes with a long one, and two long ones with each other. */

/** The runs of `length` characters in a folded text. */
function runsOf(text: string, length: number): Set<string> {
  const points = Array.from(text)
  const runs = new Set<string>()
  for (let at = 0; at + length <= points.length; at++)
    runs.add(points.slice(at, at + length).join(''))
  return runs
}

/**
 * For each headline and each body the share of the headline's runs that the body has; a run that several
 * bodies have counts for each of them less. Rows are headlines.
 */
export function titleAffinities(titles: readonly string[], bodies: readonly string[]): number[][] {
  return titles.map((title) => {
    const scores = bodies.map(() => 0)
    let total = 0
    for (const length of [2, 3, 4]) {
      for (const run of runsOf(title, length)) {
        total += length
        const holders = bodies.flatMap((body, index) => (body.includes(run) ? [index] : []))
        for (const index of holders) {
          scores[index] = (scores[index] ?? 0) + length / holders.length
        }
      }
    }
    return scores.map((score) => (total === 0 ? 0 : score / total))
  })
}

/** Weights of pairs of characters by their rarity in a set of texts. */
export interface PairWeights {
  readonly weights: ReadonlyMap<string, number>
  readonly missing: number
}

export function pairWeights(texts: readonly string[]): PairWeights {
  const holders = new Map<string, number>()
  for (const text of texts) {
    for (const run of runsOf(text, 2)) holders.set(run, (holders.get(run) ?? 0) + 1)
  }
  const weights = new Map<string, number>()
  for (const [run, count] of holders) weights.set(run, Math.log((texts.length + 1) / (count + 0.5)))
  return { weights, missing: Math.log(texts.length + 1) }
}

/** Cosine of the weighted character pairs of two folded texts, 0 to 1. */
export function cohesion(one: string, two: string, { weights, missing }: PairWeights): number {
  const left = runsOf(one, 2)
  const right = runsOf(two, 2)
  const weigh = (run: string): number => (weights.get(run) ?? missing) ** 2
  let both = 0
  let a = 0
  let b = 0
  for (const run of left) {
    a += weigh(run)
    if (right.has(run)) both += weigh(run)
  }
  for (const run of right) b += weigh(run)
  return a === 0 || b === 0 ? 0 : both / Math.sqrt(a * b)
}

/** Likeness of two headlines, 0 to 1: shared runs of two characters (Dice). */
export function titleLikeness(one: string, two: string): number {
  const left = runsOf(one, 2)
  const right = runsOf(two, 2)
  if (left.size === 0 || right.size === 0) return one === two ? 1 : 0
  let both = 0
  for (const run of left) if (right.has(run)) both++
  return (2 * both) / (left.size + right.size)
}
