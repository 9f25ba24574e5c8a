import { describe, expect, it } from 'vitest'
import { pageCounters } from '../src/page/counters.ts'
import { linesOf } from '../src/page/lines.ts'
import { sourceOf } from './sources.ts'

/** Lines of a page that end within their sentence, a foot after every third. */
const WITHIN = [
  '老船工把绳子系在桩上，抬头看了看天。',
  '西边的云压得很低，他说今晚要起',
  '风，叫大家把船都拉到岸上来，免得被',
]

const feet = (lines: readonly string[], foot: (page: number) => string): string[] =>
  [1, 2, 3, 4].flatMap((page) => [...lines, foot(page)]).concat('水冲走。')

const counted = (lines: readonly string[]): string[] => {
  const read = linesOf(sourceOf('甲', `${lines.join('\n')}\n`))
  return [...pageCounters(read)].map((at) => read[at]?.text ?? '')
}

describe('lines that count pages', () => {
  it.each<[string, (page: number) => string]>([
    ['a head with its number', (page) => `河港志　　　${page + 8}`],
    ['a number with its head', (page) => `${page + 8}　　　河港志`],
    ['Chinese numbers', (page) => `·二十${'一二三四'[page - 1]}·`],
    ['numbers of pages in words', (page) => `第${'一二三四'[page - 1]}页`],
    ['full-width digits', (page) => `－${'１２３４'[page - 1]}－`],
    ['a page of so many', (page) => `第 ${page} 页 共 4 页`],
    ['Roman numbers', (page) => ['i', 'ii', 'iii', 'iv'][page - 1] ?? ''],
  ])('are known by rising and standing within sentences: %s', (_, foot) => {
    expect(counted(feet(WITHIN, foot))).toEqual([1, 2, 3, 4].map(foot))
  })

  it('are none where sentences end before them', () => {
    const closed = ['老船工把绳子系在桩上。', '西边的云压得很低。']
    expect(counted(feet(closed, (page) => `第${'一二三四'[page - 1]}章`))).toEqual([])
  })

  it('are none where numbers do not rise, or nothing has a full stop', () => {
    expect(counted(feet(WITHIN, (page) => `${1900 + page * page}年`))).toEqual([])
    const verse = ['我把钥匙放在门口的石头下面', '你回来的时候请不要敲门']
    expect(counted(feet(verse, (page) => String(page)))).toEqual([])
  })
})
