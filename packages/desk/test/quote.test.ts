import { sourceOf } from '@huijiao/model'
import { expect, test } from 'vitest'
import { titleAt } from '../src/look/answers.ts'
import { omitAt, quoteAt } from '../src/look/quote.ts'

const source = (text: string, siglum: string) =>
  sourceOf(text, { file: `${siglum}.txt`, siglum, sha256: '', encoding: 'utf-8' })

const BOOK = '石桥旧事\n第一章\n雨下了三天，河水漫过了石阶。\n石桥旧事\n雨下了三天，又下了三夜。\n'

test('a quotation has as many words as stand once in the file', () => {
  const one = source(BOOK, '甲')
  const two = source('雨下了三天，河水漫过石阶。\n', '乙')
  const at = BOOK.indexOf('雨')
  expect(quoteAt(one, at, [one, two])).toBe('雨下了三天，河')
  const twice = source('河水漫过了石阶。'.repeat(9), '丙')
  expect(quoteAt(one, BOOK.indexOf('河水'), [one, twice])).toEqual({
    text: '河水漫过了石',
    siglum: '甲',
  })
  expect(quoteAt(twice, 0, [twice])).toBeNull()
})

test('a line is left out by its own words, wherever else it stands', () => {
  const one = source(BOOK, '甲')
  expect(omitAt(one, 0, [one])).toEqual({ text: '石桥旧事', siglum: '甲' })
})

test('a line is a title, or its first clause stands for one', () => {
  const points = Array.from('# 灯塔\n雨下了三天，河水漫过了石阶。\n')
  expect(titleAt(points, 0)).toEqual({ title: '灯塔', supplied: false })
  expect(titleAt(points, 5)).toEqual({ title: '雨下了三天', supplied: true })
})
