import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { lexicon, segmentWords } from '@huijiao/text'
import type { Candidate, EvidenceContext } from '../types.ts'
import { type Addition, additionsIn, RUN, repeats } from './repeats.ts'

/** 理校, 衍: a longer reading that only repeats its neighbour (dittography). */
export function dittography(_locus: Locus, context: EvidenceContext): Evidence[] {
  return additionsIn(context).flatMap((addition): Evidence[] => {
    const { shorter, extra } = addition
    const single = extra.length < RUN
    if (!repeats(addition) || (single && standsByRight(addition, context))) return []
    if (lexicon().isVerb(extra)) return []
    return [
      {
        method: '理校',
        supports: shorter.text,
        weight: single ? 2.5 : 3,
        reason: { kind: 'dittography', repeated: extra },
        places: [],
      },
    ]
  })
}

/** Whether punctuation separates the reading from its neighbour on that side: then it is no repetition of one word. */
const parted = (candidate: Candidate, side: 0 | 1): boolean => candidate.marks[side].trim() !== ''

/** 理校, 脫: the eye skipped from one place to a like one (homoeoteleuton). */
export function eyeSkip(_locus: Locus, context: EvidenceContext): Evidence[] {
  return omissions(context).flatMap(({ longer, extra, skip }): Evidence[] =>
    skip === undefined
      ? []
      : [
          {
            method: '理校',
            supports: longer.text,
            weight: Math.min(4, 2 + 0.5 * skip.length + (extra.length >= 8 ? 0.5 : 0)),
            reason: { kind: 'eye-skip', at: skip },
            places: [],
          },
        ],
  )
}

/** 理校, 脫: a copyist drops more easily than he adds, where nothing explains the omission better. */
export function omission(_locus: Locus, context: EvidenceContext): Evidence[] {
  return omissions(context).flatMap(({ longer, extra, skip }): Evidence[] => {
    if (skip !== undefined || (extra.length < 6 && context.longer < 0.05)) return []
    return [
      {
        method: '理校',
        supports: longer.text,
        weight: extra.length >= 6 ? 3 : context.longer,
        reason: { kind: 'omission' },
        places: [],
      },
    ]
  })
}

/** Readings that add to another something that does not repeat its neighbour. */
function omissions(
  context: EvidenceContext,
): { longer: Candidate; extra: string; skip: string | undefined }[] {
  return additionsIn(context).flatMap((addition) => {
    const { longer, extra, left, right } = addition
    return repeats(addition) ? [] : [{ longer, extra, skip: skipped(extra, left, right) }]
  })
}

/**
 * 理校: a reading that makes neighbouring members of a list the same, or clauses; clauses less, for people do
 * say a thing twice.
 */
export function repetition(_locus: Locus, context: EvidenceContext): Evidence[] {
  const repeated = context.candidates.map((c) =>
    repeatedMember(context.left + c.marked + context.right),
  )
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const other = repeated.find((r, k) => k !== i && r !== undefined)
    if (repeated[i] !== undefined || other === undefined) return []
    return [
      {
        method: '理校',
        supports: candidate.text,
        weight: other.listed ? 2.8 : 1.2,
        reason: { kind: 'repetition', member: other.member },
        places: [],
      },
    ]
  })
}

/** Two members parted by a mark that are the same, of two characters or more. */
function repeatedMember(text: string): { member: string; listed: boolean } | undefined {
  const parts = text.split(/([、，；])/u)
  const bare = (k: number): string => (parts[k] ?? '').replace(/[“”‘’《》（）]/gu, '')
  for (let i = 0; i + 2 < parts.length; i += 2) {
    const a = bare(i)
    const b = bare(i + 2).replace(/[。：？！].*$/u, '')
    if (b.length >= 2 && (a === b || a.endsWith(b)) && !/^\p{N}+$/u.test(b))
      return { member: b, listed: parts[i + 1] === '、' }
  }
  return undefined
}

/** Whether a character stands twice by right: a mark parts the two, or a word ends with one and another begins. */
function standsByRight(addition: Addition, context: EvidenceContext): boolean {
  const { longer, shorter, extra, left, right } = addition
  const beside =
    (left.endsWith(extra) && !parted(longer, 0)) || (right.startsWith(extra) && !parted(longer, 1))
  return !beside || wordsKeepApart(longer, shorter, context)
}

/** Whether a word boundary separates the doubled characters (医学会｜会员): then both are correct. */
function wordsKeepApart(longer: Candidate, shorter: Candidate, context: EvidenceContext): boolean {
  const left = context.leftKey.slice(-6)
  const right = context.rightKey.slice(0, 6)
  const whole = segmentWords(left + longer.key + right)
  const less = segmentWords(left + shorter.key + right)
  const edge = left.length + longer.key.length
  if (reduplicated(whole.words, edge)) return true
  const single = (words: readonly string[]): number => words.filter((w) => w.length === 1).length
  return single(whole.words) <= single(less.words)
}

/** A word such as 常常 that doubles its character. */
function reduplicated(words: readonly string[], edge: number): boolean {
  let at = 0
  for (const w of words) {
    const end = at + w.length
    if (at <= edge && edge <= end && w.length === 2 && w[0] === w[1] && lexicon().isWord(w))
      return true
    at = end
  }
  return false
}

/** The text from which the eye skipped: the omitted text ends as what precedes it, or begins as what follows. */
function skipped(extra: string, left: string, right: string): string | undefined {
  if (extra.length < 3) return undefined
  for (let n = Math.min(6, extra.length - 1); n >= 2; n -= 1) {
    const tail = extra.slice(-n)
    if (left.endsWith(tail)) return tail
    const head = extra.slice(0, n)
    if (right.startsWith(head)) return head
  }
  return undefined
}
