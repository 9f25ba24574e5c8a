import { keyOf, wordGain } from '@huijiao/text'
import { type CharacterClass, classOf, IMPRINT, NUMBERINGS, SHAPES, TRADE } from './classes.ts'
import type { PhysicalLine } from './model.ts'
import { numeralValue } from './numeral.ts'

/** What is seen of a line by itself. */
interface LineFacts {
  readonly line: PhysicalLine
  readonly points: readonly string[]
  /** Letters, digits and Han characters, as matching keys. */
  readonly letters: string
  readonly first: CharacterClass
  readonly last: CharacterClass
  readonly numbering: string
  /** The number as it is written; empty where there is none. */
  readonly number: string
  readonly shapes: readonly string[]
  readonly trade: number
  readonly imprint: number
  readonly marks: Marks
}

/** The marks inside a line, without the last one. */
interface Marks {
  readonly stops: number
  readonly commas: number
  readonly spaces: number
  /** Brackets and quotes left open, and closed without having been opened. */
  readonly opened: number
  readonly closed: number
  readonly bracketed: boolean
}

const OPENING = '“‘「『（(〔［[【《〈'
const CLOSING = '”’」』）)〕］]】》〉'

function factsOf(line: PhysicalLine): LineFacts {
  const points = Array.from(line.text)
  const numbered = NUMBERINGS.find(([, pattern]) => pattern.test(line.text))
  return {
    line,
    points,
    letters: points
      .filter((point) => /[\p{L}\p{N}]/u.test(point))
      .map(keyOf)
      .join(''),
    first: classOf(points[0] ?? ''),
    last: classOf(points.at(-1) ?? ''),
    numbering: numbered?.[0] ?? 'none',
    number: numbered?.[1].exec(line.text)?.[1] ?? '',
    shapes: points.length > 80 ? [] : shapesOf(line.text),
    trade: line.text.match(TRADE)?.length ?? 0,
    imprint: line.text.match(IMPRINT)?.length ?? 0,
    marks: marksOf(points),
  }
}

function shapesOf(text: string): string[] {
  const found = SHAPES.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
  return [...new Set(found)]
}

function marksOf(points: readonly string[]): Marks {
  let [stops, commas, spaces, opened, closed] = [0, 0, 0, 0, 0]
  for (const [at, point] of points.entries()) {
    if (OPENING.includes(point)) opened++
    else if (CLOSING.includes(point)) {
      if (opened > 0) opened--
      else closed++
    } else if (at < points.length - 1) {
      if (/[。！？!?；;]/u.test(point)) stops++
      else if (/[，,、]/u.test(point)) commas++
      else if (/[\s\u3000]/u.test(point)) spaces++
    }
  }
  const bracketed = OPENING.includes(points[0] ?? '') && CLOSING.includes(points.at(-1) ?? '')
  return { stops, commas, spaces, opened, closed, bracketed: bracketed && points.length > 1 }
}

/** What is seen of a line among the others of its source. */
export interface Facts extends LineFacts {
  /** Width in half-width columns that the lines before it mostly fill, and those after; 0 where they fill none. */
  readonly before: number
  readonly after: number
  /** Other lines of the source with the same letters, digits aside. */
  readonly twins: number
  /** Other lines of the source that are numbered likewise: how many before, how many after. */
  readonly earlier: number
  readonly later: number
  /** Its number against the last one of its kind: the next one, the first of all, the same, another. */
  readonly sequence: 'next' | 'one' | 'same' | 'other' | null
  /** The source has its end and the first letter of the next line side by side elsewhere. */
  readonly pairKnown: boolean
  /** Nats that the dictionary saves by reading on over the border before the line. */
  readonly wordAcross: number
}

/** What is seen of a whole source. */
export interface SourceFacts {
  readonly lines: readonly Facts[]
  /** Share of lines that break off within a sentence. */
  readonly broken: number
  /** The number of blank lines that mostly stands between two lines. */
  readonly usualGap: number
  /** The indent that lines after the end of a sentence mostly have. */
  readonly usualIndent: number
  readonly markdown: boolean
  /** Middle length of a line, in characters. */
  readonly middle: number
}

/** Lines on each side that a column is measured by. */
const REACH = 6
/** Lines of one width that make a column. */
const LEAST = 3
/** Characters on each side of a border that are read together. */
const TOUCH = 4

