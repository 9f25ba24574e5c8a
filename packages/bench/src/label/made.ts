import {
  ARTICLES,
  type Article,
  type ScrambledFile,
  scramble,
  type EditionOptions,
  GENRES,
  type MadeEdition,
  type MadeFile,
  makeEdition,
  type Random,
  random,
} from '@huijiao/noise'
import { type Label, LABELS, othersOf, physicalLines } from '@huijiao/segment/label'
import type { LabelCase } from './case.ts'

/** Lines of one file that are learned from: of long novels the beginning will do. */
const LONGEST = 160
/** Copies of each edition that is learned from: one stands alone, four show what others have. */
const COPIES: Partial<EditionOptions> = { copies: [1, 4] }
/** Files of each edition that are learned from, so that many editions are. */
const FILES = 2

/** Editions of several works, or of a work in several files, that are learned from. */
const SEVERAL: readonly Partial<EditionOptions>[] = [
  // These differ among themselves more than others do.
  ...(['novel', 'novel', 'story', 'statute', 'paper', 'classical'] as const).map((genre) => ({
    genre,
    arrangement: 'single' as const,
  })),
  ...(['essay', 'verse', 'ci', 'modern-verse', 'letter', 'story', 'classical'] as const).map(
    (genre) => ({ genre, arrangement: 'one-file' as const }),
  ),
  { arrangement: 'a-file-each' },
  { arrangement: 'a-part-each' },
  { arrangement: 'newspaper' },
  { arrangement: 'newspaper' },
]

/**
 * Cases to learn from: for each seed an edition of each genre, and those of several works or files.
 */
export function learnedCases(seeds: readonly number[]): LabelCase[] {
  return seeds.flatMap((seed) =>
    [
      ...GENRES.map((genre, at) => ({ genre, arrangement: 'single' as const, at })),
      ...SEVERAL.map((more, at) => ({ ...more, at: GENRES.length + at })),
    ].flatMap(({ at, ...options }) => {
      const own = seed * 100 + at
      return casesOf(makeEdition(own, { ...COPIES, ...options }), own)
        .slice(0, FILES)
        .map(beginningOf)
    }),
  )
}

function beginningOf(given: LabelCase): LabelCase {
  return {
    ...given,
    lines: given.lines.slice(0, LONGEST),
    truth: given.truth.slice(0, LONGEST),
    works: given.works.slice(0, LONGEST),
  }
}

/** Cases to be scored on: editions as they come. */
export function madeCases(seeds: readonly number[]): LabelCase[] {
  return seeds.flatMap((seed) => casesOf(makeEdition(seed), seed))
}

function casesOf(edition: MadeEdition, seed: number): LabelCase[] {
  const genres = [...new Set(edition.works.map(({ genre }) => genre))]
  const kind = edition.arrangement === 'newspaper' ? 'made newspaper' : (genres[0] ?? '')
  const files = edition.copies.flat()
  const sources = files.map(({ text }) => physicalLines(Array.from(text)))
  const others = othersOf(sources)
  const dice = random(seed)
  return files.map((file, index) => {
    const lines = (sources[index] ?? []).map((line, at) => {
      const known = others[index]?.[at]
      return known === undefined ? line : { ...line, others: known }
    })
    const told = lines.map(({ start }) => truthAt(file, start))
    const sized = dice.chance(SIZED)
    return {
      name: `${seed}-${file.name}`,
      kind,
      points: Array.from(file.text),
      lines: sized
        ? lines.map((line, at) => ({ ...line, size: sizeOf(told[at]?.label, dice) }))
        : lines,
      truth: told.map(({ label }) => [labelOf(label)]),
      works: told.map(({ work }) => (work < 0 ? null : String(work))),
    }
  })
}

/** Kinds of furniture of the scrambler that have no label of that name. */
const SCRAMBLED: Readonly<Record<string, Label>> = { 'repeated-headline': 'running-head' }

/** Scrambled pages of the sample articles: pieces out of order, cut anywhere, with page furniture. */
export function scrambledCases(seeds: readonly number[]): LabelCase[] {
  return seeds.flatMap((seed) => {
    const articles = ARTICLES.filter((_, at) => (at + seed) % 2 === 0)
    const files = scramble(articles, seed)
    const sources = files.map(({ text }) => physicalLines(Array.from(text)))
    const others = othersOf(sources)
    return files.map((file, index) => {
      const lines = (sources[index] ?? []).map((line, at) => {
        const known = others[index]?.[at]
        return known === undefined ? line : { ...line, others: known }
      })
      const told = lines.map((line) => scrambledTruth(file, articles, line.start))
      return {
        name: `scrambled ${seed}-${file.name}`,
        kind: 'scrambled',
        points: Array.from(file.text),
        lines,
        truth: told.map(({ label }) => [label]),
        works: told.map(({ work }) => (work < 0 ? null : String(work))),
      }
    })
  })
}

function scrambledTruth(
  file: ScrambledFile,
  articles: readonly Article[],
  start: number,
): { label: Label; work: number } {
  const span =
    file.spans.find((one) => one.start <= start && start < one.end) ??
    file.spans.find((one) => one.start >= start)
  if (span === undefined) throw new RangeError(`no truth for the line at ${start} of ${file.name}`)
  if (span.kind !== 'text') return { label: SCRAMBLED[span.kind] ?? labelOf(span.kind), work: -1 }
  const article = articles[span.work]
  const place = span.order + Math.max(0, start - span.start)
  let at = 0
  const blocks = [article?.title ?? '', article?.dateline ?? '', ...(article?.paragraphs ?? [])]
  for (const [index, block] of blocks.entries()) {
    // A copy may have lost the first letter of a block.
    if (block !== '' && place >= at && place <= at + 1) {
      return {
        label: index === 0 ? 'title' : index === 1 ? 'dateline' : 'paragraph',
        work: span.work,
      }
    }
    at += Array.from(block).length
  }
  return { label: 'continuation', work: span.work }
}

/** Chance that the format of a file tells the size of its letters. */
const SIZED = 0.25
/** Sizes against that of the text, at the middle of what books and pages do. */
const SIZES: Readonly<Record<string, number>> = {
  title: 1.6,
  subtitle: 1.25,
  heading: 1.3,
  note: 0.85,
  'page-number': 0.85,
  'running-head': 0.85,
}

function sizeOf(label: string | undefined, dice: Random): number {
  const size = SIZES[label ?? ''] ?? 1
  return size * (0.95 + 0.1 * dice.next())
}

function truthAt({ lines }: MadeFile, start: number): { label: string; work: number } {
  const found = lines.findLast((line) => line.start <= start)
  if (found === undefined) throw new RangeError(`no truth for the line at ${start}`)
  return found
}

function labelOf(name: string): Label {
  const label = LABELS.find((known) => known === name)
  if (label === undefined) throw new RangeError(`expected a label of the segmenter, got ${name}`)
  return label
}
