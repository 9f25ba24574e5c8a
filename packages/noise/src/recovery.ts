import type { ScrambledFile, TruthSpan } from './truth.ts'

/** What a program made of scrambled pages; `Segmentation` of the parser has this shape. */
export interface Recovered {
  readonly works: readonly {
    readonly id: string
    readonly texts: readonly RecoveredText[]
  }[]
  readonly tiles: readonly {
    readonly file: string
    readonly start: number
    readonly end: number
    readonly role: string
  }[]
}

interface RecoveredJoin {
  readonly kind: string
  readonly certainty: string
}

interface RecoveredText {
  readonly file: string
  readonly blocks: readonly {
    readonly join?: RecoveredJoin
    readonly parts: readonly {
      readonly start: number
      readonly end: number
      readonly join?: RecoveredJoin
    }[]
  }[]
}

/** A share, as its two counts. */
export interface Share {
  readonly right: number
  readonly total: number
}

export interface Recovery {
  /** Characters in the right work and in the right order, where a second copy has the article. */
  readonly covered: Share
  /** The same where none has. */
  readonly alone: Share
  /** True joins of pieces that were found. */
  readonly joins: Share
  /** Joins over a cut that were reported as certain: how many are true. */
  readonly certain: Share
  /** Blocks that were said to follow one another plainly, without a join: how many do. */
  readonly plain: Share
  /** Characters of furniture that were recognised as their kind. */
  readonly furniture: Share
}

/** Distance, in characters of the article, up to which two characters still follow one another. */
const SLIP = 4

/** Scores a segmentation against the truth; works are paired with articles by what they share most. */
export function recovery(files: readonly ScrambledFile[], found: Recovered): Recovery {
  const truths = new Map(files.map((file) => [file.name, truthOf(file)]))
  const articleOf = pairWorks(found, truths)
  const right = new Map<number, number>()
  const sequences: Sequence[] = []
  for (const work of found.works) {
    const article = articleOf.get(work.id) ?? -1
    for (const text of work.texts) {
      const truth = truths.get(text.file)
      if (truth === undefined) continue
      const sequence = sequenceOf(text, truth)
      sequences.push(sequence)
      const orders = sequence.offsets
        .filter((at) => truth.work[at] === article && (truth.order[at] ?? -1) >= 0)
        .map((at) => truth.order[at] ?? 0)
      right.set(article, (right.get(article) ?? 0) + longestRise(orders))
    }
  }
  const followers = new Map(files.map(({ name }) => [name, new Map<number, number>()]))
  for (const { file, next } of sequences) {
    for (const [last, following] of next) followers.get(file)?.set(last, following)
  }
  const joins = files.flatMap((file) =>
    file.joins.map((join) => followers.get(file.name)?.get(join.end) === join.start),
  )
  return {
    ...coverage(files, right),
    joins: share(joins),
    certain: share(sequences.flatMap((s) => s.certain)),
    plain: share(sequences.flatMap((s) => s.plain)),
    furniture: furnitureShare(files, found),
  }
}

const share = (right: readonly boolean[]): Share => ({
  right: right.filter(Boolean).length,
  total: right.length,
})

/** The characters of a text of a work, in the order that was found. */
interface Sequence {
  readonly file: string
  readonly offsets: readonly number[]
  /** What begins after a part, by the part's last character. */
  readonly next: readonly (readonly [last: number, following: number])[]
  /** Whether what follows is right: over cuts that were joined with certainty, and where none was seen. */
  readonly certain: readonly boolean[]
  readonly plain: readonly boolean[]
}

function sequenceOf(text: RecoveredText, truth: Truth): Sequence {
  const offsets: number[] = []
  const next: [number, number][] = []
  const [certain, plain]: [boolean[], boolean[]] = [[], []]
  for (const block of text.blocks) {
    for (const [index, part] of block.parts.entries()) {
      const join = index === 0 ? block.join : part.join
      const last = offsets.at(-1)
      if (last !== undefined) {
        next.push([last, part.start])
        const isRight = follows(truth, last, part.start)
        if (join === undefined) plain.push(isRight)
        else if (join.kind === 'break' && join.certainty === 'high') certain.push(isRight)
      }
      for (let at = part.start; at < part.end; at++) offsets.push(at)
    }
  }
  return { file: text.file, offsets, next, certain, plain }
}