export function sourceFacts(lines: readonly PhysicalLine[]): SourceFacts {
  const alone = lines.map(factsOf)
  const widths = lines.map(({ width }) => width)
  const twins = countBy(alone, (facts) => twinKey(facts))
  const numbered = countBy(alone, ({ numbering }) => numbering)
  const pairs = pairsOf(alone)
  const passed = new Map<string, number>()
  const numbers = new Map<string, number>()
  const all = alone.map((facts, at): Facts => {
    const earlier = passed.get(facts.numbering) ?? 0
    passed.set(facts.numbering, earlier + 1)
    const previous = alone[at - 1]
    const value = numeralValue(facts.number)
    const sequence = sequenceOf(numbers.get(facts.numbering), value)
    if (value !== null) numbers.set(facts.numbering, value)
    return {
      ...facts,
      before: columnOf(widths, at - REACH, at),
      after: columnOf(widths, at + 1, at + 1 + REACH),
      twins: (twins.get(twinKey(facts)) ?? 1) - 1,
      earlier,
      later: (numbered.get(facts.numbering) ?? 1) - earlier - 1,
      sequence,
      pairKnown: pairs.get(previous?.points.at(-1) ?? '')?.get(facts.points[0] ?? '') === true,
      wordAcross: previous === undefined ? 0 : across(previous, facts),
    }
  })
  return { lines: all, ...wholeOf(alone) }
}

function sequenceOf(last: number | undefined, value: number | null): Facts['sequence'] {
  if (value === null) return null
  if (last !== undefined && value === last + 1) return 'next'
  if (value === 1) return 'one'
  return value === last ? 'same' : 'other'
}

function wholeOf(lines: readonly LineFacts[]): Omit<SourceFacts, 'lines'> {
  const broken = lines.filter(({ last }) => last === 'Han' || last === 'comma' || last === 'pause')
  const gaps = countBy(lines.slice(1), ({ line }) => String(Math.min(3, line.gap)))
  const indents = countBy(
    lines.filter((_, at) => lines[at - 1]?.last === 'stop'),
    ({ line }) => String(line.indent),
  )
  const lengths = lines.map(({ points }) => points.length).sort((a, b) => a - b)
  return {
    broken: broken.length / Math.max(1, lines.length),
    usualGap: Number(commonest(gaps) ?? 0),
    usualIndent: Number(commonest(indents) ?? 0),
    markdown: lines.some(({ line }) => line.level > 0),
    middle: lengths[lengths.length >> 1] ?? 0,
  }
}

/** Running heads stand with other page numbers each time. */
function twinKey({ letters, points }: LineFacts): string {
  const bare = letters.replace(/\p{N}/gu, '')
  return bare === '' ? `\u0000${points.length}` : bare
}

function countBy<T>(list: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}

function commonest(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

/** The width that most lines of a range fill; 0 where no three of them, or under a third, are alike. */
function columnOf(widths: readonly number[], from: number, to: number): number {
  const counts = new Map<number, number>()
  const [start, end] = [Math.max(0, from), Math.min(widths.length, to)]
  for (let at = start; at < end; at++) {
    const width = widths[at] ?? 0
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let [best, most] = [0, 0]
  for (const [width, count] of counts) {
    // A mark hung out makes a line wider by one character.
    const near = count + (counts.get(width + 1) ?? 0) + (counts.get(width - 1) ?? 0)
    if (near > most || (near === most && width > best)) [best, most] = [width, near]
  }
  return most >= LEAST ? best : 0
}

/** The pairs of characters at borders that also stand inside some line, by their first. */
function pairsOf(lines: readonly LineFacts[]): Map<string, Map<string, boolean>> {
  const pairs = new Map<string, Map<string, boolean>>()
  for (const [at, { points }] of lines.entries()) {
    const last = lines[at - 1]?.points.at(-1) ?? ''
    const seconds = pairs.get(last) ?? new Map<string, boolean>()
    pairs.set(last, seconds.set(points[0] ?? '', false))
  }
  for (const { points } of lines) {
    for (let at = 1; at < points.length; at++) {
      const seconds = pairs.get(points[at - 1] ?? '')
      const second = points[at] ?? ''
      if (seconds?.get(second) === false) seconds.set(second, true)
    }
  }
  return pairs
}

/** Nats saved by a word that runs over the border; 0 where a mark stands at it. */
function across(one: LineFacts, two: LineFacts): number {
  if (!isLetter(one.last) || !isLetter(two.first)) return 0
  const tail = one.points.slice(-TOUCH).map(keyOf)
  const head = two.points.slice(0, TOUCH).map(keyOf)
  return wordGain(tail, head)
}

function isLetter(kind: CharacterClass): boolean {
  return kind === 'Han' || kind === 'numeral'
}
