import { message, type Problem } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'
import type { Ruling } from './ruling.ts'

/** A quotation that fits no place of its work, or more than one. */
export function unplaced(ruling: Ruling, count: number): VFileMessage {
  const actual = `${ruling.before}{${ruling.marked}}${ruling.after}`
  return count === 0
    ? complain(
        ruling,
        'ruling-unmatched',
        'The quotation stands nowhere in this work',
        'the words of a witness or of the reading text, unbroken, punctuation aside',
        actual,
        'Copy it from the text export or from a witness; braces go around what is to be replaced.',
      )
    : complain(
        ruling,
        'ruling-ambiguous',
        `The quotation fits ${count} places of this work`,
        'a quotation that fits one place',
        actual,
        'Lengthen it on either side.',
      )
}

/** A message at the ruling's locus. */
export function complain(
  ruling: Ruling,
  rule: string,
  reason: string,
  expected: string,
  actual: string,
  hint?: string,
  fatal = true,
): VFileMessage {
  const problem: Problem = { file: ruling.file, ...ruling.place, rule, reason, expected, actual }
  return message(hint === undefined ? problem : { ...problem, hint }, fatal)
}