/** The share of characters that are right, of articles that several files have and of those that one has. */
function coverage(
  files: readonly ScrambledFile[],
  right: ReadonlyMap<number, number>,
): Pick<Recovery, 'covered' | 'alone'> {
  const copies = new Map<number, number>()
  const totals = new Map<number, number>()
  for (const file of files) {
    const spans = file.spans.filter(isText)
    for (const work of new Set(spans.map((span) => span.work))) {
      copies.set(work, (copies.get(work) ?? 0) + 1)
    }
    for (const span of spans) {
      totals.set(span.work, (totals.get(span.work) ?? 0) + span.end - span.start)
    }
  }
  const sum = (works: readonly (readonly [number, number])[]): Share => ({
    right: works.reduce((all, [work, total]) => all + Math.min(total, right.get(work) ?? 0), 0),
    total: works.reduce((all, [, total]) => all + total, 0),
  })
  const isCovered = ([work]: readonly [number, number]): boolean => (copies.get(work) ?? 0) > 1
  return {
    covered: sum([...totals].filter(isCovered)),
    alone: sum([...totals].filter((each) => !isCovered(each))),
  }
}

interface Truth {
  readonly work: Int32Array
  readonly order: Int32Array
}

function isText(span: TruthSpan): boolean {
  return span.kind === 'text'
}

function truthOf(file: ScrambledFile): Truth {
  const length = Array.from(file.text).length
  const work = new Int32Array(length).fill(-1)
  const order = new Int32Array(length).fill(-1)
  for (const span of file.spans) {
    if (!isText(span)) continue
    for (let at = span.start; at < span.end; at++) {
      work[at] = span.work
      order[at] = span.order + at - span.start
    }
  }
  return { work, order }
}

/** Whether a character follows another in the article, but for slips of the copy. */
function follows({ work, order }: Truth, one: number, two: number): boolean {
  const step = (order[two] ?? -1) - (order[one] ?? -1)
  return work[one] === work[two] && step >= 0 && step <= SLIP
}

function pairWorks(found: Recovered, truths: ReadonlyMap<string, Truth>): Map<string, number> {
  const shared: { id: string; work: number; count: number }[] = []
  for (const { id, texts } of found.works) {
    const counts = new Map<number, number>()
    for (const text of texts) {
      const truth = truths.get(text.file)
      for (const { start, end } of text.blocks.flatMap((block) => block.parts)) {
        for (let at = start; at < end; at++) {
          const work = truth?.work[at] ?? -1
          if (work >= 0) counts.set(work, (counts.get(work) ?? 0) + 1)
        }
      }
    }
    for (const [work, count] of counts) shared.push({ id, work, count })
  }
  shared.sort((a, b) => b.count - a.count || a.work - b.work || (a.id < b.id ? -1 : 1))
  const pairs = new Map<string, number>()
  const taken = new Set<number>()
  for (const { id, work } of shared) {
    if (pairs.has(id) || taken.has(work)) continue
    pairs.set(id, work)
    taken.add(work)
  }
  return pairs
}

/** Length of the longest non-falling run of values, skipping any. */
function longestRise(values: readonly number[]): number {
  const tails: number[] = []
  for (const value of values) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    tails[low] = value
  }
  return tails.length
}

function furnitureShare(files: readonly ScrambledFile[], found: Recovered): Share {
  let [right, total] = [0, 0]
  for (const file of files) {
    const roles = new Map<number, string>()
    for (const tile of found.tiles) {
      if (tile.file !== file.name) continue
      for (let at = tile.start; at < tile.end; at++) roles.set(at, tile.role)
    }
    for (const span of file.spans) {
      if (isText(span)) continue
      for (let at = span.start; at < span.end; at++) {
        total++
        if (roles.get(at) === span.kind) right++
      }
    }
  }
  return { right, total }
}
