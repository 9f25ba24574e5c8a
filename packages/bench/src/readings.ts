import type { Decision } from '@huijiao/model'
import { ARTICLES, type Article, lengthen, makeCopies } from '@huijiao/noise'
import {
  collateEdition,
  type EditionResult,
  parseEdition,
  readSource,
  type Stage,
  textOf,
} from '@huijiao/parse'

/** Two percent of independent errors. */
const NOISE = { substitutions: 0.01, omissions: 0.005, additions: 0.005 }
const SIGLA = '甲乙丙丁戊'

/** How long the stages took for copies of one text, in milliseconds of processor time. */
export interface ReadingsSpeed {
  readonly characters: number
  readonly align: number
  readonly decide: number
}

/** Decisions on the characters of noisy copies against the truth. */
export interface ReadingsQuality {
  /** Errors that are left, as a share of the best copy's. */
  readonly left: number
  /** By method: right, wrong. */
  readonly byMethod: ReadonlyMap<string, readonly [right: number, wrong: number]>
  readonly byCertainty: ReadonlyMap<string, readonly [right: number, wrong: number]>
  /** Undecided loci, where the base text stands, rightly or wrongly. */
  readonly abstained: readonly [right: number, wrong: number]
}

/** Times the stages on three noisy copies of a made-up text. */
export function readingsSpeed(characters: number): ReadingsSpeed {
  const text = lengthen(Array.from(ARTICLES.flatMap((a) => a.paragraphs).join('')), characters, 5)
  const times = new Map<Stage, number>()
  let running: { stage: Stage; since: NodeJS.CpuUsage } | undefined
  const stop = (): void => {
    if (running === undefined) return
    const { user, system } = process.cpuUsage(running.since)
    times.set(running.stage, (user + system) / 1000)
  }
  collated([{ title: '长文一篇', paragraphs: paragraphsOf(text) }], 3, 17, (stage) => {
    stop()
    running = { stage, since: process.cpuUsage() }
  })
  stop()
  return { characters, align: times.get('align') ?? 0, decide: times.get('decide') ?? 0 }
}

/** Judges the decisions on noisy copies of half of the sample articles, over seeds. */
export function readingsQuality(copies: number, seeds: readonly number[]): ReadingsQuality {
  let [errors, best] = [0, 0]
  const byMethod = new Map<string, [number, number]>()
  const byCertainty = new Map<string, [number, number]>()
  const abstained: [number, number] = [0, 0]
  const count = (tally: Map<string, [number, number]>, key: string, right: boolean): void => {
    const known = tally.get(key) ?? [0, 0]
    known[right ? 0 : 1] += 1
    tally.set(key, known)
  }
  for (const seed of seeds) {
    // One work of one paragraph: what finding the works costs is measured by another bench.
    const half = ARTICLES.filter((_, i) => (i + seed) % 2 === 0)
    const articles = [
      { title: '文集一篇', paragraphs: [half.flatMap((a) => a.paragraphs).join('')] },
    ]
    const { result, files } = collated(articles, copies, seed)
    const truth = contentOf(articles.map(written).join('\n'))
    errors += distance(contentOf(result.edition.children.map(textOf).join('\n')), truth)
    best += Math.min(...files.map((f) => distance(contentOf(f), truth)))
    for (const d of result.decided.decisions) {
      const right = isRight(d, truth)
      if (right === undefined) continue
      if (d.method === null) abstained[right ? 0 : 1] += 1
      else count(byMethod, d.method, right)
      count(byCertainty, d.certainty, right)
    }
  }
  return { left: errors / best, byMethod, byCertainty, abstained }
}

const written = ({ title, paragraphs }: Article): string => [title, ...paragraphs].join('\n')

