import { describe, expect, it } from 'vitest'
import { movesIn } from '../../src/export/moves.ts'
import { editionOf } from './edition.ts'

const PARAGRAPHS = [
  '渡口在镇子的东头，水面很宽，对岸是一片柳林，春天绿得早，秋天黄得晚，过路的人都要停下来看一看。',
  '撑船的人姓孙，六十多岁了，话不多，他在这里撑了三十年的船，认得两岸所有的人，却从来不说他们的事。',
  '夏天涨水，渡船停开，镇上的人便绕道走石桥，石桥离渡口有七里路，来回要走整整一个上午才能到家。',
  '有一年冬天河面结了冰，孩子们在冰上滑来滑去，大人站在岸上喊他们回家吃饭，喊声传得很远很远。',
  '如今河上架了铁桥，渡船早已没有了，只有那棵老柳树还在，树下的石凳磨得发亮，坐着几个闲谈的老人。',
]
const page = (...order: number[]): string =>
  `渡口\n\n${order.map((i) => `　　${PARAGRAPHS[i] ?? ''}`).join('\n\n')}\n`

describe('a passage that copies have in different places', () => {
  it.each([
    ['two copies', [page(0, 1, 2, 3, 4), page(0, 3, 1, 2, 4)]],
    ['at the end', [page(0, 1, 2, 3, 4), page(0, 2, 3, 4, 1)]],
    ['two of three agree', [page(0, 3, 1, 2, 4), page(0, 1, 2, 3, 4), page(0, 1, 2, 3, 4)]],
  ])('is printed once, and the move is told: %s', (_, texts) => {
    const { text, result } = editionOf(texts)
    for (const paragraph of PARAGRAPHS) expect(text.split(paragraph)).toHaveLength(2)
    expect(text.trim().split('\n')).toHaveLength(PARAGRAPHS.length + 1)
    const moves = movesIn(result)
    expect(moves.length).toBeGreaterThan(0)
    for (const { text: words, line } of moves) {
      const source = PARAGRAPHS.find((p) => p.replaceAll(/[，。]/gu, '').startsWith(words))
      expect(source).toBeDefined()
      expect(line).toBeGreaterThan(1)
    }
  })

  it('follows the order of the majority', () => {
    const { text } = editionOf([page(0, 3, 1, 2, 4), page(0, 1, 2, 3, 4), page(0, 1, 2, 3, 4)])
    expect(text.trim().split('\n').slice(1)).toEqual(PARAGRAPHS)
  })
})
