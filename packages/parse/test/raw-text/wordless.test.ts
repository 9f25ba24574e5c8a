import { describe, expect, it } from 'vitest'
import { leftOut } from '../../src/export/left-out.ts'
import { editionOf } from './edition.ts'

const STORY = `夜里的灯塔

　　守塔的老人每天傍晚都要爬上九十九级台阶，把灯点亮，再一级一级走下来，坐在门口抽烟。

　　“你不怕黑吗？”孩子问。

　　“……”

　　老人没有答话，只是望着海面上慢慢移动的船灯，好像在数它们有多少盏。

　　？！

　　孩子忽然站了起来，指着礁石那边，一只小船正在浪里打转，船上的人拼命挥着手。

　　……

　　第二天，镇上的人都知道了这件事，说那天夜里要不是灯亮着，船上的人一个也回不来。
`
const PRINTED = STORY.split('\n').flatMap((line) => (line === '' ? [] : [line.trim()]))

const lines = (text: string): string[] => text.trimEnd().split('\n')

describe('speech of marks alone', () => {
  it('is text, where one copy has it and where several have it', () => {
    for (const copies of [[STORY], [STORY, STORY]]) {
      const { result, text, loci } = editionOf(copies)
      expect(lines(text)).toEqual(PRINTED)
      expect(loci).toEqual([])
      expect(leftOut(result)).toEqual([])
      // Each stands in the ledger at its own block.
      const blocks = result.ledger.flatMap(({ role, block }) => (role === 'text' ? [block] : []))
      expect(new Set(blocks).size).toBe(PRINTED.length)
    }
  })

  it.each([
    ['dots', (text: string) => text.replaceAll('……', '...')],
    ['six dots', (text: string) => text.replaceAll('……', '......')],
    ['dots in the middle of the line', (text: string) => text.replaceAll('……', '⋯⋯')],
    ['marks of half width', (text: string) => text.replaceAll('？！', '?!')],
    ['other quotation marks', (text: string) => text.replaceAll('“', '「').replaceAll('”', '」')],
  ])('is the same in %s', (_, written) => {
    const { result, text, loci } = editionOf([STORY, written(STORY)])
    expect(lines(text)).toEqual(PRINTED)
    expect(loci).toEqual([])
    expect(leftOut(result)).toEqual([])
  })

  it('is a reading where one copy lacks it, and is printed once', () => {
    const { text, loci } = editionOf([STORY, STORY.replace('　　“……”\n\n', '')])
    expect(lines(text)).toEqual(PRINTED)
    expect(loci).toEqual([['……', '']])
  })

  it.each(['※　※　※', '————————', '* * *', '………………………………', '……………………', '！'])(
    'is not a rule, a break or dust: %s',
    (rule) => {
      const { result, text } = editionOf([STORY.replace('？！', rule)])
      // A break is an empty line.
      expect(lines(text).filter((line) => line !== '')).toEqual(
        PRINTED.filter((line) => line !== '？！'),
      )
      expect(leftOut(result).map((left) => left.text)).toEqual([rule])
    },
  )
})
