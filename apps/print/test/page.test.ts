import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balance } from '../src/page/balance.ts'
import { clausesOf, joinMarks } from '../src/page/words.ts'

describe('words of titles', () => {
  test('keep their marks', () => {
    expect(joinMarks(['论', '“', '春江', '”', '，', '花', '月'])).toEqual([
      '论',
      '“春江”，',
      '花',
      '月',
    ])
    expect(joinMarks(['《', '诗', '》', '——', '序'])).toEqual(['《诗》——', '序'])
  })

  test('joined say what they said', () => {
    const words = fc.array(fc.constantFrom('春江', '，', '“', '”', '月', '——', '！', ' '))
    fc.assert(
      fc.property(words, (parts) => {
        const joined = joinMarks(parts)
        expect(joined.join('')).toBe(parts.join(''))
        expect(joined.slice(1).filter((part) => /^[，”—！\s]/u.test(part))).toEqual([])
      }),
      { seed: 8 },
    )
  })

  test('of a phrase stay together up to the end of a clause', () => {
    expect(clausesOf('春江潮水，海上“明月。”共潮生')).toEqual(['春江潮水，', '海上“明月。”共潮生'])
    expect(clausesOf('一句。')).toEqual(['一句。'])
  })
})

describe('balance', () => {
  const part = (size: number, closes = false) => ({ size, closes })

  test('makes lines of like length', () => {
    expect(balance([part(40), part(20), part(30), part(30)], 2, 100, 10)).toEqual([2])
  })

  test('ends a line where a clause does, if the lines are then not too unlike', () => {
    const parts = [part(40), part(40, true), part(30), part(30)]
    expect(balance(parts, 2, 100, 10)).toEqual([2])
    expect(balance([part(10, true), part(50), part(60)], 2, 100, 10)).toEqual([2])
  })

  test('gives no lines that are too long, nor more parts than there are', () => {
    expect(balance([part(120)], 1, 100, 10)).toBeUndefined()
    expect(balance([part(40)], 2, 100, 10)).toBeUndefined()
  })
})
