import { expect, it } from 'vitest'
import { randIndex } from '../src/scale/rand-index.ts'

const pairs = (one: string, other: string) =>
  [...one].map((label, i) => [label, other[i] ?? ''] as const)

it('the adjusted Rand index is 1 for the same classes by other names, and lower for any others', () => {
  expect(randIndex(pairs('aabbcc', 'xxyyzz'))).toBe(1)
  // Hand-counted: one pair in common, three and two in each, of fifteen.
  expect(randIndex(pairs('aabbcc', 'xyyzzw'))).toBeCloseTo(
    (0 - (3 * 2) / 15) / (2.5 - (3 * 2) / 15),
  )
  expect(randIndex(pairs('aaaaaa', 'xxxxxx'))).toBe(1)
})
