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
    ['夜里降到－5℃，京－沪线照常开。', '夜里降到-5℃，京—沪线照常开。'],
    ['The boat was old. Nobody minded.'],
    ['Did the boat leave?'],
    ['«Где паром?» — спросил он!'],
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

  it('that are set the wrong way at the end of a paragraph close it', () => {
    const { text } = editionOf([
      withLines('他摇头道：“不去，不去！“', '说着便走了。', '她说：「等一等。「', '人已经远了。'),
    ])
    expect(lastLines(text, 4)).toEqual([
      '他摇头道：“不去，不去！”',
      '说着便走了。',
      '她说：“等一等。”',
      '人已经远了。',
    ])
  })

  it('are no apostrophes', () => {
    const line = '‘船来了。’O’Neill说，‘我don’t去，那是the boys’ boat。’他在’98年来过。'
    expect(lastLines(editionOf([withLines(line)]).text, 1)).toEqual([
      '“船来了。”O’Neill说，“我don’t去，那是the boys’ boat。”他在’98年来过。',
    ])
  })

  it('keep their corners in an edition in traditional characters', () => {
    const traditional = quoted('「」', '『』').replaceAll(/[渡镇东头宽对岸]/gu, (c) => c)
    const { text } = editionOf([traditional, traditional], 'zh-Hant-TW')
    expect(lastLines(text, 2)[0]).toBe('「谁在喊『等一等』？」她问。')
  })
})

describe('signs that copies set in several ways', () => {
  const one = [
    '水位是 3-5 米，1998-2003年量的。',
    '他说——声音很低——走吧。',
    "O'Neill 说 don't，车次是K-7。",
  ]
  const other = [
    '水位是3—5米，1998–2003年量的。',
    '他说—声音很低—走吧。',
    'O’Neill 说 don’t，车次是K－7。',
  ]

  it('are no locus, and one way stands throughout', () => {
    const { loci, text, result } = editionOf([withLines(...one), withLines(...other)])
    expect(loci).toEqual([])
    const [figures = '', dashes = '', words = ''] = lastLines(text, 3)
    expect([one[0]?.replaceAll(' ', ''), '水位是3—5米，1998—2003年量的。']).toContain(figures)
    expect([one[1], other[1]]).toContain(dashes)
    expect(words).toMatch(/^O(['’])Neill说don\1t，车次是K[-－]7。$/u)
    expect(result.decided.conventions.map(({ sign, setting }) => `${sign} ${setting}`)).toEqual([
      'apostrophe words',
      'dash figures',
      'dash text',
      'dash words',
    ])
  })

  it('are set as most copies have them', () => {
    const texts = [withLines(...other), withLines(...one), withLines(...one)]
    expect(lastLines(editionOf(texts).text, 3)).toEqual([
      '水位是3-5米，1998-2003年量的。',
      '他说——声音很低——走吧。',
      "O'Neill说don't，车次是K-7。",
    ])
  })

  it.each([
    ['他说⋯⋯走了──真的━━吗。', '他说……走了——真的——吗。', '他说……走了——真的——吗。'],
    ['︵他︶说﹕︽书︾︐走了︒', '（他）说：《书》，走了。', '（他）说：《书》，走了。'],
    ['约翰∙史密斯，三∼五天。', '约翰·史密斯，三～五天。', '约翰·史密斯，三～五天。'],
    [
      '百分之５％、＃3、＠a、＆。',
      '百分之5%、#3、@a、&。',
      /^百分之5[%％]、[#＃]3、[@＠]a、[&＆]。$/u,
    ],
    ['约翰．史密斯来了。', '约翰·史密斯来了。', /^约翰[．·]史密斯来了。$/u],
    ['３＋５＝８，完了。', '3+5=8，完了。', '3+5=8，完了。'],
  ])('%s and %s are one', (written, again, read) => {
    const { loci, text } = editionOf([withLines(again), withLines(written)])
    expect(loci).toEqual([])
    expect(lastLines(text, 1)[0]).toMatch(read)
  })

  it('that only one copy has are read as the sign that they are', () => {
    const { text } = editionOf([withLines('他说⋯⋯走了──真的。', '︽书︾在这里︒')])
    expect(lastLines(text, 2)).toEqual(['他说……走了——真的。', '《书》在这里。'])
  })

  it('stay a locus where more differs', () => {
    const { loci } = editionOf([withLines('他说——走吧。'), withLines('他说，走吧。')])
    expect(loci).toEqual([['，', '——']])
  })
})
