/** Inference in a linear chain: scores in nats, labels and lines by index. */

/** Scores of a chain: `emission[line * labels + label]`, `transition[from * labels + to]`. */
export interface Chain {
  readonly labels: number
  readonly length: number
  readonly emission: Float64Array
  readonly transition: Float64Array
}

/** Labels that a line may have, one bit each; absent where all may. */
export type Allowed = Int32Array

export interface Marginals {
  /** Log of the sum over all allowed labellings. */
  readonly logSum: number
  /** Probability of each label of each line. */
  readonly line: Float64Array
  /** Expected number of each transition. */
  readonly pairs: Float64Array
}

/** The likeliest labelling (Viterbi); of equals, the labels that come first. */
export function likeliest({ labels, length, emission, transition }: Chain): Int32Array {
  const path = new Int32Array(length)
  if (length === 0) return path
  const from = new Int32Array(length * labels)
  let best = emission.slice(0, labels)
  for (let at = 1; at < length; at++) {
    const next = new Float64Array(labels)
    for (let to = 0; to < labels; to++) {
      let [most, source] = [Number.NEGATIVE_INFINITY, 0]
      for (let label = 0; label < labels; label++) {
        const score = (best[label] ?? 0) + (transition[label * labels + to] ?? 0)
        if (score > most) [most, source] = [score, label]
      }
      next[to] = most + (emission[at * labels + to] ?? 0)
      from[at * labels + to] = source
    }
    best = next
  }
  let last = 0
  for (let label = 1; label < labels; label++) {
    if ((best[label] ?? 0) > (best[last] ?? 0)) last = label
  }
  for (let at = length - 1; at >= 0; at--) {
    path[at] = last
    last = from[at * labels + last] ?? 0
  }
  return path
}

/** Sums over all labellings (forward-backward, each line scaled to sum to one). */
export function marginals(chain: Chain, allowed?: Allowed): Marginals {
  const { labels, length, transition } = chain
  const weight = new Float64Array(labels * labels)
  for (let at = 0; at < weight.length; at++) weight[at] = Math.exp(transition[at] ?? 0)
  const { potential, logScale } = potentials(chain, allowed)
  const forward = new Float64Array(length * labels)
  const backward = new Float64Array(length * labels)
  const scale = new Float64Array(length)
  let logSum = logScale
  for (let at = 0; at < length; at++) {
    const row = at * labels
    let sum = 0
    for (let to = 0; to < labels; to++) {
      const own = potential[row + to] ?? 0
      let into = at === 0 ? 1 : 0
      if (at > 0 && own > 0) {
        for (let label = 0; label < labels; label++) {
          const share = forward[row - labels + label] ?? 0
          if (share > 0) into += share * (weight[label * labels + to] ?? 0)
        }
      }
      forward[row + to] = into * own
      sum += into * own
    }
    scale[at] = sum
    logSum += Math.log(sum)
    for (let to = 0; to < labels; to++) forward[row + to] = (forward[row + to] ?? 0) / sum
  }
  const pairs = new Float64Array(labels * labels)
  if (length > 0) backward.fill(1, (length - 1) * labels)
  const ahead = new Float64Array(labels)
  for (let at = length - 2; at >= 0; at--) {
    const row = at * labels
    const sum = scale[at + 1] ?? 1
    for (let to = 0; to < labels; to++) {
      const next = row + labels + to
      ahead[to] = ((potential[next] ?? 0) * (backward[next] ?? 0)) / sum
    }
    for (let label = 0; label < labels; label++) {
      const here = forward[row + label] ?? 0
      if (here === 0) continue
      let out = 0
      for (let to = 0; to < labels; to++) {
        const step = (weight[label * labels + to] ?? 0) * (ahead[to] ?? 0)
        out += step
        pairs[label * labels + to] = (pairs[label * labels + to] ?? 0) + here * step
      }
      backward[row + label] = out
    }
  }
  const line = forward
  for (let at = 0; at < line.length; at++) line[at] = (line[at] ?? 0) * (backward[at] ?? 0)
  return { logSum, line, pairs }
}

/** Emissions as factors, each line's greatest one; what is not allowed is zero. */
function potentials(
  { labels, length, emission }: Chain,
  allowed: Allowed | undefined,
): { readonly potential: Float64Array; readonly logScale: number } {
  const potential = new Float64Array(length * labels)
  let logScale = 0
  for (let at = 0; at < length; at++) {
    const row = at * labels
    const may = allowed?.[at] ?? -1
    let most = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labels; label++) {
      if (((may >> label) & 1) === 1) most = Math.max(most, emission[row + label] ?? 0)
    }
    logScale += most
    for (let label = 0; label < labels; label++) {
      const may_ = ((may >> label) & 1) === 1
      potential[row + label] = may_ ? Math.exp((emission[row + label] ?? 0) - most) : 0
    }
  }
  return { potential, logScale }
}
