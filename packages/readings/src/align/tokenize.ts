import {
  type BlockPart,
  confidencesOf,
  type SoftToken,
  type Source,
  type TokenizedWitness,
  type WitnessText,
  type WitnessToken,
} from '@huijiao/model'
import {
  bulletSquares,
  conventional,
  isContent,
  isSaid,
  isUnseen,
  isJoiner,
  keyOf,
  plainForm,
} from '@huijiao/text'
import { type BlockMark, comparable, misdirected, pairStraight, singlesOutside } from './quotes.ts'
import { idleSpaces } from './spacing.ts'
import { closesUp, cutsWord, isWord, widthOf } from './words.ts'

/**
 * Turns what a source has of a work into tokens: content characters with the punctuation on them, each as the sign
 * that it is. What is not seen goes out; other codes of a character are the character; quotation marks have
 * direction, and the outer ones are double. In a block without a word (“……”) the marks are what is said: they are tokens.
 */
export function tokenize(text: WitnessText, source: Source): TokenizedWitness {
  const tokens: Draft[] = []
  const confidence = confidencesOf(source) ?? (() => undefined)
  const lines = text.blocks.flatMap(({ parts }) => parts)
  let widest: number | undefined
  const full = (): number =>
    (widest ??= lines.reduce((most, line) => Math.max(most, widthOf(source.points, line)), 0))
  const blocks = text.blocks.map((logical, block) => {
    const idle = idleSpaces(logical, source.points)
    return blockOf(logical.parts, block, { points: source.points, idle, confidence, full })
  })
  const swap = singlesOutside(blocks.map(({ quotes }) => quotes.map(({ t }) => t)))
  for (const { content, quotes } of blocks) {
    for (const mark of quotes) mark.t = comparable(mark.t, swap)
    for (const token of content) tokens.push(token)
  }
  return {
    siglum: text.siglum,
    file: text.file,
    ...(text.recension === undefined ? {} : { recension: text.recension }),
    text,
    tokens,
  }
}

/** What the characters of a block are read by. */
interface Reading {
  readonly points: readonly string[]
  /** Offsets of white space that says nothing. */
  readonly idle: ReadonlySet<number>
  readonly confidence: (at: number) => number | undefined
  /** Columns of the widest line. */
  readonly full: () => number
}

interface BlockTokens {
  readonly content: readonly Draft[]
  /** Its marks in order but for apostrophes; quotation marks have their direction. */
  readonly quotes: readonly { t: string; readonly at: number }[]
}

function blockOf(
  parts: readonly BlockPart[],
  block: number,
  { points, idle, confidence: confidenceAt, full }: Reading,
): BlockTokens {
  const leading: { t: string; at: number }[] = []
  const content: Draft[] = []
  const marks: { t: string; at: number }[] = []
  const soft = (t: string, at: number): void => {
    const mark = { t, at }
    ;(content.at(-1)?.after ?? leading).push(mark)
    marks.push(mark)
  }
  const push = (t: string, at: number): void => {
    const before = content.length === 0 ? leading : []
    const damaged = points[at] === '\uFFFD' ? { damaged: true as const } : {}
    const confidence = confidenceAt(at)
    const sure = confidence === undefined ? {} : { confidence }
    content.push({ t, n: keyOf(t), at, block, before, after: [], ...damaged, ...sure })
  }
  const said = saidAlone(parts, points)
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1]
    if (before !== undefined && !cutsWord(points, before, part, full()))
      joinWords(content.at(-1), points, part.start, soft)
    for (let at = part.start; at < part.end; at += 1) {
      const t = signAt(points, at)
      const last = content.at(-1)
      if (isJoiner(points, at) && last !== undefined) join(last, t)
      else if (said.has(at)) for (const mark of said.get(at) ?? []) push(mark, at)
      else if (isContent(t)) addContent(t, at, content, push)
      else if (!idle.has(at) && !isUnseen(t)) soft(t, at)
    }
  }
  const paired = pairStraight(withNeighbours(leading, content))
  for (const mark of marks) mark.t = paired.get(mark) ?? mark.t
  const { apostrophes, turned } = misdirected(withNeighbours(leading, content))
  for (const mark of marks) mark.t = turned.get(mark) ?? mark.t
  return { content, quotes: marks.filter((mark) => !apostrophes.has(mark)) }
}

