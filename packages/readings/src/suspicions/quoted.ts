import type { SourceSpan } from '@huijiao/ast'
import type {
  CollatedWork,
  Decision,
  LemmaCharacter,
  Suspicion,
  TokenizedWitness,
} from '@huijiao/model'
import { keyOf } from '@huijiao/text'
import type { Concordance, Hit } from '../evidence/concordance.ts'
import { isQuoted, spanOf } from '../evidence/parallels.ts'
import type { Voices } from '../voices/voices.ts'

/** Characters that must agree on each side of a difference, without a break. */
const SIDE = 4
/** The longest difference that is still one passage. */
const GAP = 6
/** Agreeing characters on each side that words outside quotation marks need. By judgement. */
const PARAPHRASE = 10
/** Agreeing characters on both sides together that they need: as many as a sentence has. By judgement. */
const SURE = 30
/** Agreeing characters on both sides together that words in quotation marks need. */
const QUOTED = 12
/** Agreeing characters before one or two others that need only the rest of the sentence after them. */
const CLOSING = 12

/** A work whose reading text other works may quote. */
export interface QuotedWork {
  readonly work: CollatedWork
  /** Index of the work in the concordance. */
  readonly workIndex: number
  readonly lemma: readonly LemmaCharacter[]
  readonly decisions: readonly Decision[]
}

/** What all works of the edition share. */
export interface Elsewhere {
  readonly concordance: Concordance
  readonly voices: Voices
  /** By work and witness: for each token its index in the work's reading text, or -1. */
  readonly readingTexts: readonly (readonly Int32Array[])[]
}

/**
 * 他校 where no variant calls for it: passages that other works in other files quote with different words.
 * The direct witnesses can agree and be wrong.
 */
export function suspectQuoted(own: QuotedWork, elsewhere: Elsewhere): Suspicion[] {
  const { concordance } = elsewhere
  const keys = concordance.encode(own.lemma.map((c) => keyOf(c.t)))
  const ruled = new Set(
    own.decisions.flatMap((d) => (d.ruling === undefined ? [] : [d.locus.unit])),
  )
  const found = new Map<string, Suspicion>()
  for (let at = SIDE; at + SIDE <= keys.length; at += 1) {
    for (const hit of concordance.find(keys.slice(at - SIDE, at))) {
      if (hit.work === own.workIndex) continue
      const difference = differenceAt({ own, elsewhere, keys, ruled }, at, hit)
      if (difference === undefined) continue
      const { suggestion } = difference
      found.set(`${at} ${suggestion}`, suspicionOf(own, difference))
    }
  }
  return [...found.values()]
}

interface Comparison {
  readonly own: QuotedWork
  readonly elsewhere: Elsewhere
  /** The reading text, encoded. */
  readonly keys: string
  /** Units that rulings settle. */
  readonly ruled: ReadonlySet<number>
}

/** A stretch of the reading text for which a passage elsewhere has other words. */
interface Difference {
  readonly at: number
  /** Characters of the stretch. */
  readonly length: number
  readonly suggestion: string
  /** Agreeing characters on both sides together. */
  readonly agreeing: number
  readonly quoted: boolean
  readonly place: SourceSpan
}

function differenceAt(comparison: Comparison, at: number, hit: Hit): Difference | undefined {
  const { own, elsewhere, keys } = comparison
  const { concordance } = elsewhere
  const text = concordance.text(hit.work, hit.witness)
  const there = hit.at + SIDE
  const witness = concordance.works[hit.work]?.witnesses[hit.witness]
  if (text[there] === keys[at] || witness === undefined) return undefined
  const left = sharedBefore(keys, at, text, there)
  const long = gapAfter(keys, at, text, there)
  const gap = long ?? closingAfter(own, keys, at, { witness, text, there })
  if (gap === undefined || (long === undefined && left < CLOSING)) return undefined
  if (isOwnOrRuled(comparison, at, gap.own, hit)) return undefined
  // What the other work's own witnesses outvote is no quotation of this one.
  const index = elsewhere.readingTexts[hit.work]?.[hit.witness]
  const first = index?.[there - 1] ?? -1
  const read = Array.from({ length: gap.other + 2 }, (_, k) => index?.[there - 1 + k] ?? -1)
  if (first < 0 || read.some((i, k) => i !== first + k)) return undefined
  const quoted = isQuoted(witness, there)
  const agreeing = left + gap.right
  if (long !== undefined) {
    if (agreeing < (quoted ? QUOTED : SURE)) return undefined
    if (!quoted && Math.min(left, gap.right) < PARAPHRASE) return undefined
  }
  const tokens = witness.tokens.slice(there, there + gap.other)
  return {
    at,
    length: gap.own,
    suggestion: tokens.map((t) => t.t).join(''),
    agreeing,
    quoted,
    place: spanOf(witness, there - left, there + gap.other + gap.right),
  }
}

