import { expect, it } from 'vitest'
import { othersOf, physicalLines } from '../../src/label/index.ts'

const linesOf = (text: string) => physicalLines(Array.from(text))

it('keeps what white space and markup tell of a line, and its place', () => {
  const text = '# 渡口\n\n　　他来了。𠮷\r\n\f**作者**\n  \n'
  expect(linesOf(text)).toMatchObject([
    { text: '渡口', level: 1, gap: 0, indent: 0, width: 4, start: 2, end: 4, page: false },
    { text: '他来了。𠮷', level: 0, gap: 1, indent: 4, width: 10, page: false },
    { text: '作者', bold: true, page: true, gap: 0 },
  ])
  for (const { text: words, start, end } of linesOf(text)) {
    expect(Array.from(text).slice(start, end).join('')).toBe(words)
  }
})

it('takes an empty text, and one without an end of line', () => {
  expect(linesOf('')).toEqual([])
  expect(linesOf(' \n\n')).toEqual([])
  expect(linesOf('一')).toHaveLength(1)
})

const A = '東里先生耕於寒江之上\n其後十年不見故人歸來'
const [TAIL, HEAD] = A.split('\n')

it('tells whether other sources run on over a border, end a line there or have its sides apart', () => {
  const border = (other: string) => othersOf([linesOf(A), linesOf(other)])[0]?.[1]
  expect(border(`${TAIL}${HEAD}`)).toMatchObject({ within: 1, beside: 0, apart: 0 })
  expect(border(`${TAIL}。\n\n${HEAD}。`)).toMatchObject({ within: 0, beside: 1, apart: 0 })
  expect(border(`${HEAD}\n且看西風吹斷橋\n${TAIL}`)).toMatchObject({
    within: 0,
    beside: 0,
    apart: 1,
  })
  expect(border('且看西風吹斷橋')).toMatchObject({ within: 0, beside: 0, apart: 0 })
})

it('counts the places where a line stands between other neighbours, and not those in copies', () => {
  const [one, two] = ['東里先生耕於寒江之上', '且看西風吹過斷橋邊']
  const files = [one, two, one].map((words) => linesOf(`${words}\n轉載須註明出處\n`))
  const others = othersOf(files)
  expect(others.map((lines) => lines[1]?.elsewhere)).toEqual([1, 2, 1])
  expect(others.map((lines) => lines[0]?.elsewhere)).toEqual([0, 0, 0])
})
