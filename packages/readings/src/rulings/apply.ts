import type { Certainty, Method, RulingNote } from '@huijiao/ast'
import { type CollatedWork, type Decision, fault, warning } from '@huijiao/model'
import { isContent } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import type { Gaps } from '../loci/gaps.ts'
import { placeOfRuling, unplaced } from './complain.ts'
import { ruleGaps } from './gaps.ts'
import { keysOfText, occurrences, streamsOf, type Target, targetsOf } from './locate.ts'
import type { Ruling } from './ruling.ts'
import { type Streams, settle } from './settle.ts'

/** Marks that a ruling lays down after a character of the reading text. */
export interface RuledMarks {
  readonly unit: number
  /** Index of the character in the unit's reading text; -1 before the first character of the work. */
  readonly offset: number
  readonly marks: string
  /** Whether they come with the characters of a reading: where nothing else was written, they make no locus. */
  readonly withContent: boolean
  readonly method: Method
  readonly certainty: Certainty
  readonly note: RulingNote
}

/** Works and decisions after the rulings, by index of the work. */
export interface Ruled {
  readonly works: readonly CollatedWork[]
  readonly decisions: readonly (readonly Decision[])[]
  readonly marks: readonly (readonly RuledMarks[])[]
  readonly gaps: readonly Gaps[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Lets the rulings win over what the program decided. Reports, at the ruling's line and column, one that
 * matches nothing or more than one place, contradicts another, or says what the program decides anyway.
 */
export function applyRulings(
  works: readonly CollatedWork[],
  decisions: readonly (readonly Decision[])[],
  rulings: readonly Ruling[],
): Ruled {
  const messages: VFileMessage[] = []
  const ids = works.map((w) => w.spec.id)
  for (const r of rulings) {
    if (!ids.includes(r.work)) {
      messages.push(fault('unknown-work', placeOfRuling(r), { work: r.work, known: ids }))
    }
  }
  const results = works.map((work, i) => {
    const own = rulings.filter((r) => r.work === work.spec.id)
    return applyToWork(work, decisions[i] ?? [], own, messages)
  })
  return {
    works: results.map((r) => r.work),
    decisions: results.map((r) => r.decisions),
    marks: results.map((r) => r.marks),
    gaps: results.map((r) => r.gaps),
    messages,
  }
}

interface Placed {
  readonly ruling: Ruling
  readonly target: Target
}

function applyToWork(
  work: CollatedWork,
  decisions: readonly Decision[],
  all: readonly Ruling[],
  messages: VFileMessage[],
): { work: CollatedWork; decisions: readonly Decision[]; marks: RuledMarks[]; gaps: Gaps } {
  const rulings = all.filter((r) => r.gap === undefined)
  const onGaps = all.filter((r) => r.gap !== undefined)
  if (rulings.length === 0) {
    return { work, decisions, marks: [], gaps: ruleGaps(work, decisions, onGaps, messages) }
  }
  const streams: Streams = streamsOf(work, decisions)
  const content = rulings.filter((r) => !onMarks(r))
  const placed = content.flatMap((ruling): Placed[] => {
    const targets = targetsOf(work, streams, ruling)
    const [target] = targets
    if (target === undefined || targets.length > 1) {
      messages.push(unplaced(ruling, targets.length))
      return []
    }
    return [{ ruling, target }]
  })
  const kept = withoutConflicts(placed, messages)
  const settled = settle(work, decisions, kept, (ruling) => {
    const { reading } = ruling
    messages.push(warning('ruling-redundant', placeOfRuling(ruling), { reading }))
  })
  const finalStreams = streamsOf(settled.work, settled.decisions)
  const within = kept.flatMap((p) => marksWithin(p.ruling))
  const marks = [...rulings.filter(onMarks), ...within].flatMap((ruling) => {
    const places = marksPlaces(finalStreams, ruling, within.includes(ruling))
    const [place] = places
    if (place === undefined || places.length > 1) {
      messages.push(unplaced(ruling, places.length))
      return []
    }
    return [place]
  })
  return {
    ...settled,
    marks: uniqueMarks(marks, rulings, messages),
    gaps: ruleGaps(settled.work, settled.decisions, onGaps, messages),
  }
}

/** Whether the ruling is about punctuation: nothing but marks in the braces and in the reading. */
const onMarks = (r: Ruling): boolean =>
  ![...r.marked].some(isContent) &&
  ![...r.reading].some(isContent) &&
  (r.marked !== '' || r.reading !== '')

/**
 * The marks that a ruling on content lays down with it, each as a ruling on marks: those in the reading, and
 * at its ends also their absence where the braces hold some that the reading has no more.
 */
function marksWithin(ruling: Ruling): Ruling[] {
  const characters = [...ruling.reading]
  const positions = characters.flatMap((c, i) => (isContent(c) ? [i] : []))
  const gaps = [-1, ...positions].map((at, k) => {
    const next = positions[k] ?? characters.length
    return {
      at,
      next,
      marks: characters
        .slice(at + 1, next)
        .join('')
        .trim(),
    }
  })
  const first = leadingMarks(ruling.marked)
  const last = trailingMarks(ruling.marked)
  return gaps.flatMap(({ at, next, marks }, k): Ruling[] => {
    const edge = (k === 0 ? first : '') + (k === gaps.length - 1 ? last : '')
    if (marks === '' && edge === '') return []
    const outer = {
      before: k === 0 ? trailingMarks(ruling.before) : '',
      after: k === gaps.length - 1 ? leadingMarks(ruling.after) : '',
    }
    return [
      {
        ...ruling,
        before: ruling.before + characters.slice(0, at + 1).join(''),
        marked: '',
        after: characters.slice(next).join('') + ruling.after,
        reading: outer.before + marks + outer.after,
      },
    ]
  })
}

const trailingMarks = (text: string): string => {
  const characters = [...text]
  const at = characters.findLastIndex(isContent)
  return characters
    .slice(at + 1)
    .join('')
    .trim()
}

const leadingMarks = (text: string): string => {
  const characters = [...text]
  const at = characters.findIndex(isContent)
  return characters
    .slice(0, at < 0 ? characters.length : at)
    .join('')
    .trim()
}

/** Place of punctuation: the character of the reading text that it follows. */
function marksPlaces(streams: Streams, ruling: Ruling, withContent: boolean): RuledMarks[] {
  const before = keysOfText(ruling.before)
  const keys = [...before, ...keysOfText(ruling.after)]
  const found = new Map<string, RuledMarks>()
  const lemma = streams.at(-1)
  for (const at of lemma === undefined ? [] : occurrences(lemma, keys)) {
    const left = lemma?.edges[at + before.length - 1]
    const unit = left?.unit ?? 0
    const offset = left?.offset ?? -1
    const { method, certainty, note, reading } = ruling
    found.set(`${unit}:${offset}`, {
      unit,
      offset,
      marks: reading,
      withContent,
      method,
      certainty,
      note,
    })
  }
  return [...found.values()]
}

function uniqueMarks(
  marks: readonly RuledMarks[],
  rulings: readonly Ruling[],
  messages: VFileMessage[],
): RuledMarks[] {
  const seen = new Map<string, RuledMarks>()
  for (const m of marks) {
    const key = `${m.unit}:${m.offset}`
    const other = seen.get(key)
    const ruling = rulings.find((r) => r.note === m.note)
    if (other === undefined) seen.set(key, m)
    else if (ruling !== undefined) messages.push(contradiction(ruling, other.marks, m.marks))
  }
  return [...seen.values()]
}

/** Two rulings on one place: the first is kept; equal ones are a warning, different ones an error. */
function withoutConflicts(placed: readonly Placed[], messages: VFileMessage[]): Placed[] {
  const kept: Placed[] = []
  for (const p of placed) {
    const other = kept.find((k) => overlap(k.target, p.target))
    if (other === undefined) kept.push(p)
    else messages.push(contradiction(p.ruling, resulting(other), resulting(p)))
  }
  return kept
}

const resulting = ({ target, ruling }: Placed): string => target.head + ruling.reading + target.tail

function overlap(a: Target, b: Target): boolean {
  const order = (x: Target['start'], y: Target['start']): number =>
    x.unit - y.unit || x.offset - y.offset
  const same = order(a.start, b.start) === 0 && order(a.end, b.end) === 0
  return same || (order(a.start, b.end) < 0 && order(b.start, a.end) < 0)
}

function contradiction(ruling: Ruling, first: string, second: string): VFileMessage {
  const place = placeOfRuling(ruling)
  return first === second
    ? warning('ruling-repeated', place, { ruling: ruling.reading })
    : fault('ruling-contradiction', place, { before: first, ruling: second })
}
