import { describe, expect, it } from 'vitest'
import { apparatusOf } from '../../src/export/apparatus.ts'
import { BODY, editionOf } from '../raw-text/edition.ts'

const page = (first: string, second: string): string =>
  `渡口\n\n${BODY}\n\n　　${first}\n\n　　${second}\n`

describe('what the text lacks between two paragraphs', () => {
  it.each([
    [
      'the end of the first',
      '马车从庙门前经过，大家都站起来看。',
      '第二天，河上起了雾，船没有开。',
      4,
    ],
    [
      'the head of the second',
      '马车从庙门前经过，大家都站起来。',
      '看第二天，河上起了雾，船没有开。',
      5,
    ],
  ])('stands where its witness has it: %s', (_, first, second, block) => {
    const plain = page('马车从庙门前经过，大家都站起来。', '第二天，河上起了雾，船没有开。')
    const { result } = editionOf([plain, plain, page(first, second)])
    expect(
      apparatusOf(result.edition).map((entry) => [entry.block, entry.lemma, entry.readings.length]),
    ).toEqual([[block, '', 2]])
  })
})
