import { random } from '@huijiao/noise'
import { expect, it } from 'vitest'
import { type Chain, likeliest, marginals } from '../../src/label/index.ts'

const LABELS = 3
const LENGTH = 5

function chain(seed: number): Chain {
  const dice = random(seed)
  const scores = (count: number): Float64Array =>
    Float64Array.from({ length: count }, () => 4 * dice.next() - 2)
  return {
    labels: LABELS,
    length: LENGTH,
    emission: scores(LENGTH * LABELS),
    transition: scores(LABELS * LABELS),
  }
}

/** Every labelling with its score. */
function labellings({ emission, transition }: Chain): { path: number[]; score: number }[] {
  return Array.from({ length: LABELS ** LENGTH }, (_, code) => {
    const path = Array.from({ length: LENGTH }, (_, at) => Math.floor(code / LABELS ** at) % LABELS)
    const score = path.reduce((sum, label, at) => {
      const step = at === 0 ? 0 : (transition[(path[at - 1] ?? 0) * LABELS + label] ?? 0)
      return sum + step + (emission[at * LABELS + label] ?? 0)
    }, 0)
    return { path, score }
  })
}

it('finds the labelling that a search through all of them finds', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const given = chain(seed)
    const best = labellings(given).reduce((one, two) => (two.score > one.score ? two : one))
    expect([...likeliest(given)]).toEqual(best.path)
  }
})

it('gives each label the share that it has of all labellings, and of those that are allowed', () => {
  const given = chain(7)
  const allowed = Int32Array.from([0b111, 0b010, 0b101, 0b111, 0b110])
  for (const mask of [undefined, allowed]) {
    const all = labellings(given).filter(({ path }) =>
      path.every((label, at) => (((mask?.[at] ?? -1) >> label) & 1) === 1),
    )
    const sum = all.reduce((total, { score }) => total + Math.exp(score), 0)
    const found = marginals(given, mask)
    expect(found.logSum).toBeCloseTo(Math.log(sum), 9)
    for (let at = 0; at < LENGTH; at++) {
      for (let label = 0; label < LABELS; label++) {
        const share = all
          .filter(({ path }) => path[at] === label)
          .reduce((total, { score }) => total + Math.exp(score), 0)
        expect(found.line[at * LABELS + label]).toBeCloseTo(share / sum, 9)
      }
    }
    const steps = all.reduce(
      (total, { path, score }) =>
        total +
        path.filter((label, at) => label === 2 && path[at - 1] === 1).length * Math.exp(score),
      0,
    )
    expect(found.pairs[1 * LABELS + 2]).toBeCloseTo(steps / sum, 9)
  }
})

it('takes a chain of no lines', () => {
  const none = {
    labels: LABELS,
    length: 0,
    emission: new Float64Array(0),
    transition: new Float64Array(9),
  }
  expect([...likeliest(none)]).toEqual([])
  expect(marginals(none).logSum).toBe(0)
})
