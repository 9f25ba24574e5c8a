import {
  chainOf,
  FEATURES,
  LABELS,
  type Label,
  type Model,
  marginals,
  type Observation,
  observe,
  type Rows,
  type Weights,
} from '@huijiao/segment/label'
import { type LabelCase, masksOf } from './case.ts'
import { minimize } from './lbfgs.ts'

const COUNT = LABELS.length

export interface FitOptions {
  /** Weight of the squares of all weights against the likelihood (a Gaussian prior of variance 1 / `prior`). */
  readonly prior: number
  /** Price of the magnitude of each weight, which leaves most of them at zero. */
  readonly price: number
  readonly rounds: number
  /** Values of features that fewer lines have get no weight. */
  readonly least: number
  /** Weights smaller than this, in nats, are dropped in the end. */
  readonly prune: number
  /** How much the lines of a case count. */
  readonly share: (given: LabelCase) => number
}

interface Row {
  readonly feature: number
  readonly offset: number
  readonly value: string
}

/** The weights under which what is true of the cases is likeliest (conditional random field, hidden where truth does not say). */
export function fit(
  cases: readonly LabelCase[],
  options: FitOptions,
  log: (line: string) => void,
): Pick<Weights, 'transitions' | 'features'> {
  const { rows, rowsOf } = vocabulary(cases, options.least)
  const seen = cases.map((given) => ({
    observation: observe(given.lines, rowsOf),
    masks: masksOf(given),
    share: options.share(given),
  }))
  const size = rows.length * COUNT + COUNT * COUNT
  log(
    `${cases.length} sources, ${seen.reduce((sum, { observation }) => sum + observation.length, 0)} lines, ${rows.length} values of features`,
  )
  const split = (all: Float64Array): Model => ({
    rows: rowsOf,
    weight: all.subarray(0, rows.length * COUNT),
    transition: all.subarray(rows.length * COUNT),
    names: [],
  })
  const found = minimize(
    (at, gradient) => {
      let value = 0
      for (let index = 0; index < size; index++) {
        value += (options.prior / 2) * (at[index] ?? 0) ** 2
        gradient[index] = options.prior * (at[index] ?? 0)
      }
      for (const one of seen) value += addCase(one, split(at), split(gradient))
      return value
    },
    { size, rounds: options.rounds, price: options.price },
    (round, value) => {
      if (round % 20 === 0) log(`  round ${round}: ${value.toFixed(1)}`)
    },
  )
  return stored(split(found), rows, options.prune)
}

/** Adds what one case has to say to the gradient; returns its negative log-likelihood. */
function addCase(
  { observation, masks, share }: { observation: Observation; masks: Int32Array; share: number },
  model: Model,
  gradient: Model,
): number {
  const chain = chainOf(observation, model)
  const free = marginals(chain)
  const held = marginals(chain, masks)
  const { starts, rows, length } = observation
  const more = new Float64Array(COUNT)
  for (let at = 0; at < length; at++) {
    const line = at * COUNT
    for (let label = 0; label < COUNT; label++) {
      more[label] = share * ((free.line[line + label] ?? 0) - (held.line[line + label] ?? 0))
    }
    const end = starts[at + 1] ?? 0
    for (let entry = starts[at] ?? 0; entry < end; entry++) {
      const row = (rows[entry] ?? 0) * COUNT
      for (let label = 0; label < COUNT; label++) {
        gradient.weight[row + label] = (gradient.weight[row + label] ?? 0) + (more[label] ?? 0)
      }
    }
  }
  for (let pair = 0; pair < COUNT * COUNT; pair++) {
    const more = share * ((free.pairs[pair] ?? 0) - (held.pairs[pair] ?? 0))
    gradient.transition[pair] = (gradient.transition[pair] ?? 0) + more
  }
  return share * (free.logSum - held.logSum)
}

/** Gives a row to each value that enough lines have. */
function vocabulary(cases: readonly LabelCase[], least: number): { rows: Row[]; rowsOf: Rows } {
  const counts = new Map<string, number>()
  const keyOf = (feature: number, offset: number, value: string): string =>
    `${feature} ${offset} ${value}`
  for (const { lines } of cases) {
    observe(lines, (feature, offset, value) => {
      const key = keyOf(feature, offset, value)
      counts.set(key, (counts.get(key) ?? 0) + 1)
      return -1
    })
  }
  const kept = [...counts].filter(([, count]) => count >= least).map(([key]) => key)
  const index = new Map(kept.map((key, at) => [key, at]))
  const rows = kept.map((key): Row => {
    const [feature = '', offset = '', ...value] = key.split(' ')
    return { feature: Number(feature), offset: Number(offset), value: value.join(' ') }
  })
  return {
    rows,
    rowsOf: (feature, offset, value) => index.get(keyOf(feature, offset, value)) ?? -1,
  }
}

/** Weights as they are stored: rounded, the small ones left out. */
function stored(
  { weight, transition }: Model,
  rows: readonly Row[],
  prune: number,
): Pick<Weights, 'transitions' | 'features'> {
  const byLabel = (from: Float64Array, start: number): Partial<Record<Label, number>> =>
    Object.fromEntries(
      LABELS.flatMap((label, at): [string, number][] => {
        const nats = Math.round((from[start + at] ?? 0) * 100) / 100
        return Math.abs(nats) < prune ? [] : [[label, nats]]
      }),
    )
  const features: Record<
    string,
    Record<string, Record<string, Partial<Record<Label, number>>>>
  > = {}
  for (const [at, { feature, offset, value }] of rows.entries()) {
    const labels = byLabel(weight, at * COUNT)
    if (Object.keys(labels).length === 0) continue
    const name = FEATURES[feature]?.name ?? ''
    const offsets = (features[name] ??= {})
    const values = (offsets[String(offset)] ??= {})
    values[value] = labels
  }
  const transitions = Object.fromEntries(
    LABELS.map((label, at) => [label, byLabel(transition, at * COUNT)]),
  )
  return { transitions, features }
}
