import { stringsFor } from '@huijiao/hast/strings'
import type { GapItem, ReviewItem } from '@huijiao/parse'
import { describe, expect, it } from 'vitest'
import { walk } from '../src/review-walk.ts'

const variant: ReviewItem = {
  id: 'letter-1',
  work: 'letter',
  title: '与友人书',
  decision: {
    locus: {
      work: 'letter',
      unit: 1,
      layer: 'content',
      readings: [
        { text: '客', witnesses: [0] },
        { text: '友', witnesses: [1] },
      ],
      before: '午后',
      after: '来，共坐廊下',
    },
    lemma: '客',
    method: null,
    certainty: 'undecided',
    cause: 'noise',
    evidence: [],
  },
  sigla: ['甲', '乙'],
  locus: '午后{客}来',
}
const gap: GapItem = {
  work: 'letter',
  title: '与友人书',
  before: '共坐廊下',
  after: '方散',
  gap: { evidence: [{ weight: 1, reason: { kind: 'unfinished' } }] },
  locus: '廊下{}方散',
}

async function typed(items: readonly (ReviewItem | GapItem)[], ...lines: string[]) {
  let [out, saved] = ['', '']
  const made = await walk(items, '', {
    lines: linesOf(lines),
    print: (text) => {
      out += text
    },
    save: (text) => {
      saved = text
      return Promise.resolve()
    },
    sources: [],
    strings: stringsFor('zh-Hans'),
    by: '编者',
    date: '2024-02-03',
  })
  return { made, out, saved }
}

describe('the walk through gaps', () => {
  it('confirms one, with its extent', async () => {
    const { saved, out } = await typed([gap], 'm', '约缺十字', '', '文义不续', '')
    expect(out).toContain('…共坐廊下［……］方散…')
    expect(saved).toContain('locus: 廊下{}方散\n  gap: missing\n  extent: 约缺十字\n')
    expect(saved).not.toContain('reading:')
  })

  it('denies one', async () => {
    expect((await typed([gap], 'n', '', '两句相接', '')).saved).toContain('gap: none')
  })

  it('fills one, and asks where the text is from until it is told', async () => {
    const { saved, out } = await typed([gap], 't', '', '，至晚', '', '据刊本补', '', '刊本')
    expect(out).toContain('补文不可缺')
    expect(out).toContain('补文的出处不可缺')
    expect(saved).toContain('reading: ，至晚\n')
    expect(saved).toContain('citation: 刊本')
    expect(saved).not.toContain('gap:')
  })

  it('does not take the answers of the other kind', async () => {
    expect((await typed([gap], '1', 'q')).out).toContain('不识“1”')
    expect((await typed([variant], 'm', 'q')).out).toContain('不识“m”')
  })
})

describe('the walk', () => {
  it('goes back to the choice from any question, and quits at any', async () => {
    for (const lines of [['t'], ['2'], ['2', '1'], ['2', '1', '有据']]) {
      const back = await typed([variant], ...lines, 'b', '1', '', '后来的理由', '')
      expect(back.saved).toContain('reading: 客')
      expect(back.saved).toContain('reason: 后来的理由')
    }
    for (const lines of [[], ['t'], ['2'], ['2', '1']]) {
      expect(await typed([variant, gap], ...lines, 'q')).toMatchObject({ made: 0, saved: '' })
    }
  })

  it('keeps a ruling that lacks but its citation when it is left', async () => {
    const { made, saved } = await typed([variant, gap], '2', '1', '有据', 'q')
    expect(made).toBe(1)
    expect(saved).toContain('reading: 友')
    expect(saved).not.toContain('citation')
  })

  it('does not make a method of what is none', async () => {
    const { out, saved } = await typed([variant], '2', '7', '他校', '有据', '')
    expect(out).toContain('不识“7”')
    expect(saved).toContain('method: 他校')
  })

  it('says so at the first place that there is none before', async () => {
    expect((await typed([variant], 'b', 'q')).out).toContain('已是首处')
  })
})

async function* linesOf(lines: readonly string[]): AsyncGenerator<string, undefined> {
  yield* lines
  return undefined
}
