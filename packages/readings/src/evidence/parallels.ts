import type { SourceSpan } from '@huijiao/ast'
import type { CollatedWork, Locus, TokenizedWitness } from '@huijiao/model'
import { covering } from '../loci/loci.ts'
import type { Candidate } from '../types.ts'
import type { Voices } from '../voices/voices.ts'
import type { Concordance } from './concordance.ts'
import type { Parallel } from './parallel.ts'

/** Characters on each side of a locus that are compared: as many as make a passage. */
const REACH = 24
/** Characters that must agree beside the locus for a place to be looked at: as many as the concordance indexes. */
const ANCHOR = 3
/** Characters by which a reading that no witness has may be longer than the longest that one has. */
const SLACK = 3
/** Characters after a reading that no witness has, by which its end is found. */
const PROBE = 4
/** Characters that one side alone must agree by. */
const ONE_SIDED = 8

/**
 * Places elsewhere that read the passage: at least three characters agree on one side and two on the other.
 * The aligned place itself in the other witnesses is no parallel.
 */
export function parallelsOf(
  workIndex: number,
  locus: Locus,
  candidates: readonly Candidate[],
  concordance: Concordance,
  voices: Voices,
): Parallel[] {
  const work = concordance.works[workIndex]
  if (work === undefined) return []
  const contexts = contextsOf(workIndex, work, locus, concordance)
  const longest = Math.max(...candidates.map((c) => c.key.length))
  const best = new Map<string, Parallel>()
  const consider = (
    hitWork: number,
    witness: number,
    start: number,
    end: number,
    found: Parallel,
  ): void => {
    const key = `${hitWork} ${witness} ${start} ${end}`
    const known = best.get(key)
    if (known === undefined || known.left + known.right < found.left + found.right)
      best.set(key, found)
  }
  const seen = new Set<string>()
  for (const { left, right } of contexts) {
    for (const side of ['left', 'right'] as const) {
      const anchor = side === 'left' ? left.slice(-ANCHOR) : right.slice(0, ANCHOR)
      if (anchor.length < ANCHOR || seen.has(`${side} ${left} ${right}`)) continue
      seen.add(`${side} ${left} ${right}`)
      for (const hit of concordance.find(anchor)) {
        const text = concordance.text(hit.work, hit.witness)
        const edge = side === 'left' ? hit.at + ANCHOR : hit.at
        // What ends or begins within the witness's own reading is that.
        const own = hit.work === workIndex
        if (own && atLocus(work, locus, hit.witness, { start: edge, end: edge })) continue
        const match = bestMatch({ text, left, right, candidates, longest }, edge, side)
        if (match === undefined) continue
        if (own && atLocus(work, locus, hit.witness, match)) continue
        const other = concordance.works[hit.work]
        const holder = other?.witnesses[hit.witness]
        if (other === undefined || holder === undefined) continue
        consider(hit.work, hit.witness, match.start, match.end, {
          candidate: match.candidate,
          text: holder.tokens
            .slice(match.start, match.end)
            .map((t) => t.t)
            .join(''),
          left: match.left,
          right: match.right,
          elsewhere: hit.work !== workIndex,
          quoted: isQuoted(holder, match.start),
          voice: voices.of(other, hit.witness),
          place: spanOf(holder, match.start - match.left, match.end + match.right),
        })
      }
    }
  }
  return [...best.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, p]) => p)
}

/** Distinct texts on both sides of the locus, by covering witness. */
function contextsOf(workIndex: number, work: CollatedWork, locus: Locus, concordance: Concordance) {
  const contexts = new Map<string, { left: string; right: string }>()
  for (const w of covering(work, locus.unit)) {
    const [start, end] = placeOf(work, locus, w)
    const text = concordance.text(workIndex, w)
    const context = {
      left: text.slice(Math.max(0, start - REACH), start),
      right: text.slice(end, end + REACH),
    }
    contexts.set(`${context.left}\u0000${context.right}`, context)
  }
  return [...contexts.values()]
}

/** Token range of the locus in a witness. */
export function placeOf(
  work: CollatedWork,
  locus: Locus,
  witness: number,
): readonly [number, number] {
  return work.units[locus.unit]?.spans[witness] ?? [0, 0]
}

/** Whether a match is the witness's own reading of the locus, or a part of it. */
function atLocus(
  work: CollatedWork,
  locus: Locus,
  witness: number,
  match: Pick<Match, 'start' | 'end'>,
): boolean {
  const [start, end] = placeOf(work, locus, witness)
  return match.start <= end && match.end >= start
}

