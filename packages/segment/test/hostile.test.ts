import type { Source } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { ARTICLES } from '../../noise/src/index.ts'
import { segment } from '../src/segment.ts'
import { expectLaws } from './laws.ts'
import { readSource } from './sources.ts'

const read = (text: string, index = 0): Source =>
  readSource(`${index}.txt`, '甲乙丙丁'[index] ?? '本', Buffer.from(text))
const plain = (index: number): string => {
  const article = ARTICLES[index]
  return article === undefined ? '' : [article.title, ...article.paragraphs].join('\n\n')
}

describe('sources of every kind', () => {
  it.each([
    ['nothing', ['']],
    ['white space', ['\n\n \u3000\n']],
    ['marks alone', ['……\n----\n']],
    ['one line', ['只有一行字']],
    ['one character', ['字']],
    ['page numbers alone', ['- 1 -\n\n- 2 -\n']],
    ['carriage returns', [plain(0).replaceAll('\n', '\r\n')]],
    ['form feeds', [plain(0).replaceAll('\n\n', '\n\f')]],
    ['two empty files', ['', '']],
    ['an empty file beside a text', ['', plain(1)]],
    ['English', ['A Title\n\nThis is a short text. It says little.\n\nIt ends here.\n']],
    ['English and Chinese', [`${plain(0)}\n\nThe end came soon, and nobody knew why.\n`]],
    ['characters beyond the basic plane', ['𠀀𠀁𠀂的故事\n\n𠀀𠀁𠀂是三个字，**很少**有人认识。\n']],
    ['markup', ['# 标题\n\n一段**文字**，没有别的。\n\n> 引文一句。\n']],
    ['the same file twice', [plain(2), plain(2)]],
    ['files that share nothing', [plain(3), plain(4), plain(5)]],
  ])('are tiled: %s', (_, texts) => {
    const sources = texts.map(read)
    const found = segment(sources, null)
    expectLaws(found, sources)
    expect(found.tiles.length > 0).toBe(texts.some((text) => text !== ''))
  })

  it('keeps files that share nothing apart', () => {
    const sources = [plain(3), plain(4), plain(5)].map(read)
    const { works } = segment(sources, null)
    expect(works.map(({ texts }) => texts.length)).toEqual([1, 1, 1])
  })

  it('finds one work in two copies, line ends and widths notwithstanding', () => {
    const half = plain(0).replaceAll('，', ', ').replaceAll('\n', '\r\n')
    const { works } = segment([read(plain(0)), read(half, 1)], null)
    expect(works).toHaveLength(1)
    expect(works[0]?.texts).toHaveLength(2)
  })

  it('matches the two scripts', () => {
    const simplified =
      '春天来了，花园里的牡丹开了，红的白的一大片，园丁每天早晨来浇水，再把枯叶剪掉。'
    const traditional =
      '春天來了，花園裡的牡丹開了，紅的白的一大片，園丁每天早晨來澆水，再把枯葉剪掉。'
    expect(segment([read(simplified), read(traditional, 1)], null).works).toHaveLength(1)
  })

  it('never takes a missing passage for a join', () => {
    const [one, two] = [plain(5), plain(8)]
    const cut = `${one.slice(0, 330)}\n\n${two}`
    const { works } = segment([read(cut)], null)
    expect(works).toHaveLength(2)
  })
})
