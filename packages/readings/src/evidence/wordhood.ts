import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { lexicon, lookAlike, type Segmented, soundAlike } from '@huijiao/text'
import type { EvidenceContext } from '../types.ts'

const SLOPE = 0.6
const MOST = 3
const LEAST = 0.05
/** Differences below this are what common words have over rare ones. */
const TOLERANCE = 0.1

/**
 * 理校: words. A reading that the words around hold, where another leaves fragments of them (see
 * `cohesion`), or that completes a set phrase; that a character is common counts for nothing.
 */
export function wordhood(_locus: Locus, context: EvidenceContext): Evidence[] {
  const { segmented } = context
  const costs = segmented.map((s) => s.cost)
  const worst = Math.max(...costs)
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const phrase = setPhrase(
      segmented[i],
      segmented.filter((_, k) => k !== i),
    )
    const gain = worst - (costs[i] ?? worst) - TOLERANCE
    const weight = Math.min(MOST, phrase === undefined ? (context.held[i] ?? 0) : SLOPE * gain)
    if (weight < LEAST) return []
    return [
      {
        method: '理校',
        supports: candidate.text,
        weight,
        reason:
          phrase === undefined
            ? { kind: 'wordhood', words: wordsNear(segmented[i]) }
            : { kind: 'set-phrase', phrase },
        places: [],
      },
    ]
  })
}

/** 形近、音近: the broken reading looks or sounds like the whole one. */
export function confusable(_locus: Locus, context: EvidenceContext): Evidence[] {
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
    if (!shape && !sound) return []
    return [
      {
        method: '理校',
        supports: winner.text,
        weight: 0.8,
        reason: {
          kind: shape ? 'look-alike' : 'sound-alike',
          found: other.text,
          right: winner.text,
        },
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
