import { describe, expect, it } from 'vitest'
import { witnessOf } from '../builders.ts'

const tokens = (text: string): string =>
  witnessOf('甲', text)
    .tokens.map((t) => t.t)
    .join('')

describe('tokens', () => {
  it('have the zero of Chinese numerals where a circle is set for it', () => {
    expect(tokens('二○一九年，三◯○号')).toBe('二〇一九年三〇〇号')
  })

  it('keep a circle that marks an item or stands for a name', () => {
    expect(tokens('○评奖办法。李○○说')).toBe('○评奖办法李○○说')
  })
})
