import { describe, expect, it } from 'vitest'
import { collated } from '../../../readings/test/builders.ts'
import { unrelatedCopies } from '../../src/account/unrelated.ts'

/** Texts of characters that no other has, `first` the code point that they begin with. */
const text = (first: number, length = 400): string =>
  String.fromCodePoint(...Array.from({ length }, (_, at) => first + ((at * 7) % length)))

const STORY = text(0x4e00)
const OTHER = text(0x6000)

describe('copies of one work', () => {
  it('are refused where they have almost nothing in common', () => {
    const [fault] = unrelatedCopies(collated({ 甲: STORY, 乙: OTHER }))
    expect(fault?.ruleId).toBe('unrelated-copies')
    expect(fault?.fatal).toBe(true)
  })

  it('may be misread at every second character, and one may be an excerpt', () => {
    const misread = [...STORY].map((point, at) => (at % 2 === 0 ? point : '〇')).join('')
    expect(unrelatedCopies(collated({ 甲: STORY, 乙: misread }))).toEqual([])
    expect(unrelatedCopies(collated({ 甲: STORY, 乙: STORY.slice(150, 300) }))).toEqual([])
  })

  it('may each have another half where a third has both', () => {
    const halves = { 甲: STORY + OTHER, 乙: STORY, 丙: OTHER }
    expect(unrelatedCopies(collated(halves))).toEqual([])
  })
})
