import { describe, expect, it } from 'vitest'
import {
  closedUp,
  conventional,
  isJoiner,
  isUnseen,
  isWhite,
  keyOf,
  signsOf,
} from '../src/index.ts'

describe('what is not seen', () => {
  it('is one list: what is unseen is white, and no letter is', () => {
    const unseen = [
      '\u0000',
      '\u00AD',
      '\u034F',
      '\u200B',
      '\u200D',
      '\u2060',
      '\uFE0F',
      '\uFEFF',
      '\u{E0101}',
    ]
    expect(unseen.filter((c) => !isUnseen(c) || !isWhite(c))).toEqual([])
    expect([' ', '\t', '\n', '\u3000'].filter((c) => isUnseen(c) || !isWhite(c))).toEqual([])
    expect(['中', 'a', '。', '□', '\u0301'].filter((c) => isUnseen(c) || isWhite(c))).toEqual([])
  })

  it.each([
    ['می\u200Cخواهم', 2],
    ['क्\u200Dष', 2],
    ['ශ්\u200Dරී', 2],
    ['\u{1F468}\u200D\u{1F469}', 1],
  ])('keeps the joiner in %s, which shapes its neighbours', (text, at) => {
    expect(isJoiner(Array.from(text), at)).toBe(true)
    expect(signsOf(text).join('')).toBe(text)
  })

  it.each(['木\u200D箱', 'a\u200Cb', 'م\u200C ', '\u{1F468}\u200D木', '\u{1F468}\u200C\u{1F469}'])(
    'drops it in %j, where it shapes nothing',
    (text) => {
      expect(Array.from(text).filter((_, at) => isJoiner(Array.from(text), at))).toEqual([])
    },
  )

  it('takes a letter with a joiner for the letter, and joined pictures for their own', () => {
    expect(keyOf('ی\u200C')).toBe(keyOf('ی'))
    expect(keyOf('\u{1F468}\u200D')).not.toBe(keyOf('\u{1F468}'))
  })
})

describe('white space that says nothing', () => {
  it.each([
    ['铺　子', '铺子'],
    ['修 钟 的 铺 子', '修钟的铺子'],
    ['一　雪', '一　雪'],
    ['风雪 归人', '风雪 归人'],
  ])('closes up %s to %s', (written, read) => {
    expect(closedUp(written)).toBe(read)
  })

  it.each([
    ['3', '+', ' '],
    ['=', '8', ' '],
    ['30', '50', ' '],
    ['甲', '+', ''],
    ['甲', '3', ''],
  ])('parts %s and %s by “%s”', (before, after, kept) => {
    expect(conventional(' ', before, after)).toBe(kept)
  })
})
