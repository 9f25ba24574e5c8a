import { sourceOf } from '@huijiao/model'
import { expect, test } from 'vitest'
import { shortestQuotation, timesIn } from '../src/word/shortest.ts'

const source = (text: string) =>
  sourceOf(text, { file: '甲.txt', siglum: '甲', sha256: '', encoding: 'utf-8' })

const RAIN = source('雨下了三天，河水漫过石阶。\n雨下了三天，又下了三夜。\n')

test('quotes the fewest words that stand once, without marks around them', () => {
  expect(shortestQuotation(RAIN, { start: 0, end: 13 }, 'beginning')).toBe('雨下了三天，河')
  expect(shortestQuotation(RAIN, { start: 0, end: 13 }, 'end')).toBe('河水漫过石阶')
  expect(shortestQuotation(RAIN, { start: 14, end: 26 }, 'beginning')).toBe('雨下了三天，又')
})

test('quotes a short stretch whole, over lines too, and one that stands twice not at all', () => {
  expect(shortestQuotation(RAIN, { start: 6, end: 9 }, 'beginning')).toBe('河水漫')
  expect(shortestQuotation(RAIN, { start: 10, end: 18 }, 'beginning')).toBe('石阶。 雨下了三')
  expect(shortestQuotation(RAIN, { start: 0, end: 5 }, 'beginning')).toBeNull()
  expect(shortestQuotation(RAIN, { start: 5, end: 6 }, 'beginning')).toBeNull()
  const long = source('河水漫过了石阶。'.repeat(9))
  expect(shortestQuotation(long, { start: 0, end: 72 }, 'beginning')).toBeNull()
})

test('counts words without regard to marks and spaces', () => {
  expect(timesIn(RAIN, '雨下了三天')).toBe(2)
  expect(timesIn(RAIN, '三天又下')).toBe(1)
  expect(timesIn(RAIN, '三天又来')).toBe(0)
})
