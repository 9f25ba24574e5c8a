import type { NgramModel } from '../match/ngrams.ts'
import { opensLine, seamOfLines } from '../match/seam.ts'
import { isBracketedDateline, isByline, isSubtitle, opensWithDateline } from '../page/marks.ts'
import { beginningOf, endingOf } from '../page/syntax.ts'

/** A line as far as the course of columns goes by it: its text, and how many columns of the page it fills. */
export interface Measured {
  readonly text: string
  readonly width: number
}

/** What it takes to read lines by turns, and to end that, in nats. */
const BEGIN = 4
const END = 1.5
/** What it takes to begin a text where another one stands, in a column read on and in one of two by turns. */
const ANEW = 1
const ANEW_BY_TURNS = 2.5
/** What speaks against leaving a sentence unfinished, after a mark and without one. */
const UNFINISHED = { pause: 4, open: 3, colon: 0.5, final: 0 } as const
/** The same of a line that may be a headline by its width and place, which then has a text under it. */
const HEADLINE = 2
const UNDER = 0.3
/** What speaks against a headline having another one under it. */
const UPON = 1.5
/** Share of what the first characters of a line say of its beginning a sentence. */
const START = 0.6
/** Columns by which a headline differs from the lines around. */
const UNLIKE = 5
/** Lines on each side that a line is compared with in width. */
const AROUND = 6

/** A word that a hyphen breaks at the end of a line; what says that the next line has its rest, as a word cut in two does. */
const BROKEN = /\p{Ll}[-\u2010]$/u
const WORD = 6

/** How lines follow one another, in nats. */
export interface Course {
  /** One line follows another in one column, or begins anew there. */
  readonly onward: (one: number, two: number) => number
  /** Nothing follows a line. */
  readonly ends: (line: number) => number
  /** A line begins a text. */
  readonly begins: (line: number) => number
}

/** What is known of the course of some lines; `-1` and the number of lines stand for what is not there. */
export function courseOf(lines: readonly Measured[], model: NgramModel | null): Course {
  const usual = lines.map((_, at) => {
    const near = lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).map(({ width }) => width)
    return near.toSorted((a, b) => a - b)[Math.floor(near.length * 0.7)] ?? 0
  })
  const sentences = lines.map(({ text }) => START * opensLine(text, model))
  const endings = lines.map(({ text }) => endingOf(text))
  const begins = (line: number): number => {
    const text = lines[line]?.text
    if (text === undefined) return 0
    const beginning = beginningOf(text)
    if (beginning === 'clinging') return -4
    return beginning === 'opener' ? 1 : (sentences[line] ?? 0)
  }
  const dated = lines.map(
    ({ text }) => opensWithDateline(text) || isBracketedDateline(text) || isByline(text),
  )
  const headlines = lines.map(
    ({ width }, at) =>
      endings[at] === 'open' &&
      (at === 0 || dated[at + 2] === true || Math.abs(width - (usual[at] ?? 0)) > UNLIKE),
  )
  const headline = (line: number): boolean => headlines[line] === true
  const ends = (line: number): number => {
    const ending = endings[line]
    if (ending === undefined) return 0
    return -(headline(line) ? HEADLINE : UNFINISHED[ending])
  }
  const follows = (one: number, two: number): number => {
    const [before, after] = [lines[one], lines[two]]
    if (before === undefined || after === undefined) return 0
    if (BROKEN.test(before.text)) return /^\p{Ll}/u.test(after.text) ? WORD : -WORD
    const ending = endings[one]
    if (ending === 'final' || ending === 'colon') return Math.min(0, begins(two))
    const read = seamOfLines(before.text, after.text, model)
    if (!headline(one)) return read
    const upon = headline(two) && !isSubtitle(after.text) ? UPON : 0
    return Math.max(read, begins(two) - UNDER) - upon
  }
  const known = [new Map<number, number>(), new Map<number, number>()]
  const onward = (one: number, two: number): number => {
    // Neighbours, and lines with one between, are asked for again and again.
    const cache = known[two - one - 1]
    const found = cache?.get(one) ?? Math.max(follows(one, two), ends(one) + begins(two) - ANEW)
    cache?.set(one, found)
    return found
  }
  return { onward, ends, begins }
}

/** Where a line stands: in a column that is read on, or first, second, or later in two that take turns. */
type State = 'plain' | 'first' | 'second' | 'turn'
const STATES = ['plain', 'first', 'second', 'turn'] as const

/**
 * The likeliest course over all lines (Viterbi): each follows the line before it, or the one before that.
 *
 * @returns stretches of lines that take turns, first and last line of each.
 */
export function turnsIn(
  count: number,
  { onward, ends, begins }: Course,
): { first: number; last: number }[] {
  const score = STATES.map(() => new Float64Array(count).fill(IMPOSSIBLE))
  const from = STATES.map(() => new Int8Array(count).fill(-1))
  const [plain, first, second, turn] = [0, 1, 2, 3]
  const best = (state: State, at: number): number => score[STATES.indexOf(state)]?.[at] ?? 0
  const take = (state: number, at: number, ways: readonly (readonly [number, number])[]): void => {
    for (const [before, value] of ways) {
      if (value <= (score[state]?.[at] ?? 0)) continue
      const [values, origins] = [score[state], from[state]]
      if (values === undefined || origins === undefined) continue
      values[at] = value
      origins[at] = before
    }
  }
  for (let at = 0; at < count; at++) {
    if (at === 0) {
      take(plain, at, [[plain, begins(at)]])
      take(first, at, [[plain, begins(at) - BEGIN]])
      continue
    }
    const ahead = onward(at - 1, at)
    const fresh = ends(at - 1) + begins(at)
    const left =
      Math.max(ahead + ends(at - 2), onward(at - 2, at) + ends(at - 1), fresh + ends(at - 2)) - END
    take(plain, at, [
      [plain, best('plain', at - 1) + ahead],
      [turn, best('turn', at - 1) + left],
    ])
    take(first, at, [
      [plain, best('plain', at - 1) + Math.max(ahead, fresh) - BEGIN],
      [turn, best('turn', at - 1) + fresh + ends(at - 2) - BEGIN],
    ])
    take(second, at, [[first, best('first', at - 1) + begins(at)]])
    if (at < 2) continue
    const across = Math.max(onward(at - 2, at), ends(at - 2) + begins(at) + ANEW - ANEW_BY_TURNS)
    take(turn, at, [
      [second, best('second', at - 1) + across],
      [turn, best('turn', at - 1) + across],
    ])
  }
  const states = traced(score, from, count)
  const found: { first: number; last: number }[] = []
  for (const [at, state] of states.entries()) {
    if (state === first) found.push({ first: at, last: at })
    const last = found.at(-1)
    if (state !== plain && last !== undefined) last.last = at
  }
  return found
}

const IMPOSSIBLE = -1e12

function traced(
  score: readonly Float64Array[],
  from: readonly Int8Array[],
  count: number,
): number[] {
  const end = count - 1
  let state = (score[0]?.[end] ?? 0) >= (score[3]?.[end] ?? 0) ? 0 : 3
  const states: number[] = []
  for (let at = end; at >= 0; at--) {
    states.push(state)
    state = from[state]?.[at] ?? 0
  }
  return states.reverse()
}
