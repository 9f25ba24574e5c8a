import { expect, test } from 'vitest'
import { gather } from '../src/assign.ts'
import { hasCentredMarks, regional } from '../src/regional.ts'

const facesOf = (text: string, language: string, role: 'song' | 'hei-bold' = 'song'): string[] =>
  gather(regional([{ text, role }], language)).map(
    ({ face, characters }) => `${face.id} ${characters}`,
  )

test.each([
  ['zh-Hans-CN', false],
  ['zh-Hant-CN', false],
  ['zh-Hant', true],
  ['zh-Hant-TW', true],
  ['zh-HK', true],
  ['en', false],
])('%s has its marks in the middle: %s', (language, isCentred) => {
  expect(hasCentredMarks(language)).toBe(isCentred)
})

test('a book for Taiwan has its points from the face that has them in the middle, and its text as before', () => {
  expect(facesOf('天，地。「人」', 'zh-Hans-CN')).toEqual(['song-400 。「」人地天，'])
  const taiwan = facesOf('天，地。「人」', 'zh-Hant-TW')
  expect(taiwan.filter((face) => face.startsWith('rare-')).join('')).toMatch(/^rare-.*-400 。，$/u)
  expect(taiwan.filter((face) => !face.startsWith('rare-'))).toEqual(['song-400 「」人地天'])
  expect(facesOf('題：', 'zh-Hant-HK', 'hei-bold').join(' ')).toMatch(/hei-700 題.*rare-.*-700 ：/u)
})
