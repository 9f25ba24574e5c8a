import { ARTICLES } from '@huijiao/noise'
import { fitLogistic } from '@huijiao/text'
import { describe, expect, it } from 'vitest'
import { garbled, heldMore } from '../src/evidence/garbled.ts'
import { cohesion } from '../src/learn/cohesion.ts'
import { learnWords, USUAL } from '../src/learn/words.ts'
import { baseGuide } from '../src/loci/guide.ts'
import { collated } from './builders.ts'

describe('cohesion', () => {
  it('holds the character that makes a word, and not one that breaks it', () => {
    const held = (c: string): number => cohesion('村民们冒雨抢修被', c, '毁的桥梁')
    expect(held('冲')).toBeGreaterThan(held('种') + 3)
  })

  it('counts nothing for a character that is merely common', () => {
    const held = (c: string): number => cohesion('他在堂前', c, '了许久')
    expect(held('踯躅')).toBeGreaterThan(held('的一'))
  })

  it('lets a mark end a word', () => {
    expect(cohesion('我们热爱和', '平', '是大事')).toBeGreaterThan(
      cohesion('我们热爱和，', '平', '是大事'),
    )
  })

  it('does not hold a number for its figures', () => {
    const [one, two] = [cohesion('全长', '12', '公里'), cohesion('全长', '1234', '公里')]
    expect(Math.abs(one - two)).toBeLessThan(1)
  })
})

describe('what the words of a text tell of its errors', () => {
  const modern = learnWords([
    baseGuide(collated({ 甲: ARTICLES.flatMap((a) => a.paragraphs).join('') })),
  ])

  it('is more where the dictionary knows the language', () => {
    // Characters of the same texts in an order that is no language.
    const shuffled = [...ARTICLES.flatMap((a) => a.paragraphs).join('')]
      .map((c, i) => ({ c, at: (i * 7919) % 4561 }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ c }) => c)
      .join('')
    const none = learnWords([baseGuide(collated({ 甲: shuffled }))])
    expect(modern.gain).toBeGreaterThan(0.6)
    expect(none.gain).toBeLessThan(modern.gain / 3)
  })

  it('is the usual where there is little text', () => {
    expect(learnWords([baseGuide(collated({ 甲: '山高水长' }))])).toBe(USUAL)
  })

  it('is little where the witnesses differ by good language', () => {
    const slip = { cohesions: [2, -4], lengths: [1, 1] }
    const fluent = { cohesions: [9, 4], lengths: [1, 1] }
    const [broken] = garbled(
      Array.from({ length: 30 }, () => slip),
      modern,
    )
    const [sound] = garbled(
      Array.from({ length: 30 }, () => fluent),
      modern,
    )
    expect(broken).toBeGreaterThan(0.8)
    expect(sound).toBeLessThan(0.2)
    const weight = (p: number | undefined): number => heldMore(slip, modern, p ?? 0)[0] ?? 0
    expect(weight(broken)).toBeGreaterThan(1.5)
    expect(weight(sound)).toBeLessThan(0.5)
  })
})

describe('a logistic model', () => {
  it('finds the slope of what it is given, and stays finite where classes part', () => {
    const points = [-3, -2, -1, 1, 2, 3].map((x) => ({ x, is: x > 0 }))
    const { slope, offset } = fitLogistic(points)
    expect(slope).toBeGreaterThan(0.5)
    expect(slope).toBeLessThan(5)
    expect(offset).toBeCloseTo(0)
  })
})
