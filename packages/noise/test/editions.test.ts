import { expect, it } from 'vitest'
import { makeEdition, textOf } from '../src/index.ts'

const SEEDS = Array.from({ length: 40 }, (_, at) => 9000 + at)

it('prints each work in order, letter for letter, where nothing is misread or lacking', () => {
  for (const seed of SEEDS) {
    const { works, copies } = makeEdition(seed, { noise: 0, lacking: 0 })
    for (const files of copies) {
      const spans = files.flatMap(({ text, spans }) => {
        const points = Array.from(text)
        return spans.map((span) => ({
          ...span,
          words: points.slice(span.start, span.end).join(''),
        }))
      })
      for (const [index, work] of works.entries()) {
        const printed = spans.filter((span) => span.work === index)
        const orders = printed.map((span) => span.order)
        expect([...orders].sort((a, b) => a - b)).toEqual(orders)
        // Marks may be printed in half width; everything else stands as it was made.
        for (const { order, words } of printed.filter(({ words }) => !/[,.:;!?() ]/u.test(words))) {
          const made = Array.from(textOf(work)).slice(order, order + Array.from(words).length)
          expect(words).toBe(made.join(''))
        }
      }
    }
  }
})

it('tells what each printed line is, and leaves none out', () => {
  for (const seed of SEEDS) {
    for (const { text, lines } of makeEdition(seed).copies.flat()) {
      const points = Array.from(text)
      const told = lines.map(({ start, end }) => points.slice(start, end).join('').trim())
      const printed = text
        .split(/[\n\f]/u)
        .map((line) => line.replace(/^#+ |^\*\*(?=\S)|(?<=\S)\*\*$/gu, '').trim())
      expect(told.filter((line) => line !== '')).toEqual(printed.filter((line) => line !== ''))
    }
  }
})

it('gives the same edition for the same seed, and another for another', () => {
  expect(makeEdition(5)).toEqual(makeEdition(5))
  expect(makeEdition(5).copies[0]?.[0]?.text).not.toBe(makeEdition(6).copies[0]?.[0]?.text)
})

it('begins each work of a copy once', () => {
  for (const seed of SEEDS) {
    const { works, copies } = makeEdition(seed)
    for (const files of copies) {
      const begun = files.flatMap(({ lines }) =>
        lines.flatMap(({ label, work }) =>
          label === 'title' || label === 'opening' ? [work] : [],
        ),
      )
      expect(begun).toEqual(works.map((_, index) => index))
    }
  }
})