/** Copies of articles, each a file and a witness, through the whole pipeline. Titles and ends are left whole. */
function collated(
  articles: readonly Article[],
  copies: number,
  seed: number,
  onStep?: (stage: Stage) => void,
): { result: EditionResult; files: string[] } {
  const files = Array.from({ length: copies }, (_, c) =>
    articles
      .map(({ title, paragraphs }, a) => {
        const noisy = paragraphs.map((p, k) => {
          const [copy] = makeCopies([...p], 1, NOISE, seed * 100_003 + c * 1009 + a * 101 + k)
          return copy?.characters.join('') ?? ''
        })
        return `${title}\n\n${noisy.join('\n')}\n`
      })
      .join('\n'),
  )
  const witnesses = files.map(
    (_, i) =>
      `  - { siglum: ${SIGLA[i]}, description: 抄本, kind: ocr, files: [{ file: ${i}.txt }] }\n`,
  )
  const works = articles.map(
    ({ title }, i) => `  - { id: w${i}, title: ${JSON.stringify(title)} }\n`,
  )
  const config = parseEdition(
    `title: 试\nlanguage: zh-Hans\ndate: 2024-01-01\nwitnesses:\n${witnesses.join('')}works:\n${works.join('')}`,
    'edition.yaml',
  )
  const sources = files.map((text, i) =>
    readSource(`${i}.txt`, SIGLA[i] ?? '', new TextEncoder().encode(text)),
  )
  return { result: collateEdition({ id: 'bench', config, sources, rulings: [] }, onStep), files }
}

function paragraphsOf(text: readonly string[]): string[] {
  const length = 300
  return Array.from({ length: Math.ceil(text.length / length) }, (_, i) =>
    text.slice(i * length, (i + 1) * length).join(''),
  )
}

/** Whether the truth has the lemma between the words around; undefined where it has none or several readings there. */
function isRight({ locus, lemma }: Decision, truth: string): boolean | undefined {
  if (locus.layer !== 'content') return undefined
  const before = contentOf(locus.before).slice(-4)
  const after = contentOf(locus.after).slice(0, 4)
  const known = locus.readings.filter((r) => truth.includes(before + r.text + after))
  return known.length === 1 ? known[0]?.text === lemma : undefined
}

const contentOf = (text: string): string =>
  Array.from(text)
    .filter((c) => /[\p{L}\p{N}\p{M}]/u.test(c))
    .join('')

/** Edit distance. */
function distance(a: string, b: string): number {
  let row = Uint32Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 0; i < a.length; i += 1) {
    const next = new Uint32Array(b.length + 1)
    next[0] = i + 1
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i] === b[j - 1] ? 0 : 1)
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, changed)
    }
    row = next
  }
  return row[b.length] ?? 0
}

const SIZES = [12_500, 25_000, 50_000, 100_000]
const SEEDS = [101, 102, 103, 104, 105, 106, 107, 108]

/** Prints how fast readings are decided, and how well. */
export function benchReadings(print: (line: string) => void = (line) => console.log(line)): void {
  // Tables and dictionary are read on first use.
  readingsSpeed(1_000)
  const speeds = SIZES.map(readingsSpeed)
  for (const { characters, align, decide } of speeds) {
    const ratio = (decide / align).toFixed(1)
    print(
      `readings ${characters} × 3: decide ${(decide / 1000).toFixed(1)} s of processor time, ${ratio} times the alignment`,
    )
  }
  const [first, last] = [speeds[0], speeds.at(-1)]
  if (first !== undefined && last !== undefined) {
    const growth =
      Math.log(last.decide / first.decide) / Math.log(last.characters / first.characters)
    print(`growth exponent of decide ${growth.toFixed(2)}`)
  }
  for (const copies of [3, 2]) {
    const { left, byMethod, byCertainty, abstained } = readingsQuality(copies, SEEDS)
    print(
      `${copies} copies, ${SEEDS.length} seeds: ${left.toFixed(3)} of the best copy's errors left`,
    )
    const table = (tally: ReadonlyMap<string, readonly [number, number]>): string =>
      [...tally]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, [right, wrong]]) => `${key} ${right} right ${wrong} wrong`)
        .join(', ')
    print(`  ${table(byMethod)}; abstained ${abstained[0]} right ${abstained[1]} wrong`)
    print(`  ${table(byCertainty)}`)
  }
}
