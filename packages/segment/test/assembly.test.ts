import { describe, expect, it } from 'vitest'
import { layoutOf } from '../src/assembly.ts'
import { byThreads, type Likeness } from '../src/likeness.ts'
import type { Thread } from '../src/works.ts'

const thread = (id: number, source: number, length: number): Thread => ({
  id,
  source,
  length,
  atoms: [],
  links: [],
  titles: 0,
  label: null,
  gaps: [],
})

/** Two threads that share `length` characters from the places given. */
const alike = (one: number, two: number, at: number, there: number, length: number): Likeness => ({
  one,
  two,
  anchors: [{ one: at, two: there, length }],
  shared: length,
  breaks: 0,
  score: 1,
  spanOne: [at, at + length],
  spanTwo: [there, there + length],
})

describe('pieces of a work', () => {
  it('are laid out by those with which they share most, across sources broken at other places', () => {
    // 0 to 500 in one piece of the first source, 500 to 900 in another; the second is broken at 300.
    const threads = [thread(0, 0, 400), thread(1, 0, 500), thread(2, 1, 600), thread(3, 1, 300)]
    const pairs = [alike(0, 2, 0, 200, 400), alike(1, 2, 300, 0, 200), alike(1, 3, 50, 0, 250)]
    const places = layoutOf(threads, byThreads(pairs))
    expect([1, 3, 2, 0].map((id) => places.get(id))).toEqual([-300, -250, 0, 200])
  })

  it('have no place where they share nothing', () => {
    const threads = [thread(0, 0, 400), thread(1, 1, 300)]
    expect([...layoutOf(threads, byThreads([]))]).toEqual([[0, 0]])
  })
})
