import { makeCopies } from '@huijiao/noise'
import { decide } from '@huijiao/readings'
import { lookAlikesOf } from './made.ts'
import type { Purpose } from './set.ts'
import { type KnownText, knownTexts } from './texts.ts'
import { collatedTrial } from './work.ts'

/** What is suspected in single copies, which no other copy checks. */
export interface SuspicionScore {
  readonly name: string
  readonly characters: number
  /** Characters that were misread for one of like shape. */
  readonly errors: number
  readonly found: number
  /** Suspicions of what was copied rightly. */
  readonly falseAlarms: number
}

/** One character in two hundred is misread: as many as a fair recognition leaves. */
const MISREAD = 0.005
const SEEDS: Readonly<Record<Purpose, readonly number[]>> = { fitting: [4, 5], scoring: [504, 505] }

/** Copies each text with look-alike errors, and counts those that are suspected. */
export const suspicionScores = (purpose: Purpose): SuspicionScore[] =>
  knownTexts(purpose).map((text) => {
    const scores = SEEDS[purpose].map((seed) => scoreOf(text, seed))
    const sum = (of: (score: Score) => number): number => scores.reduce((n, s) => n + of(s), 0)
    return {
      name: text.genre,
      characters: sum((s) => s.characters),
      errors: sum((s) => s.errors),
      found: sum((s) => s.found),
      falseAlarms: sum((s) => s.falseAlarms),
    }
  })

type Score = Omit<SuspicionScore, 'name'>

function scoreOf(text: KnownText, seed: number): Score {
  const { paragraphs } = text
  const lookAlikes = lookAlikesOf(text)
  const noise = { substitutions: MISREAD, omissions: 0, additions: 0, lookAlikes }
  const copied = paragraphs.map((paragraph, k) => {
    const [copy] = makeCopies([...paragraph], 1, noise, seed * 1000 + k)
    return copy?.characters ?? []
  })
  const blocks = copied.map((characters) => [characters.join('')])
  const copy = { siglum: '甲', kind: 'ocr', blocks } as const
  const work = collatedTrial({ name: text.genre, copies: [copy], truth: paragraphs.join('\n') })
  const { suspicions } = decide([work], [], [])
  const errors = errorsIn(paragraphs, copied, lookAlikes)
  const hits = suspicions.map(({ places }) =>
    errors.filter(({ at }) => places.some(({ start, end }) => start <= at && at < end)),
  )
  const found = [...new Set(hits.flat())].filter(({ alike }) => alike)
  return {
    characters: copied.reduce((n, { length }) => n + length, 0),
    errors: errors.filter(({ alike }) => alike).length,
    found: found.length,
    falseAlarms: hits.filter(({ length }) => length === 0).length,
  }
}

interface MadeError {
  /** Offset in the copy, its paragraphs parted by two line ends. */
  readonly at: number
  /** Whether the characters look alike. */
  readonly alike: boolean
}

function errorsIn(
  paragraphs: readonly string[],
  copied: readonly (readonly string[])[],
  lookAlikes: ReadonlyMap<string, readonly string[]>,
): MadeError[] {
  let start = 0
  return paragraphs.flatMap((paragraph, k) => {
    const from = start
    const own = copied[k] ?? []
    start += own.length + 2
    return [...paragraph].flatMap((c, i) =>
      c === own[i] ? [] : [{ at: from + i, alike: (lookAlikes.get(c) ?? []).length > 0 }],
    )
  })
}

/** One line for each text. */
export const linesOf = (scores: readonly SuspicionScore[]): string[] =>
  scores.map(
    ({ name, characters, errors, found, falseAlarms }) =>
      `suspicions in single copies, ${name}: ${found} of ${errors} look-alike errors, ${falseAlarms} false alarms in ${characters} characters`,
  )
