import { random } from '@huijiao/noise'
import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramsOf } from '../src/grams.ts'

const ALL = { length: 8, every: 1 }
const han = string({
  unit: constantFrom(...'春眠不觉晓处处闻啼鸟夜来风雨声花落知多少𠮷，。 \n'),
  maxLength: 80,
})

/** The hashes of a text's grams, as they come. */
const hashes = (text: string, sampling = ALL): string[] =>
  [...gramsOf(text, sampling).hashes].map(String)

describe('grams', () => {
  it('are the same whatever punctuation, width, script and line ends', () => {
    const plain = gramsOf('庭中海棠尽落晨起扫之得花盈筐ABC', ALL)
    const other = gramsOf('庭中海棠，\n盡落。晨起\r\n扫之，得花盈筐ＡＢＣ', ALL)
    expect([...other.hashes]).toEqual([...plain.hashes])
    expect(plain.hashes.length).toBe(17 - 7)
  })

  it('stand where they begin, in code points', () => {
    const text = '𠮷𠮷，庭中海棠尽落晨起'
    const { hashes: found, places, characters } = gramsOf(text, ALL)
    expect(characters).toBe([...text].length)
    for (const [i, place] of places.entries()) {
      const alone = gramsOf([...text].slice(place).join(''), ALL)
      expect(alone.hashes[0]).toBe(found[i])
      expect(alone.places[0]).toBe(0)
    }
    expect([...places]).toEqual([0, 1, 3])
  })

  it('do not depend on what stands before them, and are kept once', () => {
    assert(
      property(han, han, (before, text) => {
        const alone = new Set(hashes(text))
        const whole = hashes(before + text)
        expect(new Set(whole).size).toBe(whole.length)
        for (const hash of alone) expect(whole).toContain(hash)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('are sampled alike in all texts: a share of them, whatever stands around', () => {
    const stream = random(5)
    const text = Array.from({ length: 40_000 }, () =>
      String.fromCodePoint(0x4e00 + stream.below(3000)),
    ).join('')
    const all = hashes(text)
    const some = hashes(text, { length: 8, every: 8 })
    expect(some.length / all.length).toBeGreaterThan(0.11)
    expect(some.length / all.length).toBeLessThan(0.14)
    const part = new Set(hashes(text.slice(10_000, 20_000), { length: 8, every: 8 }))
    for (const hash of part) expect(some).toContain(hash)
  })

  it('are none in a text shorter than a gram, or without content', () => {
    expect(hashes('')).toEqual([])
    expect(hashes('春眠不觉晓处处')).toEqual([])
    expect(hashes('……——，。'.repeat(20))).toEqual([])
  })
})
