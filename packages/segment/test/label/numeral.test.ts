import { expect, it } from 'vitest'
import { numeralValue } from '../../src/label/numeral.ts'

it('reads a number in whatever way it is written', () => {
  for (const [text, value] of [
    ['一百零五', 105],
    ['一〇五', 105],
    ['105', 105],
    ['１０５', 105],
    ['廿一', 21],
    ['十', 10],
    ['一千二百', 1200],
    ['⑫', 12],
    ['⑶', 3],
  ] as const) {
    expect([text, numeralValue(text)]).toEqual([text, value])
  }
})

it('reads no number where there is none', () => {
  for (const text of ['', '上', '第一', '12345', 'iv'])
    expect([text, numeralValue(text)]).toEqual([text, null])
})
