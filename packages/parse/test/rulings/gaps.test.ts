import { type CollatedWork, InputError, type JoinEvidence } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../../../readings/src/align/tokenize.ts'
import { decide } from '../../../readings/src/decide.ts'
import { sourceOf, workOf } from '../../../readings/test/builders.ts'
import { parseRulings } from '../../src/config/rulings.ts'

const TEXT = '他们沿河走到村口正要过桥的时候天色暗了下来，船家已经收了船。'
/** Where the program found that text is missing: before 正要. */
const GAP = [...TEXT].indexOf('正')

function torn(): CollatedWork {
  const source = sourceOf('甲', TEXT)
  const evidence: JoinEvidence[] = [{ weight: 1, reason: { kind: 'unfinished' } }]
  const join = { kind: 'lacuna', certainty: 'medium', evidence } as const
  const parts = [
    { start: 0, end: GAP },
    { start: GAP, end: source.points.length, join },
  ]
  const blocks = [{ role: 'paragraph', parts }] as const
  const text = {
    work: 'work',
    siglum: '甲',
    file: '甲.txt',
    blocks,
    certainty: 'high',
    evidence: [],
  } as const
  return workOf([tokenize(text, source)])
}

interface Fields {
  readonly locus: string
  readonly gap?: string
  readonly reading?: string
  readonly extent?: string
  readonly citation?: string
}

const yaml = (...rulings: Fields[]): string =>
  rulings
    .map((r) =>
      Object.entries({ ...r, method: '理校', reason: '文义不续', by: '编者', date: '2024-01-01' })
        .map(([key, value], i) => `${i === 0 ? '- work: work\n  ' : '  '}${key}: "${value}"\n`)
        .join(''),
    )
    .join('')

function rule(...rulings: Fields[]) {
  const decided = decide([torn()], [], parseRulings(yaml(...rulings), 'r.yaml'))
  return {
    gaps: [...(decided.gaps.get('work') ?? [])].map(([at, gap]) => {
      const said = [gap.extent, gap.ruling?.reason, gap.ruling?.citation]
      return [at, ...gap.evidence.map((e) => e.reason.kind), ...said.filter((w) => w)].join(' ')
    }),
    messages: decided.rulingMessages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.fatal}`),
  }
}

const fault = (text: string): string => {
  try {
    parseRulings(text, 'r.yaml')
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return ''
}

describe('rulings on gaps', () => {
  it('leave what the program found where they are silent', () => {
    expect(rule()).toEqual({ gaps: [`${GAP} unfinished`], messages: [] })
  })

  it('confirm a gap, its extent and what that rests on', () => {
    const found = rule({
      locus: '村口{}正要',
      gap: 'missing',
      extent: '约缺十字',
      citation: '县志',
    })
    expect(found).toEqual({ gaps: [`${GAP} 约缺十字 文义不续 县志`], messages: [] })
  })

  it('say of a place that nothing is missing', () => {
    expect(rule({ locus: '村口{}正要', gap: 'none' })).toEqual({ gaps: [], messages: [] })
  })

  it('find a gap where the program found none, at the end of the work too', () => {
    expect(rule({ locus: '天色{}暗了', gap: 'missing' }).gaps).toContain('17 文义不续')
    const end = [...TEXT].filter((c) => !/[，。]/u.test(c)).length
    expect(rule({ locus: '收了船。{}', gap: 'missing' }).gaps).toContain(`${end} 文义不续`)
  })

  it('are not needed where a reading fills the gap', () => {
    const found = rule({ locus: '村口{}正要', reading: '，看见一座木桥，', citation: '县志' })
    expect(found).toEqual({ gaps: [], messages: [] })
  })

  it('are reported where they match nothing or twice, deny what is not, or contradict', () => {
    expect(rule({ locus: '村头{}正要', gap: 'none' }).messages).toEqual([
      '2:10 ruling-unmatched true',
    ])
    expect(rule({ locus: '{}了', gap: 'none' }).messages).toEqual(['2:10 ruling-ambiguous true'])
    expect(rule({ locus: '天色{}暗了', gap: 'none' }).messages).toEqual(['2:10 ruling-no-gap true'])
    const place = { locus: '村口{}正要', gap: 'missing' }
    expect(rule(place, { ...place, gap: 'none' }).messages).toEqual([
      '9:10 ruling-contradiction true',
    ])
    expect(rule(place, place).messages).toEqual(['9:10 ruling-repeated false'])
  })

  it('are errors at their place where they are malformed', () => {
    expect(fault(yaml({ locus: '村口{}正要' }))).toMatch(/r\.yaml:2:10: error ruling-empty/u)
    expect(fault(yaml({ locus: '村口{}正要', gap: 'none', reading: '的' }))).toMatch(
      /r\.yaml:4:12: error ruling-gap-reading/u,
    )
    expect(fault(yaml({ locus: '村{口}正要', gap: 'none' }))).toMatch(
      /r\.yaml:2:10: error ruling-gap-place/u,
    )
    expect(fault(yaml({ locus: '村口{}正要', gap: 'none', extent: '十字' }))).toMatch(
      /r\.yaml:4:11: error ruling-gap-extent/u,
    )
    expect(fault(yaml({ locus: '村口{}正要', gap: 'perhaps' }))).toMatch(/r\.yaml:3:8: error/u)
  })
})
