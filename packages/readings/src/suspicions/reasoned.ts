import type { Reason } from '@huijiao/ast'
import type { CollatedWork, Decision, LemmaCharacter, Suspicion } from '@huijiao/model'
import { attraction, keyOf, lexicon, lookAlike, segmentWords, soundAlike } from '@huijiao/text'
import { impossible } from '../evidence/numbers.ts'
import type { WordModel } from '../learn/words.ts'
import { guideOf } from '../loci/guide.ts'
import { confused } from './confused.ts'
import { placesOf } from './quoted.ts'

/** Nats that the words must gain for a doubled character to be suspected. */
const GAIN = 3

/**
 * 理校 of text that no other witness checks: impossible numbers, doubled characters that make no word, set
 * phrases of which one character is replaced by one of like shape or sound, and characters outside of any
 * word where one of like shape or sound would make one.
 */
export function suspectReasoned(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  decisions: readonly Decision[],
  words: WordModel,
): Suspicion[] {
  const decided = new Set(decisions.map((d) => d.locus.unit))
  const text = lemma.map((c) => c.t)
  const keys = lemma.map((c) => keyOf(c.t))
  const { marks } = guideOf(work, decisions)
  const result: Suspicion[] = []
  const add = (at: number, length: number, suggestion: string | null, reason: Reason): void => {
    if (lemma.slice(at, at + length).some((c) => decided.has(c.unit))) return
    const context = (from: number, to: number): string => text.slice(Math.max(0, from), to).join('')
    result.push({
      work: work.spec.id,
      places: placesOf(work, lemma, at, length),
      text: `${context(at - 8, at)}［${context(at, at + length)}］${context(at + length, at + length + 8)}`,
      suggestion,
      evidence: [{ method: '理校', supports: suggestion ?? '', weight: 2, reason, places: [] }],
      certainty: 'low',
    })
  }
  for (const [at, key] of keys.entries()) {
    if (/\d/u.test(key) && !/\d/u.test(keys[at - 1] ?? '')) {
      const fault = impossible(
        keys.slice(Math.max(0, at - 3), at).join(''),
        '',
        keys.slice(at, at + 10).join(''),
      )
      if (fault !== undefined) add(at, [...fault].length, null, { kind: 'number', fault })
    }
    const together = key === keys[at - 1] && (marks[at - 1] ?? '').trim() === ''
    if (together && /\p{Script=Han}/u.test(key) && doubled(keys, at, words)) {
      add(at, 1, '', { kind: 'dittography', repeated: key })
    }
    const phrase = keys.slice(at, at + 4).join('')
    const intended = phrase.length === 4 ? setPhraseFor(phrase, work) : null
    if (intended !== null)
      add(at, 4, intended, { kind: 'set-phrase', phrase: intended, found: phrase })
  }
  for (const { at, suggestion, word, like } of confused(lemma, marks, words)) {
    const reason: Reason = {
      kind: 'confusion',
      found: keys[at] ?? '',
      right: suggestion,
      word,
      like,
    }
    add(at, 1, suggestion, reason)
  }
  return result
}

/** Whether the text falls into words much better without the second of two like characters. */
function doubled(keys: readonly string[], at: number, words: WordModel): boolean {
  const left = keys.slice(Math.max(0, at - 6), at).join('')
  const right = keys.slice(at + 1, at + 7).join('')
  const pair = `${keys[at]}${keys[at]}`
  if (lexicon().isWord(pair) || saidTwice(keys[at] ?? '', words)) return false
  const whole = segmentWords(left + (keys[at] ?? '') + right)
  const less = segmentWords(left + right)
  const single = (of: readonly string[]): number => of.filter((w) => w.length === 1).length
  return single(whole.words) > single(less.words) && whole.cost - less.cost >= GAIN
}

/** Whether texts of the work's language double the character, or are not known to use it: 萋萋 and 磔磔 stand by right. */
const saidTwice = (key: string, { counts }: WordModel): boolean => attraction(key, key, counts) >= 0

let phrases: Phrases | undefined

/** What was found for four characters, by the witnesses of the work: after a ruling nearly all of them are as before. */
const sought = new WeakMap<CollatedWork['witnesses'], Map<string, string | null>>()

/** The set phrase that four characters, no words themselves, miss by one of like shape or sound. */
function setPhraseFor(text: string, { witnesses }: CollatedWork): string | null {
  const known = sought.get(witnesses) ?? new Map<string, string | null>()
  sought.set(witnesses, known)
  const found = known.get(text) ?? (known.has(text) ? null : phraseLike(text))
  known.set(text, found)
  return found
}

function phraseLike(text: string): string | null {
  phrases ??= index()
  const { byRest, halves } = phrases
  // One of the two halves is that of the phrase: nearly all text is done with here.
  if (!halves.has(`${text.slice(0, 2)}**`) && !halves.has(`**${text.slice(2)}`)) return null
  for (let k = 0; k < 4; k += 1) {
    for (const phrase of byRest.get(`${text.slice(0, k)}*${text.slice(k + 1)}`) ?? []) {
      const [a, b] = [text[k] ?? '', phrase[k] ?? '']
      if ((lookAlike(a, b) || soundAlike(a, b)) && fragments(text)) return phrase
    }
  }
  return null
}

/** Whether four characters are no word and fall apart. */
const fragments = (text: string): boolean =>
  !lexicon().isWord(text) && segmentWords(text).words.filter((w) => w.length === 1).length >= 2

/** Set phrases of four characters, found by parts of them. */
interface Phrases {
  /** By all but one of their characters: `青*竹马`. */
  readonly byRest: ReadonlyMap<string, readonly string[]>
  /** Their first and their second halves: `青梅**`, `**竹马`. */
  readonly halves: ReadonlySet<string>
}

function index(): Phrases {
  const byRest = new Map<string, string[]>()
  const halves = new Set<string>()
  for (const phrase of lexicon().phrases) {
    for (let k = 0; k < 4; k += 1) {
      const key = `${phrase.slice(0, k)}*${phrase.slice(k + 1)}`
      byRest.set(key, [...(byRest.get(key) ?? []), phrase])
    }
    halves.add(`${phrase.slice(0, 2)}**`).add(`**${phrase.slice(2)}`)
  }
  return { byRest, halves }
}
