import { type Chain, likeliest, marginals } from './chain.ts'
import {
  BEGINS,
  FURNITURE,
  LABELS,
  type Label,
  type Labelled,
  type NamedWeight,
  type PhysicalLine,
} from './model.ts'
import { type Observation, observe } from './observe.ts'
import { fittedWeights, type Model, modelOf, type Weights } from './weights.ts'

const COUNT = LABELS.length
const BEGINNING = LABELS.flatMap((label, at) => (BEGINS.has(label) ? [at] : []))
/** Features that are told of a line. */
const TOLD = 6
/** Labels less likely than this are not told. */
const LEAST = 0.001
/** Probabilities are not told apart closer to zero or one than this. */
const FINEST = 1e-9

const models = new WeakMap<Weights, Model>()

/**
 * Says of every line of one source what it is.
 *
 * @param lines all lines that hold more than white space, furniture too, in file order
 * @param weights those that were fitted, but for measuring others
 * @param told what is known from elsewhere of each label of each line, in nats
 */
export function labelLines(
  lines: readonly PhysicalLine[],
  weights: Weights = fittedWeights(),
  told?: Float64Array,
): Labelled[] {
  const model = models.get(weights) ?? modelOf(weights)
  models.set(weights, model)
  const observation = observe(lines, model.rows)
  const own = chainOf(observation, model)
  const chain =
    told === undefined
      ? own
      : { ...own, emission: own.emission.map((nats, at) => nats + (told[at] ?? 0)) }
  const path = likeliest(chain)
  const { line } = marginals(chain)
  return lines.map((_, at) => {
    const label = path[at] ?? 0
    const share = line.subarray(at * COUNT, (at + 1) * COUNT)
    let begins = 0
    for (const index of BEGINNING) begins += share[index] ?? 0
    return {
      label: LABELS[label] ?? 'paragraph',
      margin: logOdds(share[label] ?? 0),
      odds: oddsOf(share),
      begins: logOdds(begins),
      because: because(observation, model, at, label, rivalOf(share, label)),
    }
  })
}

/** The scores of every label for every line. */
export function chainOf(
  { length, starts, rows }: Observation,
  { weight, transition }: Model,
): Chain {
  const emission = new Float64Array(length * COUNT)
  for (let at = 0; at < length; at++) {
    const line = at * COUNT
    const end = starts[at + 1] ?? 0
    for (let entry = starts[at] ?? 0; entry < end; entry++) {
      const row = (rows[entry] ?? 0) * COUNT
      for (let label = 0; label < COUNT; label++) {
        emission[line + label] = (emission[line + label] ?? 0) + (weight[row + label] ?? 0)
      }
    }
  }
  return { labels: COUNT, length, emission, transition }
}

function oddsOf(share: Float64Array): Labelled['odds'] {
  const odds: Partial<Record<Label, number>> = {}
  for (let at = 0; at < COUNT; at++) {
    const label = LABELS[at]
    const probability = share[at] ?? 0
    if (label !== undefined && probability >= LEAST) odds[label] = logOdds(probability)
  }
  return odds
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - FINEST, Math.max(FINEST, probability))
  return Math.log(bounded / (1 - bounded))
}

/** Log-odds that a line is furniture of any kind, in nats. */
export function furnitureOdds({ odds }: Pick<Labelled, 'odds'>): number {
  let [furniture, text] = [0, 0]
  for (const label of LABELS) {
    const nats = odds[label]
    const share = nats === undefined ? 0 : 1 / (1 + Math.exp(-nats))
    if (FURNITURE.has(label)) furniture += share
    else text += share
  }
  return Math.log(Math.max(FINEST, furniture) / Math.max(FINEST, text))
}

/** The likeliest label but one. */
function rivalOf(share: Float64Array, label: number): number {
  let rival = label === 0 ? 1 : 0
  for (let other = 0; other < share.length; other++) {
    if (other !== label && (share[other] ?? 0) > (share[rival] ?? 0)) rival = other
  }
  return rival
}

/** The features that speak loudest for a label against its rival, or for the rival. */
function because(
  { starts, rows }: Observation,
  { weight, names }: Model,
  at: number,
  label: number,
  rival: number,
): NamedWeight[] {
  const told: NamedWeight[] = []
  for (let entry = starts[at] ?? 0; entry < (starts[at + 1] ?? 0); entry++) {
    const row = rows[entry] ?? 0
    const nats = (weight[row * COUNT + label] ?? 0) - (weight[row * COUNT + rival] ?? 0)
    const last = told[TOLD - 1]
    if (nats === 0 || (last !== undefined && Math.abs(nats) <= Math.abs(last.nats))) continue
    const place = told.findIndex((other) => Math.abs(other.nats) < Math.abs(nats))
    told.splice(place < 0 ? told.length : place, 0, { name: names[row] ?? '', nats })
    if (told.length > TOLD) told.pop()
  }
  return told.map(({ name, nats }) => ({ name, nats: Math.round(nats * 100) / 100 }))
}
