import type { CollatedWork, Locus } from '@huijiao/model'
import type { Kinship } from '../voices/kinship.ts'
import type { Voices } from '../voices/voices.ts'
import type { Weighed } from './weigh.ts'

/** A locus with the probabilities of its readings by all evidence but the witnesses' number. */
export interface Apart {
  readonly locus: Locus
  readonly weighed: readonly Weighed[]
}

/** A reading is an error where the other evidence leaves it no more than this probability. */
const ERROR = 0.2
/** Errors that voices share by chance, as a share of all: the same slip twice, and sound readings taken for errors. */
const COINCIDENCE = 0.15
/** Below this chance kinship is suspected; below the second it is held for certain. */
const SUSPECTED = 1e-3
/** One chance in a hundred thousand: an edition has few pairs of voices, and two that are held to be one are never heard apart. */
const CERTAIN = 1e-5

/**
 * Finds voices that share errors. Agreement in sound readings says nothing of kinship, agreement in errors
 * much: independent copyists seldom err alike in the same place. (The method of common errors, Karl Lachmann.)
 */
export function kinships(work: CollatedWork, loci: readonly Apart[], voices: Voices): Kinship[] {
  const wrong = new Map<string, number>()
  const shared = new Map<string, number>()
  const seen = new Set<string>()
  for (const { locus, weighed } of loci) {
    const readings = readingsByVoice(work, locus, voices)
    // Of two voices no third tells which errs alone.
    if (readings.size < 3) continue
    const errors = [...readings]
      .filter(([, text]) => (weighed.find((w) => w.text === text)?.probability ?? 0) <= ERROR)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    if (errors.length === 0 || errors.length === readings.size) continue
    // The same variant in many places is one habit, not many errors.
    const variant = JSON.stringify([...readings].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (seen.has(variant)) continue
    seen.add(variant)
    for (const [voice] of errors) wrong.set(voice, (wrong.get(voice) ?? 0) + 1)
    for (const [i, [a, text]] of errors.entries()) {
      for (const [b, other] of errors.slice(i + 1)) {
        if (text === other) shared.set(`${a}\u0000${b}`, (shared.get(`${a}\u0000${b}`) ?? 0) + 1)
      }
    }
  }
  return [...shared].flatMap(([pair, count]): Kinship[] => {
    const [a = '', b = ''] = pair.split('\u0000')
    const of = Math.min(wrong.get(a) ?? 0, wrong.get(b) ?? 0)
    const chance = tail(count, of, COINCIDENCE)
    if (chance > SUSPECTED) return []
    return [
      { work: work.spec.id, voices: [a, b], shared: count, of, chance, one: chance <= CERTAIN },
    ]
  })
}

/** The reading of each family or independent witness that has the same one in all its copies. */
function readingsByVoice(
  work: CollatedWork,
  locus: Locus,
  voices: Voices,
): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>()
  for (const { text, witnesses } of locus.readings) {
    for (const w of witnesses) {
      const voice = voices.of(work, w)
      found.set(voice, found.has(voice) && found.get(voice) !== text ? undefined : text)
    }
  }
  return new Map([...found].flatMap(([v, t]) => (t === undefined ? [] : [[v, t] as const])))
}

/** Probability of at least `k` of `n` where each has probability `p`. */
function tail(k: number, n: number, p: number): number {
  let term = (1 - p) ** n
  let below = 0
  for (let i = 0; i < k; i += 1) {
    below += term
    term *= ((n - i) / (i + 1)) * (p / (1 - p))
  }
  return Math.max(0, 1 - below)
}
