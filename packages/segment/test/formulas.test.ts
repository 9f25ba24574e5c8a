import { random } from '@huijiao/noise'
import { describe, expect, it } from 'vitest'
import { withoutEchoes } from '../src/match/echoes.ts'
import type { Match } from '../src/match/matches.ts'
import { segment } from '../src/segment.ts'
import { sourceOf } from './sources.ts'

const WHEN = ['清早', '黄昏时分', '雨停以后', '第二天', '入冬之前', '那年春天', '集市散了之后']
const WHO = ['老周', '阿兰', '渡口的老人', '两个学生', '镇上的医生', '卖茶的女人', '修船的师傅']
const WHAT = [
  '沿着石阶慢慢走到水边',
  '把一封旧信夹进书里',
  '在门前的槐树下坐了很久',
  '听见远处传来汽笛的声音',
  '向邻居借了一盏灯',
  '说起多年以前的那场大水',
  '望着对岸的灯火出神',
]
const THEN = ['，谁也没有说话', '，风从河面上吹过来', '，天色渐渐暗了', '，这才想起明天要进城', '']

/** Paragraphs of sentences that all texts make of the same phrases. */
function formulas(seed: number, paragraphs: number): string[] {
  const dice = random(seed)
  const pick = (list: readonly string[]): string => list[dice.below(list.length)] ?? ''
  return Array.from({ length: paragraphs }, () =>
    Array.from(
      { length: 3 + dice.below(3) },
      () => `${pick(WHEN)}，${pick(WHO)}${pick(WHAT)}${pick(THEN)}。`,
    ).join(''),
  )
}

/** A copy that drops a character here and there. */
const copied = (lines: readonly string[], seed: number): string => {
  const dice = random(seed)
  return lines.map((line) => [...line].filter(() => !dice.chance(0.01)).join('')).join('\n')
}

describe('texts made of the same formulas', () => {
  it('are told apart where files have them in different order', () => {
    const one = ['渡口的老人向县里提交工作报告', ...formulas(1, 8)]
    const two = ['镇上的医生收到一封迟到的来信', ...formulas(2, 8)]
    const files = [
      copied([...one, ...two], 11),
      copied([...two, ...one], 12),
      copied([...one, ...two], 13),
    ]
    const { works } = segment(
      files.map((text, i) => sourceOf('甲乙丙'[i] ?? '', text)),
      null,
    )
    expect(works.map((work) => work.texts.map((text) => text.blocks.length))).toEqual([
      [9, 9, 9],
      [9, 9, 9],
    ])
  })

  it('are one work where they are copies of one', () => {
    const novel = ['河边小镇', ...formulas(3, 60)]
    const { works } = segment(
      [0, 1, 2].map((i) => sourceOf('甲乙丙'[i] ?? '', copied(novel, 20 + i))),
      null,
    )
    expect(works.map((work) => work.texts.length)).toEqual([3])
  })
})

describe('echoes', () => {
  const match = (at: number, otherAt: number, length: number): Match => ({
    at,
    length,
    other: 1,
    otherAt,
  })
  const both = (list: readonly Match[]) => [
    list,
    list.map((m) => ({ at: m.otherAt, length: m.length, other: 0, otherAt: m.at })),
  ]
  const kept = (list: readonly Match[]) => withoutEchoes(both(list))[0]

  it('are runs that stand elsewhere while their surroundings stand here', () => {
    const home = [match(100, 500, 40), match(142, 542, 12), match(156, 557, 60)]
    const echo = match(142, 2000, 12)
    expect(kept([...home.slice(0, 2), echo, ...home.slice(2)])).toEqual(home)
  })

  it('are not runs that stand in two places alike', () => {
    const twice = [match(100, 500, 60), match(100, 900, 60)]
    expect(kept(twice)).toEqual(twice)
  })

  it('are not the only place that a quotation has', () => {
    const lone = [match(100, 500, 200), match(400, 2000, 12)]
    expect(kept(lone)).toEqual(lone)
  })

  it('are dropped from both sides', () => {
    const home = [match(100, 500, 60)]
    const index = withoutEchoes(both([...home, match(110, 2000, 10)]))
    expect(index.map((list) => list.length)).toEqual([1, 1])
  })
})
