import { ARTICLES, makeCopies } from '@huijiao/noise'
import { describe, expect, it } from 'vitest'
import { decide } from '../src/decide.ts'
import { lemmaOf } from '../src/loci/lemma.ts'
import { lociOf } from '../src/loci/loci.ts'
import { voicesOf } from '../src/voices/voices.ts'
import { kinships } from '../src/weigh/families.ts'
import { collated, contentOf } from './builders.ts'
import { aligned, distance } from './copies.ts'

const NOISE = { substitutions: 0.01, omissions: 0.005, additions: 0.005 }
const LESS = { substitutions: 0.005, omissions: 0.0025, additions: 0.0025 }
const truth = ARTICLES.filter((_, i) => i % 2 === 0)
  .flatMap((a) => a.paragraphs)
  .join('')

function errors(copies: readonly string[], families: Record<string, string> = {}) {
  const { work, sources } = aligned(copies)
  const decided = decide([work], sources, [], { families })
  const text = (decided.works[0] === undefined ? [] : lemmaOf(decided.works[0], decided.decisions))
    .map((c) => c.t)
    .join('')
  return { count: distance(contentOf(text), contentOf(truth)), kinships: decided.kinships }
}

describe('witnesses that share errors', () => {
  const [parent = [], other = []] = makeCopies([...truth], 2, NOISE, 71).map((c) => c.characters)
  const twins = makeCopies(parent, 2, LESS, 73).map((c) => c.characters.join(''))
  const copies = [...twins, other.join('')]

  it('are found, and heard as one', () => {
    const found = errors(copies)
    expect(found.kinships).toMatchObject([{ voices: ['乙', '甲'], one: true }])
    // As good as if the editor had declared them, and far from what two voices against one would make.
    const declared = errors(copies, { 甲: '一', 乙: '一' })
    expect(declared.kinships).toEqual([])
    expect(found.count).toBeLessThanOrEqual(declared.count + 2)
    expect(found.count).toBeLessThan(distance(contentOf(parent.join('')), contentOf(truth)) / 2)
  })

  it('are not found among copies that erred apart', () => {
    const apart = makeCopies([...truth], 3, NOISE, 79).map((c) => c.characters.join(''))
    expect(errors(apart).kinships).toEqual([])
  })
})

describe('what shows kinship', () => {
  const sentence = '这一天村里的人都来了'
  const many = (spoil: (k: number) => string): string =>
    Array.from({ length: 8 }, (_, k) => spoil(k)).join('，')
  const sound = many((k) => `${'甲乙丙丁戊己庚辛'[k]}${sentence}`)
  const spoilt = many(
    (k) => `${'甲乙丙丁戊己庚辛'[k]}${sentence.replace('村', '金木水火土日月星'[k] ?? '')}`,
  )
  const work = collated({ 子: sound, 丑: spoilt, 寅: spoilt })
  const voices = voicesOf({})
  const judged = (right: number) =>
    lociOf(work).map((locus) => ({
      locus,
      weighed: locus.readings.map((r) => ({
        text: r.text,
        weight: 0,
        probability: r.text === '村' ? right : 1 - right,
      })),
    }))

  it('is agreement in errors', () => {
    expect(kinships(work, judged(0.95), voices)).toMatchObject([
      { voices: ['丑', '寅'], shared: 8, of: 8, one: true },
    ])
  })

  it('is not agreement in sound readings', () => {
    expect(kinships(work, judged(0.05), voices)).toEqual([])
  })

  it('is not the same variant over and over', () => {
    const habit = collated({
      子: sound,
      丑: sound.replaceAll('村', '邨'),
      寅: sound.replaceAll('村', '邨'),
    })
    const loci = lociOf(habit).map((locus) => ({
      locus,
      weighed: locus.readings.map((r) => ({
        text: r.text,
        weight: 0,
        probability: r.text === '村' ? 0.95 : 0.05,
      })),
    }))
    expect(kinships(habit, loci, voices)).toEqual([])
  })

  it('says nothing of two witnesses without a third', () => {
    const two = collated({ 子: sound, 丑: spoilt })
    const loci = lociOf(two).map((locus) => ({
      locus,
      weighed: locus.readings.map((r) => ({
        text: r.text,
        weight: 0,
        probability: r.text === '村' ? 0.95 : 0.05,
      })),
    }))
    expect(kinships(two, loci, voices)).toEqual([])
  })
})
