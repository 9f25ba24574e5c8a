import type { CollatedWork } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/decide.ts'
import { collated } from '../builders.ts'

const BEFORE = '渡口在镇子的东头，水面很宽，对岸是一片柳林。撑船的人姓'
const AFTER = '，六十多岁了，话不多，他在这里撑了三十年的船。'

/** Two copies that differ in one name; `sure` of a copy is its confidence there, and everywhere else 0.9. */
function work(sure: Readonly<Record<string, number>>, usual = 0.9): CollatedWork {
  const whole = collated({ 甲: `${BEFORE}孟${AFTER}`, 乙: `${BEFORE}孔${AFTER}` })
  return {
    ...whole,
    witnesses: whole.witnesses.map((witness) => {
      const own = sure[witness.siglum]
      if (own === undefined) return witness
      const tokens = witness.tokens.map((token) => ({
        ...token,
        confidence: '孟孔'.includes(token.t) ? own : usual,
      }))
      return { ...witness, tokens }
    }),
  }
}

const evidence = (of: CollatedWork) =>
  decide([of], [], []).decisions.flatMap(({ evidence: all }) =>
    all.filter(({ reason }) => reason.kind === 'recognition'),
  )

describe('the confidence of a recognition', () => {
  it('speaks against what the engine was unsure of', () => {
    const [found, ...more] = evidence(work({ 甲: 0.3 }))
    expect(more).toEqual([])
    expect(found).toMatchObject({ method: '对校', supports: '孟' })
    expect(found?.weight).toBeLessThan(-1)
  })

  it('is heard against what is usual in the copy, however its engine counts', () => {
    expect(evidence(work({ 甲: 0.6 }, 0.6))).toEqual([])
    const [low] = evidence(work({ 甲: 0.5 }, 0.6))
    const [high] = evidence(work({ 甲: 0.7 }, 0.6))
    expect(low?.weight).toBeLessThan(0)
    expect(high?.weight).toBeGreaterThan(0)
  })

  it('says nothing where the copies tell none', () => {
    expect(evidence(work({}))).toEqual([])
  })

  it('decides where nothing else does', () => {
    const lemma = (of: CollatedWork) => decide([of], [], []).decisions[0]?.lemma
    expect(lemma(work({ 甲: 0.2, 乙: 0.98 }))).toBe('孔')
    expect(lemma(work({ 甲: 0.98, 乙: 0.2 }))).toBe('孟')
  })
})
