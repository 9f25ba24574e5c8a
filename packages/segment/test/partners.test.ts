import { expect, test } from 'vitest'
import { partnersOf } from '../src/match/partners.ts'
import { segment } from '../src/segment.ts'
import { sourceOf } from './sources.ts'

/** Places of seeds that all of some sources share, a place of each. */
const everywhere = (count: number, seeds: number) => {
  const owner = Uint16Array.from({ length: count * seeds }, (_, at) => at % count)
  const order = Uint32Array.from(owner, (_, at) => at)
  const groups = Array.from(
    { length: seeds },
    (_, seed) => [seed * count, (seed + 1) * count] as const,
  )
  return { owner, order, groups }
}

const pairsOf = (count: number) => {
  const { owner, order, groups } = everywhere(count, 64)
  const together = partnersOf(count, owner, order, groups)
  return Array.from({ length: count }, (_, one) =>
    Array.from({ length: count }, (_, two) => two).filter(
      (two) => one !== two && together(one, two),
    ),
  )
}

test('few copies are all compared with one another', () => {
  for (const others of pairsOf(13)) expect(others).toHaveLength(12)
})

test('of many copies each is compared with some, and all are linked', () => {
  const pairs = pairsOf(60)
  expect(pairs.flat().length / 2).toBeLessThanOrEqual(60 * 13)
  const reached = new Set([0])
  for (const one of reached) for (const two of pairs[one] ?? []) reached.add(two)
  expect(reached.size).toBe(60)
})

test('two groups of copies that share little with one another stay linked', () => {
  // Fifty sources: 64 seeds stand in each of the first 25, 64 in each of the others, and one pair shares eight.
  const groups: (readonly [number, number])[] = []
  const owners: number[] = []
  const group = (own: readonly number[]): void => {
    groups.push([owners.length, owners.length + own.length])
    owners.push(...own)
  }
  const half = Array.from({ length: 25 }, (_, at) => at)
  for (let seed = 0; seed < 64; seed += 1) group(half)
  for (let seed = 0; seed < 64; seed += 1) group(half.map((at) => at + 25))
  for (let seed = 0; seed < 8; seed += 1) group([3, 40])
  const order = Uint32Array.from(owners, (_, at) => at)
  const together = partnersOf(50, Uint16Array.from(owners), order, groups)
  expect(together(3, 40)).toBe(true)
  expect(together(3, 41)).toBe(false)
})

test('two texts in twenty copies each are two works, each with all its copies', () => {
  const lines = (first: string) =>
    Array.from({ length: 30 }, (_, at) =>
      Array.from({ length: 24 }, (_, step) =>
        String.fromCodePoint(
          (first.codePointAt(0) ?? 0) + ((at * 331 + step * 97 + at * step) % 2500),
        ),
      ).join(''),
    ).map((line) => `　　${line}。`)
  const copies = (title: string, first: string) =>
    Array.from({ length: 20 }, (_, at) =>
      sourceOf(
        `${title[0]}${at}`,
        [title, '', ...lines(first)].join('\n'),
        `${title}${String(at).padStart(2, '0')}.txt`,
      ),
    )
  const { works } = segment([...copies('渡口旧事', '一'), ...copies('山村春雨', '樹')], null)
  expect(works.map(({ texts }) => texts.length)).toEqual([20, 20])
})
