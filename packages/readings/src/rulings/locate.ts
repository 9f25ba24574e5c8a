import type { CollatedWork, Decision } from '@huijiao/model'
import { isContent, keyOf, signsOf } from '@huijiao/text'
import { lemmaOf } from '../loci/lemma.ts'
import { covering } from '../loci/loci.ts'

/** A gap between two characters: `offset` characters into a unit. */
export interface Edge {
  readonly unit: number
  readonly offset: number
}

/** A stretch of the work that a quotation marks, with its text in the stream where it was found. */
export interface Target {
  /** First and last character; `end` is exclusive. Equal for a point between characters. */
  readonly start: Edge
  readonly end: Edge
  /** The marked range of the stream, widened to whole units. */
  readonly text: string
  /** Text of those units before and after the mark. */
  readonly head: string
  readonly tail: string
}

/** One way to read the work through: a witness, or the reading text. */
export interface Stream {
  readonly keys: readonly string[]
  readonly text: readonly string[]
  readonly edges: readonly Edge[]
  /** Whether a unit is one where witnesses differ, to be taken whole. */
  readonly whole: (unit: number) => boolean
  /** Index in the stream of the first character of the unit and of the first after it. */
  readonly range: (unit: number) => readonly [number, number]
}

/** All streams of a work: its witnesses, then the reading text. */
export function streamsOf(work: CollatedWork, decisions: readonly Decision[]): Stream[] {
  const differing = new Set(decisions.map((d) => d.locus.unit))
  const whole = (unit: number): boolean => differing.has(unit)
  const witnesses = work.witnesses.map((witness, w): Stream => {
    const edges: Edge[] = []
    for (const [u, unit] of work.units.entries()) {
      const [start, end] = unit.spans[w] ?? [0, 0]
      for (let k = start; k < end; k += 1) edges.push({ unit: u, offset: k - start })
    }
    return {
      keys: witness.tokens.map((t) => t.n),
      text: witness.tokens.map((t) => t.t),
      edges,
      whole,
      range: (unit) => work.units[unit]?.spans[w] ?? [0, 0],
    }
  })
  const lemma = lemmaOf(work, decisions)
  const first = new Map<number, number>()
  const after = new Map<number, number>()
  const edges = lemma.map((c, i): Edge => {
    if (!first.has(c.unit)) first.set(c.unit, i)
    after.set(c.unit, i + 1)
    return { unit: c.unit, offset: i - (first.get(c.unit) ?? i) }
  })
  return [
    ...witnesses,
    {
      keys: lemma.map((c) => keyOf(c.t)),
      text: lemma.map((c) => c.t),
      edges,
      whole,
      range: (unit) => [first.get(unit) ?? 0, after.get(unit) ?? 0],
    },
  ]
}

/** Content of a quotation as matching keys. */
export const keysOfText = (text: string): string[] => signsOf(text).filter(isContent).map(keyOf)

/** Indexes in the stream at which the keys occur. */
export function occurrences(stream: Stream, keys: readonly string[]): number[] {
  const found: number[] = []
  const [first] = keys
  if (first === undefined) return found
  for (let at = stream.keys.indexOf(first); at >= 0; at = stream.keys.indexOf(first, at + 1)) {
    if (keys.every((k, i) => stream.keys[at + i] === k)) found.push(at)
  }
  return found
}

/** The distinct places that a marked quotation fits, over all streams. */
export function targetsOf(
  work: CollatedWork,
  streams: readonly Stream[],
  quotation: { readonly before: string; readonly marked: string; readonly after: string },
): Target[] {
  const before = keysOfText(quotation.before)
  const marked = keysOfText(quotation.marked)
  const keys = [...before, ...marked, ...keysOfText(quotation.after)]
  const found = new Map<string, Target>()
  for (const stream of streams) {
    for (const at of occurrences(stream, keys)) {
      const start = at + before.length
      const target = targetAt(work, stream, start, start + marked.length)
      const { start: s, end: e } = target
      const key = `${s.unit}:${s.offset}-${e.unit}:${e.offset}`
      if (!found.has(key)) found.set(key, target)
    }
  }
  return [...found.values()]
}

/** Widens a range of the stream to whole units where the witnesses differ. */
function targetAt(work: CollatedWork, stream: Stream, from: number, to: number): Target {
  if (from === to) return pointAt(work, stream, from)
  let [start, end] = [from, to]
  const first = stream.edges[from]
  const last = stream.edges[to - 1]
  if (first !== undefined && stream.whole(first.unit)) start = stream.range(first.unit)[0]
  if (last !== undefined && stream.whole(last.unit)) end = stream.range(last.unit)[1]
  const text = (a: number, b: number): string => stream.text.slice(a, b).join('')
  const end1 = stream.edges[end - 1]
  return {
    start: stream.edges[start] ?? { unit: 0, offset: 0 },
    end: { unit: end1?.unit ?? 0, offset: (end1?.offset ?? 0) + 1 },
    text: text(from, to),
    head: text(start, from),
    tail: text(to, end),
  }
}

/** A point between characters; where the stream omits a unit that others have, that unit. */
function pointAt(work: CollatedWork, stream: Stream, at: number): Target {
  const left = stream.edges[at - 1]
  const right = stream.edges[at]
  const from = left === undefined ? 0 : left.unit + 1
  const to = right === undefined ? work.units.length : right.unit
  for (let unit = from; unit < to; unit += 1) {
    if (stream.whole(unit)) {
      return { start: { unit, offset: 0 }, end: { unit, offset: 0 }, text: '', head: '', tail: '' }
    }
  }
  if (left !== undefined && stream.whole(left.unit)) {
    const [a] = stream.range(left.unit)
    const [, b] = stream.range(left.unit)
    const head = stream.text.slice(a, at).join('')
    const tail = stream.text.slice(at, b).join('')
    return {
      start: { unit: left.unit, offset: 0 },
      end: { unit: left.unit, offset: b - a },
      text: '',
      head,
      tail,
    }
  }
  const edge = right ?? { unit: left?.unit ?? 0, offset: (left?.offset ?? 0) + 1 }
  return { start: edge, end: edge, text: '', head: '', tail: '' }
}

/** The text of every witness that covers a range of whole units. */
export function textsOver(work: CollatedWork, from: number, to: number): Map<number, string> {
  return new Map(
    covering(work, from).map((w) => {
      const start = work.units[from]?.spans[w]?.[0] ?? 0
      const end = work.units[to]?.spans[w]?.[1] ?? start
      const tokens = work.witnesses[w]?.tokens.slice(start, end) ?? []
      return [w, tokens.map((t) => t.t).join('')]
    }),
  )
}
