import { describe, expect, it } from 'vitest'
import { edits, keysOf, laidBeside } from '../src/readings/truth.ts'

const truth = keysOf('庭中海棠尽落，晨起扫之，得花一筐，不忍弃去。')

describe('a reading laid beside the truth', () => {
  it('is right where the truth has it between the same words', () => {
    const text = keysOf('庭中海棠尽落晨起归之得花一筐不忍弃去')
    const right = laidBeside(text, truth)(8, 9, 1)
    expect(['归', '扫', '', '扫之'].map((r) => right(keysOf(r)))).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('is right where characters repeat, wherever the omission is set', () => {
    const text = keysOf('庭中海海棠尽落晨起扫之')
    const right = laidBeside(text, truth)(2, 3, 1)
    expect([right(keysOf('')), right(keysOf('海'))]).toEqual([true, false])
  })

  it('is not right where no witness has the truth', () => {
    const text = keysOf('庭中海棠尽落晨起归之')
    const right = laidBeside(text, truth)(8, 9, 1)
    expect([right(keysOf('归')), right(keysOf('妇'))]).toEqual([false, false])
  })
})

describe('the edits that part two texts', () => {
  it('count the characters of each difference once', () => {
    expect(edits(keysOf('庭中海棠落'), keysOf('庭中海棠尽落'))).toBe(1)
    expect(edits(keysOf('庭中海裳尽落'), keysOf('庭中海棠尽落'))).toBe(1)
  })
})
