import {
  ARTICLES,
  type Article,
  type Random,
  type Recovery,
  random,
  recovery,
  scramble,
} from '@huijiao/noise'
import { readSource, type Segmentation, type Source, segment } from '@huijiao/parse'

/** How fast one file of mixed articles is segmented. */
export interface SegmentSpeed {
  readonly bytes: number
  readonly articles: number
  /** Wall time and processor time, in milliseconds. */
  readonly wall: number
  readonly cpu: number
}

/** What was recovered from scrambled pages over many seeds, as shares from 0 to 1. */
export interface SegmentQuality {
  readonly seeds: number
  readonly shares: Readonly<Record<keyof Recovery, number>>
  /** Joins over a cut reported as certain, and those of them that are wrong. */
  readonly certain: number
  readonly wrong: number
}

/**
 * Segments one file of scrambled articles of about `megabytes` MB, made for this: sentences of the sample
 * articles in random order, a quarter of their characters replaced, so that nothing repeats.
 */
export function segmentSpeed(megabytes: number): SegmentSpeed {
  const articles = manyArticles(megabytes * 1e6, random(7))
  const [file] = scramble(articles, 1, { copies: [1, 1], presence: 1, wrapped: 0 })
  const bytes = new TextEncoder().encode(file?.text ?? '')
  const source = readSource('mixed.txt', '甲', bytes)
  const start = performance.now()
  const before = process.cpuUsage()
  segment([source], null)
  const { user, system } = process.cpuUsage(before)
  return {
    bytes: bytes.length,
    articles: articles.length,
    wall: performance.now() - start,
    cpu: (user + system) / 1000,
  }
}

/** Segments the pages of `seeds` seeds without any help and scores them against the truth. */
export function segmentQuality(seeds: number, presence: number): SegmentQuality {
  const sums = new Map<keyof Recovery, { right: number; total: number }>()
  for (let seed = 1; seed <= seeds; seed += 1) {
    const files = scramble(someArticles(seed), seed, { presence })
    const sources: Source[] = files.map((file, index) =>
      readSource(file.name, '甲乙丙丁'[index] ?? '本', new TextEncoder().encode(file.text)),
    )
    const found: Segmentation = segment(sources, null)
    const scored = recovery(files, found)
    for (const key of KEYS) {
      const sum = sums.get(key) ?? { right: 0, total: 0 }
      sums.set(key, {
        right: sum.right + scored[key].right,
        total: sum.total + scored[key].total,
      })
    }
  }
  const share = (key: keyof Recovery): number => {
    const { right, total } = sums.get(key) ?? { right: 0, total: 0 }
    return right / Math.max(1, total)
  }
  const { right, total } = sums.get('certain') ?? { right: 0, total: 0 }
  return {
    seeds,
    shares: {
      covered: share('covered'),
      alone: share('alone'),
      joins: share('joins'),
      certain: share('certain'),
      furniture: share('furniture'),
    },
    certain: total,
    wrong: total - right,
  }
}

const KEYS = ['covered', 'alone', 'joins', 'certain', 'furniture'] as const

/** Three to six of the sample articles, others for each seed. */
function someArticles(seed: number): Article[] {
  return ARTICLES.flatMap((_, index) => ARTICLES[(index * 7 + seed) % ARTICLES.length] ?? []).slice(
    0,
    3 + (seed % 4),
  )
}

function manyArticles(bytes: number, dice: Random): Article[] {
  const sentences = ARTICLES.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.match(/[^。！？]+[。！？]?/gu) ?? []),
  )
  const characters = Array.from(sentences.join('')).filter((point) => /\p{Script=Han}/u.test(point))
  const vary = (text: string): string =>
    Array.from(text, (point) =>
      /\p{Script=Han}/u.test(point) && dice.chance(0.25) ? dice.pick(characters) : point,
    ).join('')
  const articles: Article[] = []
  for (let made = 0; made < bytes; ) {
    const paragraphs = Array.from({ length: 5 }, () =>
      Array.from({ length: 4 }, () => vary(dice.pick(sentences))).join(''),
    )
    articles.push({ title: vary('沿江古镇启动老街修缮工程今年'), paragraphs })
    made += paragraphs.join('').length * 3
  }
  return articles
}

/** Prints the figures of speed and recovery. */
export function benchSegment(print: (line: string) => void = (line) => console.log(line)): void {
  for (const megabytes of [1.25, 2.5, 5]) {
    const { bytes, articles, wall, cpu } = segmentSpeed(megabytes)
    const size = (bytes / 1e6).toFixed(2)
    const seconds = (ms: number): string => (ms / 1000).toFixed(1)
    print(
      `segment ${size} MB, ${articles} articles: ${seconds(wall)} s, processor ${seconds(cpu)} s`,
    )
  }
  for (const presence of [0.75, 0.3]) {
    const { seeds, shares, certain, wrong } = segmentQuality(200, presence)
    const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
    print(`${seeds} seeds, an article in a copy with chance ${presence}:`)
    print(`  characters right where another copy has them ${percent(shares.covered)}`)
    print(`  characters right where none has ${percent(shares.alone)}`)
    print(`  joins ${percent(shares.joins)}, furniture ${percent(shares.furniture)}`)
    print(`  certain or unremarked joins that are wrong: ${wrong} of ${certain}`)
  }
}