interface Match {
  readonly candidate: number
  readonly start: number
  readonly end: number
  readonly left: number
  readonly right: number
}

/** A text that may read the passage, and what stands on both sides of the locus. */
interface Probe {
  readonly text: string
  readonly left: string
  readonly right: string
  readonly candidates: readonly Candidate[]
  /** Length of the longest candidate. */
  readonly longest: number
}

function bestMatch(probe: Probe, edge: number, side: 'left' | 'right'): Match | undefined {
  const { text, left, right } = probe
  let best: Match | undefined
  for (const [i, { key }] of probe.candidates.entries()) {
    const start = side === 'left' ? edge : edge - key.length
    if (start < 0 || !text.startsWith(key, start)) continue
    const match = {
      candidate: i,
      start,
      end: start + key.length,
      left: commonSuffix(left, text, start),
      right: commonPrefix(right, text, start + key.length),
    }
    if (!holds(match, key)) continue
    // A longer reading says more than a shorter one that fits as well.
    if (
      best === undefined ||
      match.right + match.left + key.length > best.right + best.left + best.end - best.start
    ) {
      best = match
    }
  }
  return best !== undefined || side === 'right' ? best : unattested(probe, edge)
}

/** Both sides agree by two characters; or one by many, where the reading itself is not empty. */
const holds = (m: Match, key: string): boolean =>
  Math.min(m.left, m.right) >= 2 || (key !== '' && Math.max(m.left, m.right) >= ONE_SIDED)

/** Text between the same words that is no reading of this locus. */
function unattested(
  { text, left, right, candidates, longest }: Probe,
  edge: number,
): Match | undefined {
  const after = right.slice(0, PROBE)
  if (after.length < PROBE) return undefined
  const near = text.slice(edge, edge + longest + SLACK + PROBE).indexOf(after)
  if (near < 0) return undefined
  const end = edge + near
  const sides = { left: commonSuffix(left, text, edge), right: commonPrefix(right, text, end) }
  // A reading with something more after or before it is weak evidence for that reading.
  const found = text.slice(edge, end)
  const within = candidates.flatMap(({ key }, i) =>
    key !== '' && (found.startsWith(key) || found.endsWith(key)) ? [i] : [],
  )
  const [only] = within
  if (only !== undefined && within.length === 1) {
    return { candidate: only, start: edge, end, left: Math.min(sides.left, 4), right: 2 }
  }
  return { candidate: -1, start: edge, end, ...sides }
}

function commonSuffix(context: string, text: string, end: number): number {
  let n = 0
  while (n < context.length && n < end && context[context.length - 1 - n] === text[end - 1 - n])
    n += 1
  return n
}

function commonPrefix(context: string, text: string, start: number): number {
  let n = 0
  while (n < context.length && start + n < text.length && context[n] === text[start + n]) n += 1
  return n
}

/** Characters within which a quotation that opened must close. */
const LONGEST_QUOTATION = 300
const opened = new WeakMap<TokenizedWitness, Int32Array>()

/** Whether a quotation opened before the token and did not close. */
export function isQuoted(witness: TokenizedWitness, at: number): boolean {
  let since = opened.get(witness)
  if (since === undefined) {
    since = openedSince(witness)
    opened.set(witness, since)
  }
  const from = since[at] ?? -1
  return from >= 0 && at - from <= LONGEST_QUOTATION
}

/** For each token, and for the end: the token with the mark that opened the quotation around it, or -1. */
function openedSince({ tokens }: TokenizedWitness): Int32Array {
  const since = new Int32Array(tokens.length + 1).fill(-1)
  let open = -1
  for (const [i, token] of tokens.entries()) {
    for (const mark of token.before) open = stateAfter(mark.t, i, open)
    since[i] = open
    for (const mark of token.after) open = stateAfter(mark.t, i, open)
  }
  since[tokens.length] = open
  return since
}

const stateAfter = (mark: string, at: number, open: number): number =>
  /[“「『‘]/u.test(mark) ? at : /[”」』’]/u.test(mark) ? -1 : open

/** The stretch of a source from one token to another. */
export function spanOf(witness: TokenizedWitness, start: number, end: number): SourceSpan {
  const first = witness.tokens[Math.max(0, Math.min(start, witness.tokens.length - 1))]
  const last = witness.tokens[Math.min(end, witness.tokens.length) - 1]
  const from = first?.at ?? 0
  return {
    file: witness.file,
    start: from,
    end: end > start ? Math.max(from, (last?.at ?? from) + 1) : from,
  }
}
