import { describe, expect, it } from 'vitest'
import { editionOf } from './edition.ts'

const TAIWAN = `巷子裡的店

　　巷子裡有一家小店，老闆姓衛，為人和氣，賣的是手工做的麵條。門口擺著兩張臺子，牆上掛著一幅山峰的畫，群山之間露出一線陽光。

　　店裡的夥計說，這裡的麵是老闆自己揉的，他啟程去外地的時候，店就關著，眾人都說吃不到，很想念。

　　後來店搬到了溫泉街，老闆還是每天揉麵，吃的人更多了。
`
const FORMS = [
  '裡裏',
  '著着',
  '臺台',

  '群羣',
  '峰峯',
  '啟啓',
  '溫温',
  '麵麪',
  '衛衞',
  '說説',
]
const HONG_KONG = FORMS.reduce((text, [tw = '', hk = '']) => text.replaceAll(tw, hk), TAIWAN)
const lines = (text: string): string => text.trim().split(/\s+/u).join('\n')

describe('copies from Taiwan and Hong Kong', () => {
  it.each([
    ['zh-Hant-TW', TAIWAN],
    ['zh-TW', TAIWAN],
    ['zh-Hant-HK', HONG_KONG],
  ])('are printed as the language of the edition asks, in %s', (language, wanted) => {
    for (const copies of [
      [TAIWAN, HONG_KONG],
      [HONG_KONG, TAIWAN],
    ]) {
      const { result, text, loci } = editionOf(copies, language)
      expect(lines(text)).toBe(lines(wanted))
      expect(loci).toEqual([])
      const forms = result.decided.conventions.map(({ ways }) => ways.map(({ marks }) => marks))
      expect(forms.map((ways) => ways.toSorted().join('')).toSorted()).toEqual(
        FORMS.map((pair) => [...pair].toSorted().join('')).toSorted(),
      )
    }
  })

  it('differ by their forms where the language names no region', () => {
    expect(editionOf([TAIWAN, HONG_KONG], 'zh-Hant').loci).toContainEqual(['裏', '裡'])
  })

  it('are left as they are where all agree, whatever the region writes', () => {
    expect(lines(editionOf([HONG_KONG, HONG_KONG], 'zh-Hant-TW').text)).toBe(lines(HONG_KONG))
  })

  it('still differ by their words', () => {
    const other = HONG_KONG.replace('很想念', '很掛念').replace('吃的人', '來的人')
    const { loci } = editionOf([TAIWAN, other], 'zh-Hant-TW')
    expect(loci.map((readings) => readings.toSorted())).toEqual([
      ['想', '掛'],
      ['來', '吃'],
    ])
  })
})
