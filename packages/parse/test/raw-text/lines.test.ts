import { describe, expect, it } from 'vitest'
import { BODY, editionOf } from './edition.ts'

/** A text in printed lines of `length` characters, each paragraph begun on a line of its own. */
const wrapped = (title: string, paragraphs: readonly string[], length: number): string =>
  `${title}\n${paragraphs
    .flatMap((p) =>
      Array.from(p).flatMap((_, at, all) =>
        at % length === 0 ? [all.slice(at, at + length).join('')] : [],
      ),
    )
    .join('\n')}\n`

const UNMARKED = [
  '東村有井深不可測相傳為古時仙人所鑿歲旱不竭歲潦不溢里人賴之',
  '有客自南來欲以金購之里人不可客怒投石其中水遂濁三月乃清',
  '自是里人相戒不敢近井而井旁之草',
  '余嘗過其地父老為余言如此余曰井之不竭非仙也地脈也里人不信',
  '今亭尚存井亦如故而言仙人者愈多矣余不能辨姑記其語以俟後之君子考焉',
  '後有童子失足墜焉聞井底有聲如雷俄而水湧童子浮出竟無恙里人異之乃築亭井上歲時祀焉',
]

describe('printed lines', () => {
  it('end a paragraph where they are short, in a text without marks', () => {
    const { text } = editionOf([wrapped('東村井記', UNMARKED, 18)], 'zh-Hant')
    expect(text.trimEnd().split('\n')).toEqual(['東村井記', ...UNMARKED])
  })

  it('are one paragraph though it has but three of them', () => {
    const block =
      '港务处保存着一份名单，每条船出港的日子都写在上面字迹工整，纸已经发黄了，可是没有人再去翻它一页，只有一只猫。'
    const lines = [block.slice(0, 24), block.slice(24, 48), block.slice(48)]
    const other = 'Nobody reads the list.'
    const { text } = editionOf([`名单\n\n${lines.join('\n')}\n\n${other}\n`])
    expect(text).toBe(`名单\n${block}\n${other}\n`)
  })

  it('keep words and numbers that they cut', () => {
    const line =
      '船队（含Seth Thomas号12条、Junghans号3.5条）昨夜出港，岸上的人都去送行，灯一直亮到天明，谁也没有睡。'
    const { text } = editionOf([
      wrapped('船队', [...BODY.split('\n\n'), line, line.replace('昨夜', '今晨')], 20),
    ])
    expect(text).toContain('（含Seth Thomas号12条、Junghans号3.5条）今晨')
  })

  it('keep the hyphen of twenty-one', () => {
    const { text } = editionOf([
      'Boats\n\nThe list has twenty-\none boats, and light-\nhouse keepers too.\n',
    ])
    expect(text).toContain('has twenty-one boats, and lighthouse keepers')
  })
})

describe('a page', () => {
  const whole =
    '老船工姓孟，在码头上干了三十年，认得每一条船，也认得每一个船长，闭着眼睛也能听出是谁的汽笛。'
  const [head, tail] = [whole.slice(0, 24), whole.slice(24)]

  it.each(['- 12 -', '第 12 页 共 30 页', '\f'])(
    'that ends in a sentence is no paragraph: %s',
    (rule) => {
      const { text } = editionOf([
        `码头\n\n港里很静。\n\n${head}\n\n${rule}\n\n${tail}\n\n天亮了，雾也散了。\n`,
      ])
      expect(text).toBe(`码头\n港里很静。\n${whole}\n天亮了，雾也散了。\n`)
    },
  )
})
