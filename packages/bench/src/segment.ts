import type { Source } from '@huijiao/model'
import {
  ARTICLES,
  type Article,
  makeEdition,
  type Random,
  type Recovery,
  random,
  recovery,
  type Share,
  scramble,
} from '@huijiao/noise'
import { readSource } from '@huijiao/readers'
import { segment } from '@huijiao/segment'
import { shown } from './label/score.ts'
import { editionScore, filesOf, toldOf } from './segment/editions.ts'
import { newspaperScore } from './segment/newspaper.ts'

/** How fast one file of mixed articles is segmented. */
export interface SegmentSpeed {
  readonly bytes: number
  readonly articles: number
  /** Wall time and processor time, in milliseconds. */
  readonly wall: number
  readonly cpu: number
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

/** Characters of the text whose copies are timed. */
const COPIED = 15_000
/** Share of its characters that each copy misreads. */
const MISREAD = 0.01

/** Processor time, in milliseconds, of segmenting so many copies of one text of 15,000 characters. */
export function copiesSpeed(copies: number): number {
  const dice = random(11)
  const text: string[] = []
  for (let seed = 1; text.length < COPIED; seed += 1) {
    const { works } = makeEdition(seed, { genre: 'novel', arrangement: 'single', copies: [1, 1] })
    text.push(
      ...works.flatMap(({ blocks }) => Array.from(blocks.map((b) => `${b.text}\n`).join(''))),
    )
  }
  const letters = text.slice(0, COPIED).filter((point) => /\p{Script=Han}/u.test(point))
  const sources = Array.from({ length: copies }, (_, copy) => {
    const own = text
      .slice(0, COPIED)
      .map((point) => (point !== '\n' && dice.chance(MISREAD) ? dice.pick(letters) : point))
    const name = `${String(copy).padStart(3, '0')}.txt`
    return readSource(name, `本${copy}`, new TextEncoder().encode(own.join('')))
  })
  const before = process.cpuUsage()
  segment(sources, null)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Segments the pages of `seeds` seeds without any help and scores them against the truth: the sums of all. */
export function segmentQuality(seeds: number, presence: number): Recovery {
  const none = { right: 0, total: 0 }
  let sums: Recovery = {
    covered: none,
    alone: none,
    joins: none,
    certain: none,
    plain: none,
    furniture: none,
  }
  for (let seed = 1; seed <= seeds; seed += 1) {
    const files = scramble(someArticles(seed), seed, { presence })
    const sources: Source[] = files.map((file, index) =>
      readSource(file.name, '甲乙丙丁'[index] ?? '本', new TextEncoder().encode(file.text)),
    )
    const scored = recovery(files, segment(sources, null))
    const add = (key: keyof Recovery): Share => ({
      right: sums[key].right + scored[key].right,
      total: sums[key].total + scored[key].total,
    })
    sums = {
      covered: add('covered'),
      alone: add('alone'),
      joins: add('joins'),
      certain: add('certain'),
      plain: add('plain'),
      furniture: add('furniture'),
    }
  }
  return sums
}

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

/** Prints the figures of speed and recovery, and of editions in order. */
export function benchSegment(print: (line: string) => void = (line) => console.log(line)): void {
  for (const megabytes of [1.25, 2.5, 5]) {
    const { bytes, articles, wall, cpu } = segmentSpeed(megabytes)
    const size = (bytes / 1e6).toFixed(2)
    const seconds = (ms: number): string => (ms / 1000).toFixed(1)
    print(
      `segment ${size} MB, ${articles} articles: ${seconds(wall)} s, processor ${seconds(cpu)} s`,
    )
  }
  const [few, ...more] = [20, 40, 80].map((copies) => ({ copies, cpu: copiesSpeed(copies) }))
  for (const { copies, cpu } of more) {
    const growth = cpu / (few?.cpu ?? cpu)
    print(
      `${copies} copies of ${COPIED} characters: ${growth.toFixed(2)} times as long as ${few?.copies}`,
    )
  }
  const percent = ({ right, total }: Share): string =>
    `${((100 * right) / Math.max(1, total)).toFixed(2)} %`
  for (const presence of [0.75, 0.3]) {
    const found = segmentQuality(SEEDS, presence)
    const [certain, plain] = [wrong(found.certain), wrong(found.plain)]
    print(`${SEEDS} seeds, an article in a copy with chance ${presence}:`)
    print(`  characters right where another copy has them ${percent(found.covered)}`)
    print(`  characters right where none has ${percent(found.alone)}`)
    print(`  joins ${percent(found.joins)}, furniture ${percent(found.furniture)}`)
    print(`  joins reported as certain: ${certain} of ${found.certain.total} wrong`)
    print(`  blocks said to follow one another plainly: ${plain} of ${found.plain.total} do not`)
  }
  const folder = process.env['HUIJIAO_ECPO']
  if (folder !== undefined) {
    const { found, rule } = newspaperScore(folder)
    print(`newspaper: ${shown(found)}`)
    print(`  the one-line rule: ${shown(rule)}`)
  }
  for (const [help, inOrder] of [
    ['without help', editionScore(IN_ORDER)],
    ['where the editor names the files', editionScore(IN_ORDER, filesOf)],
  ] as const) {
    const share = percent({ right: inOrder.right, total: inOrder.editions })
    print(`editions in order, any genre, 1 to 7 copies, ${help}:`)
    print(`  ${inOrder.right} of ${inOrder.editions} right (${share})`)
    for (const line of toldOf(inOrder)) print(`  ${line}`)
  }
}

/** Scrambled editions that are scored: seeds 1 to this. */
const SEEDS = 200
/** Seeds of editions in order; nothing is fitted or tuned on them. */
const IN_ORDER = Array.from({ length: 200 }, (_, at) => 5001 + at)

const wrong = ({ right, total }: Share): number => total - right
