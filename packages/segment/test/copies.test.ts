import { describe, expect, it } from 'vitest'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

function found(texts: readonly string[]) {
  const sources = texts.map((text, at) =>
    readSource(`${at}.txt`, '甲乙丙丁'[at] ?? '本', Buffer.from(text)),
  )
  const result = segment(sources, null)
  expectLaws(result, sources)
  const textOf = (file: string): string =>
    result.works
      .flatMap(({ texts: own }) => own.filter((text) => text.file === file))
      .flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts))
      .map(({ start, end }) =>
        sources
          .find((source) => source.file === file)
          ?.points.slice(start, end)
          .join(''),
      )
      .join('\n')
  return { works: result.works.length, textOf }
}

const BODY = [
  '渡船迟到了半个时辰，岸上的人把伞收了又撑开，谁也没有说话。',
  '掌柜翻出一本旧账，上面记着三十年前的一笔盐钱，墨迹已经发黄。',
  '评论：这是渡口的老人后来讲的一句话。',
  '他说这笔钱不必还了，只要有人记得当年是谁背着盐过的河。',
]
const story = (title: string, lines: readonly string[], gap = '\n\n'): string =>
  `${[title, ...lines].join(gap)}\n`

describe('what copies have in common', () => {
  it('is text, whatever words it begins with', () => {
    const { works, textOf } = found([story('盐钱', BODY), story('盐钱', BODY, '\n')])
    expect(works).toBe(1)
    expect(textOf('0.txt')).toContain('评论：这是渡口的老人后来讲的一句话。')
  })

  it('shows a line that one copy alone has between to be none', () => {
    const [one = '', two = '', ...rest] = BODY
    const site = story('盐钱', [one, two, '盐钱·卷三', ...rest])
    const { works, textOf } = found([
      site,
      ...[1, 2, 3].map((gap) => story('盐钱', BODY, '\n'.repeat(gap))),
    ])
    expect(works).toBe(1)
    expect(textOf('0.txt')).not.toContain('卷三')
  })

  it('divides all copies alike where one lacks a title', () => {
    const second = [
      '山上的雪一直没有化，巡林的人走了三天才回来，靴子里全是水。',
      '他带回一只受伤的鹿，养在院子里，开春的时候自己走了。',
    ]
    const whole = `${story('盐钱', BODY)}\n\n${story('雪后的鹿', second)}`
    const lacking = `${story('盐钱', BODY)}\n\n${second.join('\n\n')}\n`
    const { works } = found([whole, whole, lacking])
    expect(works).toBe(2)
  })
})

describe('verse in two halves', () => {
  it('is no pair of columns', () => {
    const lines = Array.from(
      '寒砧秋水一聲遲　曉月平沙又黃昏\n野渡孤舟無人問　天涯春草獨自歸\n石徑晴嵐兩三家　曲岸青燈夢難成\n白鷺東籬竹影深　斷橋殘雪幾時還\n玉笛西風客未眠　長亭楊柳不知處\n'.split(
        '\n',
      ),
    ).filter((line) => line !== '')
    const { textOf } = found([`野渡\n\n${lines.join('\n')}\n`])
    expect(textOf('0.txt').split('\n').slice(1).join('\n')).toBe(lines.join('\n'))
  })
})

describe('the articles of a statute', () => {
  it('are no column beside their numbers', () => {
    const articles = ['十五', '十六', '十七', '十八', '十九'].map(
      (number, at) => `第${number}条　渡口管理人应当在第${at + 2}日以前把船只的数目写在木牌上。`,
    )
    const { textOf } = found([`渡口管理办法\n\n${articles.join('\n')}\n`])
    expect(textOf('0.txt')).toContain(articles.join('\n'))
  })
})
