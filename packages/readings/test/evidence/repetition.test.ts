import { describe, expect, it } from 'vitest'
import { decide } from '../../src/decide.ts'
import { collated } from '../builders.ts'
import { firstDecision, supported } from './weigh-in.ts'

describe('a doubled character', () => {
  const doubled = (a: string, b: string) => supported('dittography', a, b)

  it('is one too many, and so is a doubled phrase', () => {
    expect(doubled('这是一个简单的的道理', '这是一个简单的道理')).toEqual([''])
    expect(doubled('村里的老人老都记得这件事', '村里的老人都记得这件事')).toEqual([])
    expect(
      doubled('傍晚时分大家在河边的大家在河边的树下乘凉', '傍晚时分大家在河边的树下乘凉'),
    ).toEqual([''])
  })

  it('stands by right at the seam of two words, and in words that double it', () => {
    expect(doubled('他是医学会会员，大家认识', '他是医学会员，大家认识')).toEqual([])
    expect(doubled('他常常到河边去', '他常到河边去')).toEqual([])
    expect(doubled('这个提议先研究研究再说', '这个提议先研究再说')).toEqual([])
  })

  it('is known wherever in the run the second copy is held to begin, and where a slip stands beside it', () => {
    expect(doubled('翻开陈年流水流水簿子看看', '翻开陈年流水簿子看看')).toEqual([''])
    const decided = decide(
      [collated({ 甲: '大家都记得那三十那三十余年间的大水', 乙: '大家都记得那三十飞年间的大水' })],
      [],
      [],
    ).decisions
    expect(decided.map((d) => d.locus.readings.map((r) => r.text))).toEqual([
      ['那三十', ''],
      ['余', '飞'],
    ])
    expect(decided[0]?.lemma).toBe('')
  })

  it('gets no credit from the words within it', () => {
    const [d] = [
      firstDecision(
        collated({ 甲: '他们家的石磨也早已也早已换成了电磨', 乙: '他们家的石磨也早已换成了电磨' }),
      ),
    ]
    expect(d?.lemma).toBe('')
  })

  it('stands by right on both sides of a mark', () => {
    expect(doubled('船到了桥头，头一件事是卸货', '船到了桥头，一件事是卸货')).toEqual([])
  })
})

describe('an omission', () => {
  const skipped = (a: string, b: string) => supported('eye-skip', a, b)

  it('is explained where the eye may skip from like to like', () => {
    expect(
      skipped('这几年我们要种好水稻，我们要种好小麦，这是大事', '这几年我们要种好小麦，这是大事'),
    ).toEqual([expect.stringContaining('水稻')])
    expect(
      skipped(
        '那天先到东边的村子看水，再到西边的村子看树，天就黑了',
        '那天先到东边的村子看树，天就黑了',
      ),
    ).toEqual([expect.stringContaining('看水')])
  })

  it('is not explained by like words at another place', () => {
    expect(skipped('村子里的人先修路，后来又在村子外面打井', '村子里的人先修路，后来打井')).toEqual(
      [],
    )
    expect(skipped('他种下一棵小树，三年后成了大树', '他种下一棵，三年后成了大树')).toEqual([])
  })

  it('is none where the longer text says the same twice over', () => {
    expect(
      skipped('傍晚时分大家在河边的大家在河边的树下乘凉', '傍晚时分大家在河边的树下乘凉'),
    ).toEqual([])
  })
})

describe('repetition', () => {
  const repeated = (a: string, b: string) => supported('repetition', a, b)

  it('of a member of a list is a slip', () => {
    expect(repeated('愿意同邻村做朋友、做朋友', '愿意同邻村做伙伴、做朋友')).toEqual([
      expect.stringMatching(/伙伴/u),
    ])
  })

  it('of a part of a word, or of figures, is none', () => {
    expect(repeated('院里有枣树、石榴树', '院里有枣子、石榴树')).toEqual([])
    expect(repeated('比分为12、12', '比分为11、12')).toEqual([])
  })

  it('says little of clauses, which people do repeat', () => {
    const [d] = [
      firstDecision(
        collated({ 甲: '天快亮了，他喊着快走，快走', 乙: '天快亮了，他喊着别走，快走' }),
      ),
    ]
    const weights = d?.evidence.flatMap((e) => (e.reason.kind === 'repetition' ? [e.weight] : []))
    expect(Math.max(0, ...(weights ?? []))).toBeLessThan(1.5)
    expect(d?.certainty).not.toBe('high')
  })
})
