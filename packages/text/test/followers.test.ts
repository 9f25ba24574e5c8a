import { describe, expect, it } from 'vitest'
import { attraction } from '../src/followers.ts'

describe('neighbours', () => {
  it('attract each other in words, and are neutral where unknown', () => {
    expect(attraction('葡', '萄')).toBeGreaterThan(4)
    expect(attraction('的', '葡')).toBeLessThan(attraction('葡', '萄'))
    expect(attraction('\u{2a6a5}', '的')).toBe(0)
  })
})
