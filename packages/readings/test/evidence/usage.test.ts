import { describe, expect, it } from 'vitest'
import { collated } from '../builders.ts'
import { firstDecision, other, supported } from './weigh-in.ts'

describe('a turn of phrase elsewhere', () => {
  const usage = (...[text, siglum]: [string, string?]) =>
    supported('usage', '那一年他们修成了三座水库', '那一年他们建成了三座水库', other(text, siglum))

  it('speaks for the reading that stands in it', () => {
    expect(usage('前年他们建成了两座桥，大家都高兴')).toEqual(['建'])
  })

  it('says nothing from the file that has the reading here', () => {
    expect(usage('前年他们建成了两座桥，大家都高兴', '乙')).toEqual([])
    expect(usage('前年他们建成了两座桥，大家都高兴', '甲')).toEqual(['建'])
  })

  it('says nothing where only one side agrees by a character or two', () => {
    expect(usage('前年有人建成木屋')).toEqual([])
    expect(usage('前年有人修桥，他们建房')).toEqual([])
  })

  it('says nothing where both turns are found', () => {
    expect(usage('前年他们建成了两座桥，去年他们修成了两条路')).toEqual([])
  })
})

describe('the same words in another place of the work', () => {
  const [sound, slip] = ['一位白发的先生，手里拿着竹杖', '一位白发的先主，手里拿着竹杖']
  const tale = (here: string, again = '') =>
    `老船夫把木船划到河心，船上坐着${here}。到了对岸，他挑起担子往山里走，走了三里多路。${again}天黑以前他又回到渡口，把船系好。`
  const spoken = (...texts: [甲: string, 乙: string, 丙?: string]) => {
    const [甲, 乙, 丙] = texts
    const work = collated(丙 === undefined ? { 甲, 乙 } : { 甲, 乙, 丙 })
    const own = firstDecision(work).evidence.filter((e) => e.reason.kind === 'parallel')
    return own.map((e) => e.supports)
  }

  it('speak for a reading when another file has them', () => {
    expect(spoken(tale(slip), tale(sound), tale(slip, `他想起${sound}。`))).toEqual(['生'])
  })

  it('say nothing when the same file has them', () => {
    expect(spoken(tale(slip), tale(sound, `他想起${sound}。`))).toEqual([])
  })

  it('are not those of the place itself, told twice over', () => {
    expect(spoken(tale(slip), tale(`${sound}。后来又说一遍：${sound}`))).toEqual([])
  })
})
