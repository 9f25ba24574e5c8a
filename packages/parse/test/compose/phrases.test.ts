import { describe, expect, it } from 'vitest'
import { phraseBreaks } from '../../src/compose/phrases.ts'

/** A text with a bar wherever a line may end. */
function barred(text: string): string {
  const breaks = new Set(phraseBreaks(text))
  return [...text].map((c, i) => (breaks.has(i) ? `|${c}` : c)).join('')
}

describe('phraseBreaks', () => {
  it('falls between words, and before a word that opens a phrase', () => {
    expect(barred('昨日公布图书馆与博物馆开放时间')).toBe('昨日|公布|图书馆|与博物馆|开放|时间')
  })

  it('leaves lone characters with their neighbours', () => {
    expect(barred('城西一办公楼')).toBe('城西一办公楼')
  })

  it('leaves marks and spaces to the writing system', () => {
    expect(barred('春天来了，图书馆 开放时间')).toBe('春天来了，图书馆 开放|时间')
  })

  it('counts code points', () => {
    expect(phraseBreaks('𠀀，图书馆开放')).toEqual([5])
  })
})
