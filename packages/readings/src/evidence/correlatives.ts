import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import { fold, segmentWords } from '@huijiao/text'
import table from '../../data/correlatives.json' with { type: 'json' }
import type { EvidenceContext } from '../types.ts'

/** 理校: a reading that completes a pair of correlatives (不仅……还) whose other half the sentence has. */
export function correlatives(_locus: Locus, context: EvidenceContext): Evidence[] {
  const left = sentenceEnd(context.leftFolded)
  const right = sentenceStart(context.rightFolded)
  const completed = context.candidates.map((c) => complete(left, fold(c.marked), right))
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const pair = completed[i]?.find((p) => completed.some((o, k) => k !== i && !o.includes(p)))
    if (pair === undefined) return []
    const alone = completed.every((o, k) => k === i || o.length < (completed[i]?.length ?? 0))
    return alone
      ? [
          {
            method: '理校',
            supports: candidate.text,
            weight: 2.8,
            reason: { kind: 'correlatives', pair },
            places: [],
          },
        ]
      : []
  })
}

const sentenceEnd = (text: string): string => text.split(/[。！？]/u).at(-1) ?? ''
const sentenceStart = (text: string): string => text.split(/[。！？]/u)[0] ?? ''

/** Pairs of which one half touches the reading and the other occurs in the same sentence. */
function complete(left: string, reading: string, right: string): string[] {
  const sentence = left + reading + right
  const start = left.length
  const end = start + reading.length
  // Of an omission the characters on both sides touch.
  const touches = (at: number, length: number): boolean =>
    reading === '' ? at < start && at + length > start : at < end && at + length > start
  const found: string[] = []
  for (const [open, closes] of table.pairs as [string, string[]][]) {
    if (open.length < 2) continue
    for (let at = sentence.indexOf(open); at >= 0; at = sentence.indexOf(open, at + 1)) {
      for (const close of closes) {
        const second = partner(sentence, close, at + open.length)
        if (second === undefined) continue
        if (touches(at, open.length) || touches(second, close.length))
          found.push(`${open}……${close}`)
      }
    }
  }
  return found
}

/** Offsets at which the second half is a word of its own: at the head of a later clause, the subject aside. */
function partner(sentence: string, close: string, from: number): number | undefined {
  for (let at = sentence.indexOf(close, from); at >= 0; at = sentence.indexOf(close, at + 1)) {
    const clause = Math.max(...['，', '；', '、'].map((m) => sentence.lastIndexOf(m, at)))
    if (clause < from || at - clause > 5) continue
    if (isWordAt(sentence.slice(clause + 1, at + WORD_REACH), at - clause - 1, close)) return at
  }
  return undefined
}

/** Characters after the second half in which its word must end: the longest of the table has four. By judgement. */
const WORD_REACH = 8

/** Whether the conjunction occurs there as such (才, 才能), not as part of another word (人才, 才华). */
function isWordAt(clause: string, at: number, conjunction: string): boolean {
  let begin = 0
  for (const word of segmentWords(clause).words) {
    if (begin === at) {
      const rest = word.slice(conjunction.length)
      return rest === '' || conjunction.startsWith(word) || table.auxiliaries.includes(rest)
    }
    begin += word.length
    if (begin > at) return false
  }
  return false
}
