import type { SourceSpan } from '@huijiao/ast'
import type {
  CollatedWork,
  Decision,
  LemmaCharacter,
  Suspicion,
  TokenizedWitness,
} from '@huijiao/model'
import { keyOf } from '@huijiao/text'
import type { Concordance } from '../evidence/concordance.ts'
import { isQuoted, spanOf } from '../evidence/parallels.ts'
import type { Voices } from '../voices/voices.ts'

/** Characters that must agree on each side of a difference, without a break. */
const SIDE = 4
/** The longest difference that is still one passage. */
const GAP = 6
/** Agreeing characters on each side, and on both together, that words outside quotation marks need. */
const PARAPHRASE = 10
const SURE = 30
/** Agreeing characters on both sides together that words in quotation marks need. */
const QUOTED = 12
/** Agreeing characters before one or two others that need only the rest of the sentence after them. */
const CLOSING = 12

/**
 * 他校 where no variant calls for it: passages that other works in other files quote with different words.
 * The direct witnesses can agree and be wrong.
 *
 * @param readingTexts by work and witness: for each token its index in the work's reading text, or -1.
 */
export function suspectQuoted(
  work: CollatedWork,
  workIndex: number,
  lemma: readonly LemmaCharacter[],
  decisions: readonly Decision[],
  concordance: Concordance,
  voices: Voices,
  readingTexts: readonly (readonly Int32Array[])[],
): Suspicion[] {
  const keys = concordance.encode(lemma.map((c) => keyOf(c.t)))
  const ruled = new Set(decisions.flatMap((d) => (d.ruling === undefined ? [] : [d.locus.unit])))
  const found = new Map<string, Suspicion>()
  for (let at = SIDE; at + SIDE <= keys.length; at += 1) {
    for (const hit of concordance.find(keys.slice(at - SIDE, at))) {
      if (hit.work === workIndex) continue
      const text = concordance.text(hit.work, hit.witness)
      const there = hit.at + SIDE
      if (text[there] === keys[at]) continue
      const other = concordance.works[hit.work]
      const witness = other?.witnesses[hit.witness]
      if (other === undefined || witness === undefined) continue
      const left = sharedBefore(keys, at, text, there)
      const long = gapAfter(keys, at, text, there)
      const gap = long ?? closingAfter(work, lemma, keys, at, witness, text, there)
      if (gap === undefined || (long === undefined && left < CLOSING)) continue
      const voice = voices.of(other, hit.witness)
      const stretch = lemma.slice(at, at + gap.own)
      const around = lemma.slice(Math.max(0, at - 1), at + gap.own + 1)
      const holders = new Set(
        around[0]?.tokens.flatMap((t, w) => (t >= 0 ? [voices.of(work, w)] : [])) ?? [],
      )
      if (holders.has(voice) || around.some((c) => ruled.has(c.unit))) continue
      const suggestion = witness.tokens
        .slice(there, there + gap.other)
        .map((t) => t.t)
        .join('')
      const length = left + gap.right
      // What the other work's own witnesses outvote is no quotation of this one.
      const index = readingTexts[hit.work]?.[hit.witness]
      const first = index?.[there - 1] ?? -1
      const read = Array.from({ length: gap.other + 2 }, (_, k) => index?.[there - 1 + k] ?? -1)
      if (first < 0 || read.some((i, k) => i !== first + k)) continue
      const quoted = isQuoted(witness, there)
      if (long !== undefined) {
        if (length < (quoted ? QUOTED : SURE)) continue
        if (!quoted && Math.min(left, gap.right) < PARAPHRASE) continue
      }
      const context = (from: number, to: number): string =>
        lemma
          .slice(Math.max(0, from), to)
          .map((c) => c.t)
          .join('')
      found.set(`${at} ${suggestion}`, {
        work: work.spec.id,
        places: placesOf(work, lemma, at, gap.own),
        text: `${context(at - 8, at)}［${stretch.map((c) => c.t).join('')}］${context(at + gap.own, at + gap.own + 8)}`,
        suggestion,
        evidence: [
          {
            method: '他校',
            supports: suggestion,
            weight: Math.min(5, 0.2 * Math.min(length, 24)),
            reason: { kind: 'quotation', text: suggestion, agreeing: length, quoted, alone: true },
            places: [spanOf(witness, there - left, there + gap.other + gap.right)],
          },
        ],
        certainty: quoted ? 'medium' : 'low',
      })
    }
  }
  return [...found.values()]
}

/** How many characters differ on both sides until the texts agree again. */
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
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  keys: string,
  at: number,
  witness: TokenizedWitness,
  text: string,
  there: number,
) {
  for (const length of [1, 2]) {
    for (let right = 2; right < SIDE; right += 1) {
      const [own, its] = [at + length + right, there + length + right]
      if (keys.slice(at + length, own) !== text.slice(there + length, its)) break
      const ends = lemma[own - 1]?.tokens.some((t, w) => isSentenceEnd(work.witnesses[w], t))
      if (ends === true && isSentenceEnd(witness, its - 1))
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
