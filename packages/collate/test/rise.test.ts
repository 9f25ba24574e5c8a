import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestRise } from '../src/core/rise.ts'

interface Item {
  readonly place: number
  readonly weight: number
}

const weightOf = (items: Iterable<Item>): number =>
  [...items].reduce((sum, { weight }) => sum + weight, 0)

const rises = (items: readonly Item[]): boolean =>
  items.every(({ place }, at) => place >= (items[at - 1]?.place ?? place))

/** The weight of the heaviest choice, by trying all. */
function tried(items: readonly Item[]): number {
  let most = 0
  for (let mask = 0; mask < 2 ** items.length; mask++) {
    const own = items.filter((_, at) => ((mask >> at) & 1) === 1)
    if (rises(own)) most = Math.max(most, weightOf(own))
  }
  return most
}

describe('the heaviest choice that rises', () => {
  it('takes for moved what is lightest', () => {
    const [one, moved, two] = [
      { place: 1, weight: 5 },
      { place: 9, weight: 4 },
      { place: 3, weight: 5 },
    ]
    expect(heaviestRise([one, moved, two], (item) => item)).toEqual(new Set([one, two]))
    expect(heaviestRise<Item>([], (item) => item)).toEqual(new Set())
  })

  it('is the heaviest of all, and in order', () => {
    const item = fc.record({
      place: fc.integer({ min: 0, max: 6 }),
      weight: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 9 }), (items) => {
        const chosen = heaviestRise(items, (own) => own)
        expect(weightOf(chosen)).toBe(tried(items))
        expect(rises(items.filter((own) => chosen.has(own)))).toBe(true)
      }),
      { seed: 7 },
    )
  })
})
