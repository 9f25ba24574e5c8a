import { describe, expect, it } from 'vitest'
import { bulletSquares } from '../src/index.ts'

const read = (text: string): string => {
  const points = Array.from(text)
  const bullets = bulletSquares(points)
  return points.map((point, at) => bullets.get(at) ?? point).join('')
}

describe('squares', () => {
  it.each([
    ['■船\n小船。\n■桨\n长桨。\n', '▪船\n小船。\n▪桨\n长桨。\n'],
    ['　　□ 一号船\n　　□ 二号船\n', '　　▫ 一号船\n　　▫ 二号船\n'],
  ])('that head lines before words are bullets: %j', (written, plain) => {
    expect(read(written)).toBe(plain)
  })

  it.each([
    // One may be the first character of a damaged line, and what also stands within lines is a gap.
    '□年春，船出港。\n夏天回来。\n',
    '□年春，船出港。\n□天回来，带着□鱼。\n',
    '■■■\n■■■\n',
  ])('are signs for what cannot be read elsewhere: %j', (text) => {
    expect(read(text)).toBe(text)
  })
})
