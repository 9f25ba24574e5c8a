import { expect, it } from 'vitest'
import { type Label, labelLines, physicalLines, type Weights } from '../../src/label/index.ts'

const labelled = (text: string) => labelLines(physicalLines(Array.from(text)))
const labels = (text: string): Label[] => labelled(text).map(({ label }) => label)

const PARAGRAPHS = [
  '那年冬天，渡口的水结了冰，船家把船拖上岸，在船底抹了一层桐油。邻居都说他多事，他也不争。',
  '开春以后，冰化了，别人的船漏水，只有他的船照旧往来。人们这才想起他抹油的那个下午。',
  '“你怎么知道冰会把船底磨坏？”账房先生问他。他说，他不知道，他只是看见过一次。',
]

it('knows title, author and paragraphs of a story', () => {
  expect(labels(`抹桐油的人\n\n柳春生\n\n${PARAGRAPHS.join('\n\n')}\n`)).toEqual([
    'title',
    'byline',
    'paragraph',
    'paragraph',
    'paragraph',
  ])
})

it('takes wrapped lines for one paragraph each, and a page number among them for none', () => {
  const wrapped = PARAGRAPHS.flatMap((words) => `　　${words}`.match(/.{1,20}/gu) ?? [])
  const lines = ['抹桐油的人', ...wrapped.slice(0, 4), '- 12 -', ...wrapped.slice(4)]
  const found = labels(`${lines.join('\n')}\n`)
  expect(found[0]).toBe('title')
  expect(found[5]).toBe('page-number')
  for (const [at, line] of lines.entries()) {
    if (at === 0 || at === 5) continue
    expect([line, found[at]]).toEqual([line, line.startsWith('　') ? 'paragraph' : 'continuation'])
  }
})

it('says why, by the names of features, in nats', () => {
  const [title] = labelled(`抹桐油的人\n\n${PARAGRAPHS.join('\n\n')}\n`)
  expect(title?.because.length).toBeGreaterThan(0)
  expect(title?.margin).toBeCloseTo(title?.odds.title ?? 0, 9)
  expect(title?.begins).toBeGreaterThan(0)
})

it('takes a source of no lines, of one line, of marks alone', () => {
  expect(labels('')).toEqual([])
  expect(labels('一\n')).toHaveLength(1)
  expect(labels('……\n？！\n※※※\n')).toHaveLength(3)
})

it('goes by the weights it is given', () => {
  const weights: Weights = {
    fittedOn: [],
    date: '',
    scores: {},
    transitions: { verse: { verse: 1 } },
    features: { any: { 0: { yes: { verse: 0.1 } } }, length: { 0: { 'at most 1': { rule: 9 } } } },
  }
  const found = labelLines(physicalLines(Array.from('寒江落日\n※\n孤舟晚渡')), weights)
  expect(found.map(({ label }) => label)).toEqual(['verse', 'rule', 'verse'])
  expect(found[1]?.because[0]).toEqual({ name: 'length: at most 1', nats: 9 })
})
