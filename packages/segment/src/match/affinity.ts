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

/** Likeness of two headlines, 0 to 1: shared runs of two characters (Dice). */
export function titleLikeness(one: string, two: string): number {
  const left = runsOf(one, 2)
  const right = runsOf(two, 2)
  if (left.size === 0 || right.size === 0) return one === two ? 1 : 0
  let both = 0
  for (const run of left) if (right.has(run)) both++
  return (2 * both) / (left.size + right.size)
}
