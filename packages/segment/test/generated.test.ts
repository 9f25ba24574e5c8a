import { describe, expect, it } from 'vitest'
import { ARTICLES, type Recovery, recovery, scramble } from '../../noise/src/index.ts'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

const SEEDS = 24

/** Three to six of the articles, others for each seed. */
function choose(seed: number): typeof ARTICLES {
  const mixed = ARTICLES.map((_, index) => ARTICLES[(index * 7 + seed) % ARTICLES.length])
  return mixed.flatMap((article) => article ?? []).slice(0, 3 + (seed % 4))
}

function total(recoveries: readonly Recovery[], key: keyof Recovery): number {
  const right = recoveries.reduce((sum, found) => sum + found[key].right, 0)
  const all = recoveries.reduce((sum, found) => sum + found[key].total, 0)
  return right / Math.max(1, all)
}

describe('scrambled pages', () => {
  const found = Array.from({ length: SEEDS }, (_, index) => {
    const files = scramble(choose(index + 1), index + 1)
    const sources = files.map((file, at) =>
      readSource(file.name, '甲乙丙丁'[at] ?? '本', Buffer.from(file.text)),
    )
    const segmentation = segment(sources, null)
    expectLaws(segmentation, sources)
    return recovery(files, segmentation)
  })

  it('are put in order where another copy has the text', () => {
    expect(total(found, 'covered')).toBeGreaterThanOrEqual(0.995)
  })

  it('give their joins and furniture', () => {
    expect(total(found, 'joins')).toBeGreaterThanOrEqual(0.94)
    expect(total(found, 'furniture')).toBeGreaterThanOrEqual(0.98)
  })
})
