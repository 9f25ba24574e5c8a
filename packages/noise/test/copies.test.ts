import { describe, expect, it } from 'vitest'
import { lengthen, makeCopies, ONE_PERCENT } from '../src/index.ts'

const source = Array.from('汇集全国工匠力量修好河边旧桥工程很高兴在码头同各地来的工匠见面共商办法')
const text = lengthen(source, 20_000, 1)

describe('makeCopies', () => {
  it('gives the same copies for a seed, others for another', () => {
    const made = (seed: number): string[] =>
      makeCopies(text, 2, ONE_PERCENT, seed).map(({ characters }) => characters.join(''))
    expect(made(1)).toEqual(made(1))
    expect(made(1)).not.toEqual(made(2))
    expect(new Set(made(1)).size).toBe(2)
  })

  it('tells the truth about every character, and keeps to its rates', () => {
    for (const { characters, origins } of makeCopies(
      text,
      3,
      { ...ONE_PERCENT, droppedBlocks: 0 },
      3,
    )) {
      expect(origins).toHaveLength(characters.length)
      const kept = [...origins].filter((origin) => origin >= 0)
      expect(new Set(kept).size).toBe(kept.length)
      const wrong = characters.filter(
        (character, i) => (origins[i] ?? -1) >= 0 && character !== text[origins[i] ?? 0],
      )
      expect(wrong.length / text.length).toBeGreaterThan(0.007)
      expect(wrong.length / text.length).toBeLessThan(0.013)
      expect((text.length - kept.length) / text.length).toBeLessThan(0.013)
      expect((characters.length - kept.length) / text.length).toBeLessThan(0.013)
      expect(
        kept.filter((origin, i) => i > 0 && origin < (kept[i - 1] ?? 0)).length,
      ).toBeGreaterThan(0)
    }
  })

  it('misreads look-alikes for one another where it knows some', () => {
    const lookAlikes = new Map([['国', ['圀']]])
    const noise = { substitutions: 0.2, omissions: 0, additions: 0, lookAlikes }
    const [copy] = makeCopies(text, 1, noise, 4)
    const misread = new Set((copy?.characters ?? []).filter((_, i) => text[i] === '国'))
    expect(misread).toEqual(new Set(['国', '圀']))
  })
})
