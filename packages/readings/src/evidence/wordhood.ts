import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { lexicon, lookAlike, type Segmented, soundAlike } from '@huijiao/text'
import type { EvidenceContext } from '../types.ts'

/** Nats for each nat by which the words with a set phrase cost less: whole words are likelier than they cost. By judgement. */
const SLOPE = 0.6
/** Most nats of words, as their kinds have it. */
const MOST = 3
/** Nats below which evidence is not worth naming: odds of 1.05 to 1. */
const LEAST = 0.05
/** Characters of a usual set phrase. */
const LONGEST_PHRASE = 4
/** Differences below this are what common words have over rare ones. */
const TOLERANCE = 0.1

/** 理校: a set phrase that the reading completes, where no other makes one. */
export function completedPhrase(_locus: Locus, context: EvidenceContext): Evidence[] {
  const { segmented } = context
  const costs = segmented.map((s) => s.cost)
  const worst = Math.max(...costs)
  // A passage has set phrases of its own, which say nothing of its place here.
  const lengths = context.candidates.map((c) => c.key.length)
  if (Math.max(...lengths) - Math.min(...lengths) > LONGEST_PHRASE) return []
  return phrasesOf(context).flatMap((phrase, i): Evidence[] => {
    const weight = Math.min(MOST, SLOPE * (worst - (costs[i] ?? worst) - TOLERANCE))
    if (phrase === undefined || weight < LEAST) return []
    return [
      {
        method: '理校',
        supports: context.candidates[i]?.text ?? '',
        weight,
        reason: { kind: 'set-phrase', phrase },
        places: [],
      },
    ]
  })
}

/**
 * 理校: words. A reading that the words around hold, where another leaves fragments of them (see `cohesion`); that
 * a character is common counts for nothing.
 */
export function wordhood(_locus: Locus, context: EvidenceContext): Evidence[] {
  const phrases = phrasesOf(context)
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const weight = Math.min(MOST, context.held[i] ?? 0)
    if (phrases[i] !== undefined || weight < LEAST) return []
    return [
      {
        method: '理校',
        supports: candidate.text,
        weight,
        reason: { kind: 'wordhood', words: wordsNear(context.segmented[i]) },
        places: [],
      },
    ]
  })
}

/** By candidate: the set phrase that it alone completes. */
const phrasesOf = ({ segmented }: EvidenceContext): (string | undefined)[] =>
  segmented.map((own, i) =>
    setPhrase(
      own,
      segmented.filter((_, k) => k !== i),
    ),
  )

/** 形近: the broken reading looks like the whole one. */
export const looksAlike = (_locus: Locus, context: EvidenceContext): Evidence[] =>
  broken(context, 'look-alike')

/** 音近: the broken reading sounds like the whole one, and does not look like it. */
export const soundsAlike = (_locus: Locus, context: EvidenceContext): Evidence[] =>
  broken(context, 'sound-alike')

function broken(context: EvidenceContext, kind: 'look-alike' | 'sound-alike'): Evidence[] {
  const costs = context.segmented.map((s) => s.cost)
  const best = costs.indexOf(Math.min(...costs))
  const winner = context.candidates[best]
  if (winner === undefined) return []
  return context.candidates.flatMap((other, i): Evidence[] => {
    if (i === best || other.key.length !== winner.key.length || other.key.length > 3) return []
    if ((costs[i] ?? 0) - (costs[best] ?? 0) < 1.5) return []
    const pairs = [...other.key]
      .map((c, k) => [c, winner.key[k] ?? ''] as const)
      .filter(([a, b]) => a !== b)
    const shape = pairs.length > 0 && pairs.every(([a, b]) => lookAlike(a, b))
    const sound = pairs.length > 0 && pairs.every(([a, b]) => soundAlike(a, b))
    if (kind === 'look-alike' ? !shape : shape || !sound) return []
    return [
      {
        method: '理校',
        supports: winner.text,
        weight: 0.8,
        reason: { kind, found: other.text, right: winner.text },
        places: [],
      },
    ]
  })
}

/** A set phrase that only this reading has, where no other makes one: two wordings of one phrase settle nothing. */
function setPhrase(own: Segmented | undefined, others: readonly Segmented[]): string | undefined {
  const idioms = (s: Segmented | undefined): string[] =>
    s?.words.filter((w) => lexicon().isIdiom(w)) ?? []
  const [mine, most] = [idioms(own), Math.max(0, ...others.map((o) => idioms(o).length))]
  return mine.length > most
    ? mine.find((w) => others.every((o) => !o.words.includes(w)))
    : undefined
}

const wordsNear = (s: Segmented | undefined): string[] => {
  const words = s?.words ?? []
  const middle = Math.floor(words.length / 2)
  return words.slice(Math.max(0, middle - 2), middle + 2)
}
