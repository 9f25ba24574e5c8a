import { describe, expect, it } from 'vitest'
import { besideOthers } from '../src/copies/copies.ts'
import { physicalLines } from '../src/label/index.ts'
import { readSource } from './sources.ts'

const TEXT = [
  '渡船迟到了半个时辰，岸上的人把伞收了又撑开，谁也没有说话。',
  '旧账',
  '掌柜翻出一本旧账，上面记着三十年前的一笔盐钱，墨迹已经发黄。',
  '他说这笔钱不必还了，只要有人记得当年是谁背着盐过的河。',
]

/** What the second copy has at each line of the first: the line by number, `in`, `lacks` or nothing. */
function beside(one: readonly string[], two: readonly string[]): (number | string | null)[] {
  const sources = [one, two].map((lines, at) =>
    readSource(`${at}.txt`, '甲乙'[at] ?? '本', Buffer.from(lines.join('\n'))),
  )
  const lines = sources.map(({ points }) => physicalLines(points))
  return (besideOthers(sources, lines)[0] ?? []).map((others) => {
    const there = others.get(1)
    if (there === undefined) return null
    return there.kind === 'line' ? there.line : there.kind === 'inside' ? 'in' : 'lacks'
  })
}

describe('lines of copies', () => {
  it('answer to one another, misread titles too', () => {
    const [one = '', , three = '', four = ''] = TEXT
    expect(beside(TEXT, [one, '旧賬', three.replace('墨', '黑'), four])).toEqual([0, 1, 2, 3])
  })

  it('lack what only one copy has between them', () => {
    const [one = '', two = '', ...rest] = TEXT
    const page = [one, '— 17 —', '渡口杂记', two, ...rest]
    expect(beside(page, TEXT)).toEqual([0, 'lacks', 'lacks', 1, 2, 3])
  })

  it('begin inside a line of a copy that breaks elsewhere', () => {
    const [one = '', two = '', three = '', four = ''] = TEXT
    expect(beside(TEXT, [one, two, three + four])).toEqual([0, 1, 2, 'in'])
  })

  it('are unknown where the other file has another text', () => {
    const other = ['山上的雪一直没有化，巡林的人走了三天才回来。', '他带回一只受伤的鹿。']
    expect(beside(TEXT, other)).toEqual([null, null, null, null])
  })
})
