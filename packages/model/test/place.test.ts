import { describe, expect, it } from 'vitest'
import { placeOf } from '../src/place.ts'
import { sourceOf } from '../src/source.ts'

describe('the lines of a source', () => {
  it('end with LF, CR LF or CR, and count code points', () => {
    const origin = { file: 'a.txt', siglum: '甲', sha256: '', encoding: 'utf-8' } as const
    const source = sourceOf('一\r\n二\r三\n𠀀四', origin)
    expect(source.lineStarts).toEqual([0, 3, 5, 7])
    expect(placeOf(source, 8)).toEqual({ line: 4, column: 2 })
    expect(placeOf(source, 0)).toEqual({ line: 1, column: 1 })
    expect(placeOf(source, source.points.length)).toEqual({ line: 4, column: 3 })
  })
})
