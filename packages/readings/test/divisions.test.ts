import { describe, expect, it } from 'vitest'
import { voicesOf } from '../src/voices/voices.ts'
import { type Divided, learnDivisions } from '../src/weigh/divisions.ts'
import { collated } from './builders.ts'

const work = collated({ 甲: '山高水长', 乙: '山高水长', 丙: '山高水常' })

/** Loci at which 甲 and 乙 part from 丙, with what other evidence says for the two sides. */
const loci = (apart: readonly (readonly [number, number])[]): Divided[] =>
  apart.map((nats) => ({
    locus: { work: 'work', unit: 0, layer: 'content', readings: [], before: '', after: '' },
    candidates: [
      { text: '长', key: '长', marked: '长', marks: ['', ''], witnesses: [0, 1] },
      { text: '常', key: '常', marked: '常', marks: ['', ''], witnesses: [2] },
    ],
    votes: [6, 3],
    apart: nats,
  }))

const favour = (given: readonly (readonly [number, number])[]): number => {
  const [first] = learnDivisions(work, loci(given), voicesOf({}))
  return (first?.[0] ?? 0) - (first?.[1] ?? 0)
}

describe('what a division of the voices is worth', () => {
  it('is their number where nothing else speaks', () => {
    expect(favour([[0, 0]])).toBeCloseTo(3)
  })

  it('is more where other evidence is on the side of the many', () => {
    expect(favour(Array.from({ length: 40 }, () => [2, 0] as const))).toBeGreaterThan(4)
  })

  it('is little where it is as often on the side of the one', () => {
    const torn = Array.from({ length: 40 }, (_, i): readonly [number, number] =>
      i % 2 === 0 ? [3, 0] : [0, 3],
    )
    expect(Math.abs(favour(torn))).toBeLessThan(1)
  })

  it('takes nothing from the place itself', () => {
    expect(favour([[0, 5]])).toBeCloseTo(favour([[5, 0]]))
  })
})
