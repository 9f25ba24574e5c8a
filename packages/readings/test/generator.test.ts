import { ARTICLES, makeCopies } from '@huijiao/noise'
import { lookAlike } from '@huijiao/text'
import { describe, expect, it } from 'vitest'
import { decide } from '../src/decide.ts'
import { lemmaOf } from '../src/loci/lemma.ts'
import { contentOf } from './builders.ts'
import { aligned, distance } from './copies.ts'

const NOISE = { substitutions: 0.01, omissions: 0.005, additions: 0.005 }
const pool = [...new Set(ARTICLES.flatMap((a) => a.paragraphs.flatMap((p) => [...contentOf(p)])))]
const lookAlikes = new Map(pool.map((c) => [c, pool.filter((d) => c !== d && lookAlike(c, d))]))

/** Errors of the best copy and of the decided text, over all articles and some seeds. */
function measure(count: number, noise: Parameters<typeof makeCopies>[2], seeds: readonly number[]) {
  let [result, best] = [0, 0]
  /** Decisions by method; 未定 are those abstained from, where the base text stands, rightly or wrongly. */
  const tally = new Map<string, { right: number; wrong: number }>()
  for (const { seed, k } of seeds.flatMap((seed) => [0, 1].map((k) => ({ seed, k })))) {
    const half = ARTICLES.filter((_, i) => i % 2 === k)
    const truth = half.flatMap((a) => a.paragraphs).join('')
    const copies = makeCopies([...truth], count, noise, seed + k).map((c) => c.characters.join(''))
    const { work, sources } = aligned(copies)
    const decided = decide([work], sources, [])
    const [split] = decided.works
    if (split === undefined) throw new Error('no work')
    const reading = lemmaOf(split, decided.decisions)
      .map((c) => c.t)
      .join('')
    const content = contentOf(truth)
    result += distance(contentOf(reading), content)
    best += Math.min(...copies.map((c) => distance(contentOf(c), content)))
    for (const d of decided.decisions) {
      if (d.locus.layer !== 'content') continue
      const bare = (t: string): string => contentOf(t).slice(-4)
      const around = (lemma: string): string =>
        bare(d.locus.before) + lemma + contentOf(d.locus.after).slice(0, 4)
      const known = d.locus.readings.filter((r) => content.includes(around(r.text)))
      if (known.length !== 1) continue
      const name = d.method ?? '未定'
      const entry = tally.get(name) ?? { right: 0, wrong: 0 }
      if (d.lemma === known[0]?.text) entry.right += 1
      else entry.wrong += 1
      tally.set(name, entry)
    }
  }
  return { ratio: result / best, tally }
}

describe('copies with 2 % independent noise', () => {
  it('leaves at most a tenth of the errors of the best of three', () => {
    const { ratio, tally } = measure(3, NOISE, [11, 13, 17, 19])
    console.log('three copies', ratio.toFixed(3), Object.fromEntries(tally))
    expect(ratio).toBeLessThanOrEqual(0.1)
  })

  it('leaves at most a third of the errors of the better of two', () => {
    const { ratio, tally } = measure(2, NOISE, [23, 29, 31, 59, 61, 67])
    console.log('two copies', ratio.toFixed(3), Object.fromEntries(tally))
    expect(ratio).toBeLessThanOrEqual(1 / 3)
  })

  it('holds where characters are misread for ones of like shape', () => {
    const { ratio, tally } = measure(2, { ...NOISE, lookAlikes }, [37, 41, 43, 71, 73])
    console.log('two copies, like shapes', ratio.toFixed(3), Object.fromEntries(tally))
    expect(ratio).toBeLessThanOrEqual(1 / 3)
  })
})
