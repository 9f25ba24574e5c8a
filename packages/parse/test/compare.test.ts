import { app, edition, heading, paragraph, reading, title, type Work, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { changesOf } from '../src/compare/changes.ts'
import { compareEditions } from '../src/compare/compare.ts'

const META = {
  title: '小书',
  language: 'zh-Hans',
  date: '2024-01-01',
  trim: 'a5',
  layout: 'horizontal',
  contributors: [],
  note: [],
  witnesses: [],
} as const

const letter = (lemma: string, certainty: 'high' | 'undecided'): Work =>
  work('letter', [
    heading(1, title('与友人书')),
    paragraph(
      '庭中海棠尽',
      app('letter-1', lemma, [reading('lemma', lemma, ['甲'])], { certainty }),
      '。',
    ),
  ])
const poem = work('poem', [heading(1, title('夜雨')), paragraph('夜雨初歇。')])
const of = (...works: Work[]) =>
  edition({ ...META, contributors: [], note: [], witnesses: [] } as never, ...works)

describe('compareEditions', () => {
  it('finds nothing between a tree and itself', () => {
    const tree = of(letter('落', 'high'), poem)
    expect(compareEditions(tree, tree)).toEqual({ works: [], text: [], readings: [] })
  })

  it('tells a reading that is decided otherwise, and where the text changed with it', () => {
    const changes = compareEditions(of(letter('洛', 'undecided')), of(letter('落', 'high')))
    expect(changes.text).toEqual([
      { work: 'letter', block: 2, before: '庭中海棠尽', old: '洛', now: '落', after: '。' },
    ])
    expect(changes.readings).toEqual([
      {
        work: 'letter',
        locus: 'letter-1',
        old: { lemma: '洛', certainty: 'undecided', method: null, isRuled: false },
        now: { lemma: '落', certainty: 'high', method: null, isRuled: false },
      },
    ])
  })

  it('tells works that came, went or moved', () => {
    const [a, b] = [letter('落', 'high'), poem]
    expect(compareEditions(of(a), of(a, b)).works).toEqual([
      { work: 'poem', title: '夜雨', change: 'added' },
    ])
    expect(compareEditions(of(a, b), of(b)).works).toEqual([
      { work: 'letter', title: '与友人书', change: 'removed' },
    ])
    expect(compareEditions(of(a, b), of(b, a)).works).toEqual([
      { work: 'poem', title: '夜雨', change: 'moved', old: 2, now: 1 },
      { work: 'letter', title: '与友人书', change: 'moved', old: 1, now: 2 },
    ])
  })
})

describe('changesOf', () => {
  it('counts blocks, and ends context with the block', () => {
    expect(changesOf('题\n甲乙丙丁。\n', '题\n甲乙戊丁。\n己。\n')).toMatchObject([
      { block: 2, before: '甲乙', old: '丙', now: '戊', after: '丁。' },
      { old: '', now: '己。\n' },
    ])
  })
})
