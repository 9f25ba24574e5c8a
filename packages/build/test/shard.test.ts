import { describe, expect, it } from 'vitest'
import { isInShard, parseShard } from '../src/shard.ts'

const names = Array.from({ length: 1000 }, (_, i) => `edition-${i}`)

describe('shards', () => {
  it.each([1, 2, 31])('of %i: every edition lies in one', (count) => {
    for (const name of names) {
      const shards = Array.from({ length: count }, (_, index) => ({ index, count }))
      expect(shards.filter((shard) => isInShard(name, shard))).toHaveLength(1)
    }
  })

  it('are of like size', () => {
    const sizes = [0, 1, 2, 3].map(
      (index) => names.filter((name) => isInShard(name, { index, count: 4 })).length,
    )
    expect(Math.min(...sizes)).toBeGreaterThan(200)
  })

  it('are told by the name alone, on every machine alike', () => {
    const first = names
      .slice(0, 8)
      .map((name) => [0, 1, 2].findIndex((index) => isInShard(name, { index, count: 3 })))
    expect(first).toMatchInlineSnapshot(`
      [
        0,
        1,
        2,
        2,
        1,
        2,
        1,
        1,
      ]
    `)
  })

  it.each(['', '1', '3/3', '-1/2', '0/0', '1/2/3', 'a/b', '0x1/2'])('refuses %j', (text) => {
    expect(() => parseShard(text)).toThrow(/expected I\/N/u)
  })

  it('reads a number and how many there are', () => {
    expect(parseShard('0/1')).toEqual({ index: 0, count: 1 })
    expect(parseShard('11/12')).toEqual({ index: 11, count: 12 })
  })
})