/** Whether the voice that speaks elsewhere has the stretch here too, or an editor has settled it. */
function isOwnOrRuled(
  { own, elsewhere, ruled }: Comparison,
  at: number,
  length: number,
  hit: Hit,
): boolean {
  const { voices, concordance } = elsewhere
  const other = concordance.works[hit.work]
  if (other === undefined) return true
  const around = own.lemma.slice(Math.max(0, at - 1), at + length + 1)
  const holders =
    around[0]?.tokens.flatMap((t, w) => (t >= 0 ? [voices.of(own.work, w)] : [])) ?? []
  return holders.includes(voices.of(other, hit.witness)) || around.some((c) => ruled.has(c.unit))
}

function suspicionOf({ work, lemma }: QuotedWork, difference: Difference): Suspicion {
  const { at, length, suggestion, agreeing, quoted, place } = difference
  const read = (from: number, to: number): string =>
    lemma
      .slice(Math.max(0, from), to)
      .map((c) => c.t)
      .join('')
  const end = at + length
  return {
    work: work.spec.id,
    places: placesOf(work, lemma, at, length),
    text: `${read(at - 8, at)}［${read(at, end)}］${read(end, end + 8)}`,
    suggestion,
    evidence: [
      {
        method: '他校',
        supports: suggestion,
        weight: Math.min(5, 0.2 * Math.min(agreeing, 24)),
        reason: { kind: 'quotation', text: suggestion, agreeing, quoted, alone: true },
        places: [place],
      },
    ],
    certainty: quoted ? 'medium' : 'low',
  }
}

/** Number of characters on each side that differ before the texts agree again. */
function gapAfter(keys: string, at: number, text: string, there: number) {
  for (let sum = 1; sum <= 2 * GAP; sum += 1) {
    for (let own = Math.max(0, sum - GAP); own <= Math.min(sum, GAP); own += 1) {
      const other = sum - own
      const probe = keys.slice(at + own, at + own + SIDE)
      if (probe.length < SIDE || !text.startsWith(probe, there + other)) continue
      let right = SIDE
      while (
        right < 24 &&
        at + own + right < keys.length &&
        keys[at + own + right] === text[there + other + right]
      )
        right += 1
      return { own, other, right }
    }
  }
  return undefined
}

/**
 * One or two characters in the place of as many others, after which both sentences end alike: a report that
 * takes over one sentence goes on in words of its own, so that nothing further can agree.
 */
function closingAfter(
  { work, lemma }: QuotedWork,
  keys: string,
  at: number,
  other: { readonly witness: TokenizedWitness; readonly text: string; readonly there: number },
) {
  for (const length of [1, 2]) {
    for (let right = 2; right < SIDE; right += 1) {
      const [own, its] = [at + length + right, other.there + length + right]
      if (keys.slice(at + length, own) !== other.text.slice(other.there + length, its)) break
      const ends = lemma[own - 1]?.tokens.some((t, w) => isSentenceEnd(work.witnesses[w], t))
      if (ends === true && isSentenceEnd(other.witness, its - 1))
        return { own: length, other: length, right }
    }
  }
  return undefined
}

const isSentenceEnd = (witness: TokenizedWitness | undefined, at: number): boolean =>
  witness?.tokens[at]?.after.some((mark) => /[。！？；!?;]/u.test(mark.t)) ?? false

function sharedBefore(keys: string, at: number, text: string, there: number): number {
  let n = 0
  while (n < 24 && n < at && n < there && keys[at - 1 - n] === text[there - 1 - n]) n += 1
  return n
}

/** Where the witnesses have the stretch; where it is empty, the character before it. */
export function placesOf(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  at: number,
  length: number,
): SourceSpan[] {
  const [first, last] =
    length === 0 ? [lemma[at - 1], lemma[at - 1]] : [lemma[at], lemma[at + length - 1]]
  return work.witnesses.flatMap((witness, w) => {
    const [from, to] = [first?.tokens[w] ?? -1, last?.tokens[w] ?? -1]
    return from < 0 || to < from ? [] : [spanOf(witness, from, to + 1)]
  })
}
