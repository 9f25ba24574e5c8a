import { describe, expect, it } from 'vitest'
import { ARTICLES } from '../src/articles.ts'
import { scramble } from '../src/pages.ts'
import { type Recovered, recovery } from '../src/recovery.ts'

const OPTIONS = { noise: 0, presence: 1 }

/** The answer that a program would give that knows the truth. */
function perfect(seed: number): { files: ReturnType<typeof scramble>; found: Recovered } {
  const files = scramble(ARTICLES.slice(0, 4), seed, OPTIONS)
  const works = ARTICLES.slice(0, 4).map((_, work) => ({
    id: `w${work}`,
    texts: files.map((file) => ({
      file: file.name,
      blocks: file.spans
        .filter((span) => span.kind === 'text' && span.work === work)
        .sort((a, b) => a.order - b.order)
        .map(({ start, end }) => ({ parts: [{ start, end }] })),
    })),
  }))
  const tiles = files.flatMap((file) =>
    file.spans.map(({ start, end, kind }) => ({ file: file.name, start, end, role: kind })),
  )
  return { files, found: { works, tiles } }
}

describe('scramble', () => {
  it('gives the same pages for the same seed, others for another', () => {
    expect(scramble(ARTICLES, 5)).toEqual(scramble(ARTICLES, 5))
    expect(scramble(ARTICLES, 5)).not.toEqual(scramble(ARTICLES, 6))
  })

  it('knows every character that is no white space', () => {
    for (const file of scramble(ARTICLES, 11)) {
      const points = Array.from(file.text)
      let at = 0
      for (const { start, end } of file.spans) {
        expect(points.slice(at, start).join('').trim()).toBe('')
        at = end
      }
      expect(points.slice(at).join('').trim()).toBe('')
    }
  })

  it('prints every character of an article once and in order', () => {
    const [article] = ARTICLES
    const [file] = scramble(ARTICLES.slice(0, 1), 3, { ...OPTIONS, copies: [1, 1], wrapped: 0 })
    const points = Array.from(file?.text ?? '')
    const text = (file?.spans ?? [])
      .filter(({ kind }) => kind === 'text')
      .map(({ start, end }) => points.slice(start, end).join(''))
      .join('')
    const whole = [article?.title, article?.dateline, ...(article?.paragraphs ?? [])].join('')
    const bare = (words: string): string => words.replaceAll(/[^\p{Script=Han}\d]/gu, '')
    expect(bare(text)).toBe(bare(whole))
  })
})

describe('recovery', () => {
  it('gives full marks to the truth', () => {
    for (const seed of [1, 2, 3]) {
      const { files, found } = perfect(seed)
      const { covered, joins, furniture, certain, plain } = recovery(files, found)
      expect(covered.right).toBe(covered.total)
      expect(joins.right).toBe(joins.total)
      expect(furniture.right).toBe(furniture.total)
      expect(certain.right).toBe(certain.total)
      expect(plain.right).toBe(plain.total)
    }
  })

  it('marks down what is in the wrong work', () => {
    const { files, found } = perfect(4)
    const [first, second, ...rest] = found.works
    if (first === undefined || second === undefined) throw new Error('expected two works')
    const fused = { id: first.id, texts: [...first.texts, ...second.texts] }
    const { covered } = recovery(files, { ...found, works: [fused, ...rest] })
    expect(covered.right).toBeLessThan(covered.total)
  })
})
