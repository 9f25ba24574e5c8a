import { ARTICLES } from '@huijiao/noise'
import { describe, expect, it } from 'vitest'
import { pageOf } from '../src/atoms.ts'
import { byThreads } from '../src/likeness.ts'
import { findMatches } from '../src/matches.ts'
import { countNgrams } from '../src/ngrams.ts'
import { runsOf } from '../src/runs.ts'
import { survey } from '../src/survey.ts'
import { editorsWord } from '../src/word.ts'
import { clusterThreads, type Thread } from '../src/works.ts'
import { sourceOf } from './sources.ts'

const [told] = ARTICLES
const LINES = [told?.title ?? '', ...(told?.paragraphs ?? [])]

describe('a piece that a link passes over', () => {
  it('stands where other files have it', () => {
    // In the first file its third and fourth paragraphs stand last.
    const moved = [...LINES.slice(0, 3), ...LINES.slice(5), ...LINES.slice(3, 5)]
    const pages = [moved, LINES].map((lines, i) =>
      pageOf(sourceOf('甲乙'[i] ?? '', `${lines.join('\n\n')}\n`), i, []),
    )
    const matches = findMatches(pages)
    const surveys = survey(pages, matches, countNgrams(pages), [])
    const thread = (id: number, source: number, atoms: readonly number[]): Thread => ({
      id,
      source,
      atoms,
      links: atoms.map((to, at) =>
        at === 0 ? null : { from: atoms[at - 1] ?? 0, to, gain: 9, margin: 9, evidence: [] },
      ),
      titles: atoms[0] === 0 ? 1 : 0,
      length: atoms.reduce((sum, at) => {
        const atom = pages[source]?.atoms[at]
        return sum + (atom === undefined ? 0 : atom.to - atom.from)
      }, 0),
      label: null,
      gaps: [],
    })
    const all = LINES.map((_, at) => at)
    const threads = [thread(0, 0, all.slice(0, -2)), thread(1, 0, all.slice(-2)), thread(2, 1, all)]
    const { clusters, likenesses } = clusterThreads(threads, surveys, matches)
    expect(clusters).toHaveLength(1)
    const [cluster] = clusters
    const runs =
      cluster === undefined
        ? []
        : runsOf(cluster, surveys, byThreads(likenesses), [], editorsWord(null, {}, surveys))
    const order = runs.find(({ source }) => source === 0)?.steps.map(({ atom }) => atom)
    expect(order).toEqual([...all.slice(0, 3), ...all.slice(-2), ...all.slice(3, -2)])
  })
})
