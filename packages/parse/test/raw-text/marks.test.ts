import { describe, expect, it } from 'vitest'
import { BODY, editionOf } from './edition.ts'

const withLines = (...lines: string[]): string =>
  `渡口\n\n${BODY}\n\n${lines.map((line) => `　　${line}`).join('\n\n')}\n`
const lastLines = (text: string, count: number): string[] => text.trim().split('\n').slice(-count)

describe('marks, spaces and figures', () => {
  it.each([
    ['T.S.艾略特和W.B.叶芝的诗摆在一起。'],
    ['柜台属于河岸书社（River Books Co., Ltd.），门牌是No.七。'],
    ['有两条规矩：1．每人一册；2．不得转借；3.过期不候。'],
    ['票价分为 20 40 60 元三档。', '票价分为20 40 60元三档。'],
    ['合办于 2017 2018 2019 三年。', '合办于2017 2018 2019三年。'],
    ['玛丽．安从河上来，说：Добрый день, друзья.'],
    ['她写下 μῦθος καὶ ἀλήθεια 几个字。', '她写下μῦθος καὶ ἀλήθεια几个字。'],
    ['比分是 15 21、21 18。', '比分是15 21、21 18。'],
    ['The boat was old. Nobody minded.'],
    ['不超过三十人的\t30\t2023', '不超过三十人的 30 2023'],
  ])('%s', (written, read = written) => {
    expect(lastLines(editionOf([withLines(written)]).text, 1)).toEqual([read])
  })
})

describe('quotation marks', () => {
  it('that are straight pair over the whole block', () => {
    const { text } = editionOf([
      withLines(
        '他叫这条河"老河",叫那条"新河"。',
        '她说:"船来了。"又说:"快走。"',
        '"It is slow," he said, "but it comes."',
      ),
    ])
    expect(lastLines(text, 3)).toEqual([
      '他叫这条河“老河”，叫那条“新河”。',
      '她说：“船来了。”又说：“快走。”',
      '“It is slow,” he said, “but it comes.”',
    ])
  })

  const quoted = (outer: string, inner: string): string => {
    const [a = '', b = ''] = outer
    const [c = '', d = ''] = inner
    return withLines(
      `${a}船来了。${b}他说。`,
      `${a}谁在喊${c}等一等${d}？${b}她问。`,
      `${a}没有人。${b}他答。`,
    )
  }

  it.each([
    ['「」', '『』'],
    ['『』', '「」'],
    ['‘’', '“”'],
    ['""', "''"],
  ])('of one convention, %s and %s, are no locus against those of another', (outer, inner) => {
    const { loci, text } = editionOf([quoted('“”', '‘’'), quoted(outer, inner)])
    expect(loci).toEqual([])
    expect(lastLines(text, 2)[0]).toBe('“谁在喊‘等一等’？”她问。')
  })

  it('keep their corners in an edition in traditional characters', () => {
    const traditional = quoted('「」', '『』').replaceAll(/[渡镇东头宽对岸]/gu, (c) => c)
    const { text } = editionOf([traditional, traditional], 'zh-Hant-TW')
    expect(lastLines(text, 2)[0]).toBe('「谁在喊『等一等』？」她问。')
  })
})