/** In a block without a word the marks that are what is said, in the form of the edition: `“...”` says ……; by offset. */
function saidAlone(
  parts: readonly BlockPart[],
  points: readonly string[],
): ReadonlyMap<number, readonly string[]> {
  const offsets = parts.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, k) => start + k),
  )
  if (offsets.some((at) => isContent(points[at] ?? ''))) return new Map()
  const marks = offsets.filter((at) => isSaid(points[at] ?? ''))
  const signs = Array.from(conventional(marks.map((at) => points[at]).join(''), '', ''))
  // Where the form has more signs than were written, the last one stands for the rest.
  return new Map(
    marks.map((at, k) => [at, k < marks.length - 1 ? signs.slice(k, k + 1) : signs.slice(k)]),
  )
}

/** Words broken over lines keep the space between them, or close up over a hyphen; Chinese has none. */
function joinWords(
  last: Draft | undefined,
  points: readonly string[],
  start: number,
  soft: (t: string, at: number) => void,
): void {
  if (last === undefined || !isWord(last.t) || !isWord(points[start])) return
  const hyphen = last.after.at(-1)
  if (last.after.length !== 1 || hyphen === undefined || !/^[-\u2010]$/u.test(hyphen.t)) {
    if (!endsInSoftHyphen(points, last.at)) soft(' ', start)
  } else if (closesUp(points, last.at, start)) hyphen.t = ''
}

/** A soft hyphen between a letter and the end of its line: the word goes on. */
const endsInSoftHyphen = (points: readonly string[], at: number): boolean =>
  points[at + 1] === '\u00AD'

/** A joiner stays with what it follows. */
function join(last: Draft, joiner: string): void {
  last.t += joiner
  last.n = keyOf(last.t)
}

/** A mark that composes with the letter before it is one character with it; ligatures of type are letters. */
function addContent(
  t: string,
  at: number,
  content: readonly Draft[],
  push: (t: string, at: number) => void,
): void {
  const last = content.at(-1)
  if (last !== undefined && /\p{M}/u.test(t) && last.after.length === 0) {
    const composed = (last.t + t).normalize('NFC')
    if (Array.from(composed).length === 1) {
      last.t = composed
      last.n = keyOf(composed)
      return
    }
  }
  if (/^[\uFB00-\uFB06]$/u.test(t)) for (const letter of t.normalize('NFKC')) push(letter, at)
  else push(t, at)
}

function withNeighbours(leading: readonly SoftToken[], content: readonly Draft[]): BlockMark[] {
  const first = content[0]?.t ?? ''
  return [
    ...leading.map((soft) => ({ soft, before: '', after: first })),
    ...content.flatMap(({ t, after }, index) =>
      after.map((soft) => ({ soft, before: t, after: content[index + 1]?.t ?? '' })),
    ),
  ]
}

/** The sign at an offset: a circle beside Chinese numerals is their zero, 〇 (GB/T 15835—2011). */
function signAt(points: readonly string[], at: number): string {
  const written = points[at] ?? ''
  if (written !== '○' && written !== '◯') return bulletSquares(points).get(at) ?? plainForm(written)
  let [from, to] = [at - 1, at + 1]
  while (CIRCLE.test(points[from] ?? '')) from -= 1
  while (CIRCLE.test(points[to] ?? '')) to += 1
  return NUMERAL.test(points[from] ?? '') || NUMERAL.test(points[to] ?? '') ? '〇' : written
}

const CIRCLE = /^[○◯]$/u
const NUMERAL = /^[一二三四五六七八九十百千〇零]$/u

interface Draft extends Omit<WitnessToken, 'after' | 't' | 'n'> {
  t: string
  n: string
  readonly after: { t: string; at: number }[]
}
