import { readFileSync } from 'node:fs'
import { FEATURES } from './features.ts'
import { LABELS, type Label } from './model.ts'
import type { Rows } from './observe.ts'

/** Weights as they are stored, in nats; what is not named is zero. */
export interface Weights {
  /** Texts that they were fitted on, by kind. */
  readonly fittedOn: readonly string[]
  readonly date: string
  /** Scores on texts that they were not fitted on, by name. */
  readonly scores: Readonly<Record<string, number>>
  readonly transitions: Readonly<Record<string, ByLabel>>
  /** By feature, by lines away (`before`: -1, `here`: 0), by value. */
  readonly features: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, ByLabel>>>>>
  >
}

type ByLabel = Readonly<Partial<Record<Label, number>>>

let fitted: Weights | undefined

/** The weights of `data/label.json`, which `pnpm bench label --fit` writes; read once. */
export function fittedWeights(): Weights {
  fitted ??= JSON.parse(
    readFileSync(new URL('../../data/label.json', import.meta.url), 'utf8'),
  ) as Weights
  return fitted
}

/** Weights made ready for a chain. */
export interface Model {
  readonly rows: Rows
  /** `weight[row * LABELS.length + label]`. */
  readonly weight: Float64Array
  readonly transition: Float64Array
  /** Name of each row. */
  readonly names: readonly string[]
}

const COUNT = LABELS.length

export function modelOf(weights: Weights): Model {
  // By feature, by lines away from the line but one before on.
  const index: Map<string, number>[][] = FEATURES.map(() =>
    PLACES.map(() => new Map<string, number>()),
  )
  const names: string[] = []
  const values: number[] = []
  for (const [at, { name }] of FEATURES.entries()) {
    for (const [offset, byValue] of Object.entries(weights.features[name] ?? {})) {
      for (const [value, byLabel] of Object.entries(byValue)) {
        index[at]?.[Number(offset) + 2]?.set(value, names.length)
        names.push(nameOf(name, Number(offset), value))
        values.push(...LABELS.map((label) => byLabel[label] ?? 0))
      }
    }
  }
  const transition = new Float64Array(COUNT * COUNT)
  for (const [from, one] of LABELS.entries()) {
    for (const [to, two] of LABELS.entries()) {
      transition[from * COUNT + to] = weights.transitions[one]?.[two] ?? 0
    }
  }
  const rows: Rows = (feature, offset, value) => index[feature]?.[offset + 2]?.get(value) ?? -1
  return { rows, weight: Float64Array.from(values), transition, names }
}

/** @example nameOf('last character', -1, 'stop') // last character of the line before: stop */
export function nameOf(feature: string, offset: number, value: string): string {
  return `${feature}${PLACES[offset + 2] ?? ''}${value === 'yes' ? '' : `: ${value}`}`
}

const PLACES = [
  ' of the line but one before',
  ' of the line before',
  '',
  ' of the next line',
  ' of the next line but one',
]
