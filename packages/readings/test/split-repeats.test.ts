import type { CollatedWork } from '@huijiao/model'
import { expect, test } from 'vitest'
import { textIn } from '../src/loci/loci.ts'
import { splitRepeats } from '../src/loci/split-repeats.ts'
import { collated } from './builders.ts'

/** What each witness has in the units that differ. */
const differences = (work: CollatedWork): string[][] =>
  work.units.flatMap(({ equal }, u) =>
    equal ? [] : [work.witnesses.map((_, w) => textIn(work, u, w))],
  )

test('a run that is copied twice is parted from another slip beside it', () => {
  const aligned = collated({ 甲: '船行三十船行三十余里到岸', 乙: '船行三十飞里到岸' })
  // As an alignment may leave it: 船行三十［船行三十余］里到岸 and 船行三十［飞］里到岸.
  const [same, different] = [
    aligned.units.find((u) => u.equal),
    aligned.units.find((u) => !u.equal),
  ]
  if (same === undefined || different === undefined) throw new Error('nothing is alike, or all is')
  const work: CollatedWork = {
    ...aligned,
    units: [
      {
        ...same,
        spans: [
          [0, 4],
          [0, 4],
        ],
      },
      {
        ...different,
        spans: [
          [4, 9],
          [4, 5],
        ],
      },
      {
        ...same,
        spans: [
          [9, 12],
          [5, 8],
        ],
      },
    ],
  }
  expect(differences(work)).toEqual([['船行三十余', '飞']])
  const found = splitRepeats(work)
  expect(differences(found)).toEqual([
    ['船行三十', ''],
    ['余', '飞'],
  ])
})

test('what is not copied twice stays one', () => {
  const work = collated({ 甲: '船行四五余里到岸', 乙: '船行三十飞里到岸' })
  expect(splitRepeats(work)).toBe(work)
})
