import { expect, test } from 'vitest'
import { unwrapped } from '../src/unwrapped.ts'

test('a line end is a space where words are parted by spaces, and nowhere else', () => {
  expect(unwrapped('一九二一年\r\n\r\n  十二月')).toBe('一九二一年十二月')
  expect(unwrapped('她说：\n“好。”')).toBe('她说：“好。”')
  expect(unwrapped('the last\n letter')).toBe('the last letter')
  expect(unwrapped('un café\nété')).toBe('un café été')
  expect(unwrapped('共\n30 人')).toBe('共 30 人')
  expect(unwrapped('一 行')).toBe('一 行')
  expect(unwrapped('\n起\n')).toBe('起')
})
