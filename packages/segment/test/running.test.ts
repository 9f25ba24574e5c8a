import { describe, expect, it } from 'vitest'
import { pageOf } from '../src/page/atoms.ts'
import { sourceOf } from './sources.ts'

/** What a text has left as text, a line for each piece, and its furniture by kind. */
function read(text: string): { lines: string[]; furniture: string[] } {
  const source = sourceOf('甲', text)
  const page = pageOf(source, 0, [])
  const slice = ({ start, end }: { start: number; end: number }): string =>
    source.points.slice(start, end).join('')
  return {
    lines: page.atoms.map(slice),
    furniture: page.furniture.map((f) => `${f.kind} ${slice(f)}`),
  }
}

const page = (number: number, head: string): string =>
  `${'春夏秋冬晨昏'[number - 1]}天的河水涨到了石阶\n${'金木水火土石'[number - 1]}船系在岸边\n\n· ${number} ·\n${head}\n\n`

describe('running heads', () => {
  it('are short lines that stand where pages end, again and again', () => {
    const text = [1, 2, 3, 4, 5, 6].map((n) => page(n, n % 2 === 0 ? '卷上' : '河边小镇')).join('')
    const { lines, furniture } = read(text)
    expect(lines).toHaveLength(12)
    expect(lines.join('')).not.toMatch(/卷上|小镇/u)
    expect(furniture.filter((f) => f === 'running-head 卷上')).toHaveLength(3)
    expect(furniture.filter((f) => f === 'running-head 河边小镇')).toHaveLength(3)
  })

  it('may carry the number of the page themselves', () => {
    const body = (n: number): string =>
      Array.from(
        { length: 12 },
        (_, k) => `${'甲乙丙丁戊己'[n]}日第${'一二三四五六七八九十百千'[k]}个人过桥\n`,
      ).join('')
    const { lines } = read([0, 1, 2, 3, 4].map((n) => `${body(n)}河边小镇 ${n + 11}\n`).join(''))
    expect(lines).toHaveLength(60)
  })

  it('are told by their distances where no page number stands', () => {
    const body = (n: number): string =>
      Array.from({ length: 12 }, (_, k) => `${'甲乙丙丁戊己'[n]}日有${k + 3}人过桥\n`).join('')
    const { furniture } = read([0, 1, 2, 3, 4].map((n) => `${body(n)}卷上\n`).join(''))
    expect(furniture).toEqual(Array.from({ length: 5 }, () => 'running-head 卷上'))
  })

  it('are not what a text repeats in its course', () => {
    const refrain = '船来了又去\n灯亮了又灭\n风吹过河面\n'.repeat(6)
    expect(read(`${refrain}${page(1, '灯亮了又灭')}`).furniture).toEqual(['page-number · 1 ·'])
  })

  it('are not lines that count something else', () => {
    const chapter = (n: number): string =>
      `附录 ${n}\n${Array.from({ length: 9 + n * 4 }, (_, k) => `${'一二三四五六七'[n]}之${k % 10}，水退了\n`).join('')}`
    const { furniture } = read([1, 2, 3, 4, 5].map(chapter).join(''))
    expect(furniture).toEqual([])
  })
})

describe('a mark alone on a line', () => {
  it('closes the line above', () => {
    const { lines, furniture } = read('船都系在岸边\n。\n　　第二天下起了雨\n”\n')
    expect(lines).toEqual(['船都系在岸边\n。', '第二天下起了雨\n”'])
    expect(furniture).toEqual([])
  })

  it('is a rule where it stands apart, unless it says something', () => {
    expect(read('船都系在岸边\n\n※\n\n第二天下起了雨').furniture).toEqual(['other ※'])
    const said = read('船都系在岸边\n\n……\n\n第二天下起了雨')
    expect(said.furniture).toEqual([])
    expect(said.lines).toEqual(['船都系在岸边', '……', '第二天下起了雨'])
  })
})
