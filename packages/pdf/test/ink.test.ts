import { describe, expect, test } from 'vitest'
import { applyEdits } from '../src/content/edit.ts'
import { inkEdits } from '../src/content/ink.ts'
import { readOperations } from '../src/content/operations.ts'

function ink(content: string): string {
  const bytes = Buffer.from(content)
  return Buffer.from(applyEdits(bytes, inkEdits(readOperations(bytes)))).toString()
}

describe('inkEdits', () => {
  test('black and grays become one ink, colours stay', () => {
    expect(ink('0 0 0 RG 0 0 0 rg .4667 .4667 .4667 rg 1 0 0 rg')).toBe('0 G 0 g 0.4667 g 1 0 0 rg')
  })

  test('text of alpha and patterns keep what they are', () => {
    expect(ink('/G3 gs 0 0 0 rg /Pattern cs /P16 scn 0 0 0 1 k')).toBe(
      '/G3 gs 0 g /Pattern cs /P16 scn 0 0 0 1 k',
    )
  })
})
