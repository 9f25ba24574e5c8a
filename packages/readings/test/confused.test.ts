import { describe, expect, it } from 'vitest'
import { decide } from '../src/decide.ts'
import { collated } from './builders.ts'

/** What is suspected in a text that one witness alone has: the place and what it should be. */
const suspected = (text: string, kind = 'confusion'): string[] =>
  decide([collated({ 甲: text })], [], [])
    .suspicions.filter((s) => s.evidence.some((e) => e.reason.kind === kind))
    .map((s) => `${/［(.*)］/u.exec(s.text)?.[1]}${s.suggestion}`)

describe('characters that look misread', () => {
  it('are suspected where one of like shape makes a word, and nothing is changed', () => {
    const text = '桥头己经站满了等候的居民，大家都在说今年的收成。'
    expect(suspected(text)).toEqual(['己已'])
    expect(decide([collated({ 甲: text })], [], []).decisions).toEqual([])
  })

  it('are suspected where one of like sound makes a word', () => {
    expect(suspected('会议决定进一步加强基楚设施的建设，改善交通。')).toEqual(['楚础'])
  })

  it('are not those that stand well by themselves', () => {
    expect(suspected('他自己经营这家小店，已经二十年了，生意一直很好。')).toEqual([])
  })

  it('are not those of a name that comes back', () => {
    const slip = '桥头己经站满了等候的居民，大家都在说今年的收成。'
    expect(suspected(`${slip}他们己经等了很久，天快要黑了。`)).toEqual([])
  })
})

describe('characters that stand twice', () => {
  it('are suspected where words need but one, and not where texts double them', () => {
    expect(suspected('这是一个很简单的的道理，大家都明白。', 'dittography')).toEqual(['的'])
    expect(suspected('栖鸟听见人声，惊起磔磔云霄间，又像老人在笑。', 'dittography')).toEqual([])
  })
})
