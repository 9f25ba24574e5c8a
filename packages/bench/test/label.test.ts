import { labelLines, physicalLines } from '@huijiao/segment/label'
import { expect, it } from 'vitest'
import type { LabelCase } from '../src/label/case.ts'
import { fit } from '../src/label/fit.ts'
import { minimize } from '../src/label/lbfgs.ts'
import { figures, scoreWorks, worksOf } from '../src/label/score.ts'

/** A case of lines, each with its label and its work. */
function caseOf(
  ...rows: readonly (readonly [
    text: string,
    label: 'title' | 'paragraph' | 'advert',
    work: string | null,
  ])[]
): LabelCase {
  const points = Array.from(rows.map(([text]) => text).join('\n'))
  return {
    name: 'a',
    kind: 'newspaper',
    points,
    lines: physicalLines(points),
    truth: rows.map(([, label]) => [label]),
    works: rows.map(([, , work]) => work),
  }
}

it('counts an advertisement against the article that swallows it', () => {
  const page = caseOf(
    ['题目', 'title', 'A'],
    ['正文八个字如此', 'paragraph', 'A'],
    ['卖茶', 'advert', null],
  )
  expect(figures(scoreWorks(page, [0, 0, null]))).toEqual({
    precision: 1,
    recall: 1,
    f: 1,
    whole: 1,
  })
  // Nine letters of eleven: precision 9/11, a Jaccard index of 0.818.
  const swallowed = figures(scoreWorks(page, [0, 0, 0]))
  expect(swallowed).toMatchObject({ precision: 0.818, recall: 1, whole: 0 })
})

it('takes half of each letter off where an article is cut in two halves', () => {
  const page = caseOf(['一二三四', 'title', 'A'], ['五六七八', 'paragraph', 'A'])
  expect(figures(scoreWorks(page, [0, 1]))).toMatchObject({ precision: 1, recall: 0.5, whole: 0 })
  expect(figures(scoreWorks(page, [null, null]))).toMatchObject({ precision: 0, recall: 0 })
})

it('begins a work at each title, and counts a file that begins within one as its own', () => {
  expect(
    worksOf(['page-number', 'paragraph', 'title', 'advert', 'advert-more', 'opening']),
  ).toEqual([null, 0, 1, null, null, 3])
})

it('finds where a curved valley is lowest, and holds at zero what is not worth its price', () => {
  const valley = (at: Float64Array, gradient: Float64Array): number => {
    const [x = 0, y = 0, z = 0] = at
    gradient.set([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x), 2 * (z - 0.01)])
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2 + (z - 0.01) ** 2
  }
  const free = minimize(valley, { size: 3, rounds: 200, price: 0 }, () => {})
  expect(free[0]).toBeCloseTo(1, 1)
  expect(free[2]).toBeCloseTo(0.01, 3)
  const priced = minimize(valley, { size: 3, rounds: 200, price: 0.05 }, () => {})
  expect(priced[2]).toBe(0)
})

it('learns what a mark at the head of a line means, where nothing else tells', () => {
  const rows = Array.from('题文文文题文题题文文题文文文文题文题', (kind, at) =>
    kind === '题'
      ? (['◇东风西风南风', 'title', String(at)] as const)
      : (['东风西风南风北', 'paragraph', 'x'] as const),
  )
  const learned = fit([caseOf(...rows)], {
    prior: 0.1,
    price: 0.05,
    rounds: 40,
    least: 1,
    prune: 0.01,
    share: () => 1,
  }, () => {})
  const lines = physicalLines(
    Array.from('◇北风南风东风\n西风北风东风南\n西风东风西风北\n◇西风南风东风'),
  )
  const found = labelLines(lines, { fittedOn: [], date: '', scores: {}, ...learned })
  expect(found.map(({ label }) => label)).toEqual(['title', 'paragraph', 'paragraph', 'title'])
})
