import { describe, expect, it } from 'vitest'
import { countNgrams } from '../src/match/ngrams.ts'
import { pageOf } from '../src/page/atoms.ts'
import { segment } from '../src/segment.ts'
import { survey } from '../src/survey/survey.ts'
import { sourceOf } from './sources.ts'

const REPORT = [
  '青石镇的小学堂今年满一百岁',
  '本报青石5月3日电 昨天上午，青石镇中心小学的师生和远道回来的校友聚在老槐树下，为学堂庆生。',
  '校长何文彬说，当年只有一间瓦房、七个学生，先生的束脩是每家每年一担谷子。',
  '镇上的老人把保存多年的课本和油灯送到了新建的陈列室，孩子们排着队看了一遍又一遍。',
]
const WALK = [
  '河边散记',
  '走过石桥往东半里便听见读书的声音，先生的嗓子又高又亮，学生的声音参差不齐。',
  '青石镇的小学堂今年正满一百岁了，院里的银杏比学堂还要老上几十年，秋天落了一地黄叶，扫地的老人把叶子堆在墙根下面。',
  '傍晚的时候我沿着河堤慢慢地走，看见渔人收网，网里多是巴掌大的鲫鱼，小的又放回了水里去。',
  '一个放牛的孩子坐在堤上，我问他在看什么，他指着对岸的烟囱，说那里从前是一座很大的碾坊。',
  '回来的路上天已经黑透了，只有桥头的茶馆还点着一盏灯，照着空空的竹椅。',
]

/** A column of sixteen characters, indented at paragraphs. */
function column([title = '', ...paragraphs]: readonly string[]): string {
  const lines = paragraphs.flatMap((text) => `　　${text}`.match(/.{1,16}[，。、]?/gu) ?? [])
  return [title, ...lines].join('\n')
}

describe('words of a headline', () => {
  it('are no headline where another file has them in running text', () => {
    const sources = [
      sourceOf('甲', `${column(REPORT)}\n\n${column(WALK)}\n`),
      sourceOf('乙', `${WALK.join('\n\n')}\n\n${REPORT.join('\n\n')}\n`),
    ]
    expect(sources[0]?.points.join('')).toContain('\n　　青石镇的小学堂今年正满一百岁\n')
    const { works } = segment(sources, null)
    const lengths = works.map(({ texts }) =>
      texts.map(({ blocks }) =>
        blocks.flatMap((b) => b.parts).reduce((n, p) => n + p.end - p.start, 0),
      ),
    )
    const [report, walk] = [REPORT, WALK].map((text) => [...text.join('')].length)
    expect(lengths.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [report, report],
      [walk, walk],
    ])
  })

  it('are no headline where somebody says them', () => {
    const said = [
      '门前',
      '先生合上书本，看了看窗外的雨，忽然问道：',
      '“你去过江南吗？”',
      '学生摇头。',
    ]
    const tale = ['“你去过江南吗？”', ...WALK.slice(2)]
    const sources = [tale, [...said, ...WALK.slice(1, 3)]].map((text, i) =>
      sourceOf('甲乙'[i] ?? '', `${text.join('\n\n')}\n`),
    )
    const { works } = segment(sources, null)
    const titles = works.flatMap(({ texts }) =>
      texts.flatMap(({ file, blocks }) =>
        blocks
          .filter((b) => b.role === 'title')
          .map((b) => {
            const [part] = b.parts
            const source = sources.find((s) => s.file === file)
            return source?.points.slice(part?.start, part?.end).join('')
          }),
      ),
    )
    expect(new Set(titles)).toEqual(new Set(['门前', '“你去过江南吗？”']))
  })
})

describe('names that the line above announces', () => {
  it('are no headline', () => {
    const lines = ['李文清 何守拙', ...REPORT.slice(2)]
    const score = (dateline: string): number | undefined => {
      const pages = [pageOf(sourceOf('甲', `${[dateline, ...lines].join('\n')}\n`), 0, [])]
      return survey(pages, [[]], countNgrams(pages), [])[0]?.heads[1]
    }
    expect(score('本报青石5月3日电 记者')).toBeLessThan(-5)
    expect(score('本报青石5月3日电。')).toBeGreaterThan(-5)
  })
})
