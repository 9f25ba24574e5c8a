import { describe, expect, it } from 'vitest'
import { placeOf, placeText, sourceOf } from '../src/index.ts'

const origin = { file: 'a.epub', siglum: '甲', sha256: '', encoding: 'utf-8' } as const

describe('the place of text that was read out of markup', () => {
  // Two members: <p>书&#20070;</p> on a second line, and <p>市</p>.
  const source = sourceOf('书书\n市', {
    ...origin,
    map: {
      parts: [
        { name: 'one.xhtml', length: 17, lineStarts: [0, 1] },
        { name: 'two.xhtml', length: 8, lineStarts: [0] },
      ],
      runs: [
        { start: 0, end: 1, part: 0, from: 4, to: 5 },
        { start: 1, end: 2, part: 0, from: 5, to: 13 },
        { start: 2, end: 3, part: 0, from: 17, to: 17 },
        { start: 3, end: 4, part: 1, from: 3, to: 4 },
      ],
      asides: [],
    },
  })

  it.each([
    [0, { line: 2, column: 4, part: 'one.xhtml' }],
    [1, { line: 2, column: 5, part: 'one.xhtml' }],
    [3, { line: 1, column: 4, part: 'two.xhtml' }],
    [4, { line: 1, column: 5, part: 'two.xhtml' }],
  ])('offset %i', (offset, place) => {
    expect(placeOf(source, offset)).toEqual(place)
  })

  it('is told with the member', () => {
    expect(placeText(source, 3)).toBe('a.epub (two.xhtml):1:4')
  })
})
