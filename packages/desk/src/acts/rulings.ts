import { type NewRuling, withRulings } from '@huijiao/parse'
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { RulingAct } from '../protocol/acts.ts'
import { ActError } from './error.ts'
import { textOfDocument } from './text.ts'

/** Who decides, and on which day, year-month-day. */
export interface Signature {
  readonly by: string
  readonly date: string
}

/** The keys of a ruling in the order in which they are written. */
const KEYS = [
  'work',
  'locus',
  'reading',
  'gap',
  'extent',
  'method',
  'reason',
  'citation',
  'by',
  'date',
  'certainty',
]

/**
 * The text of a `rulings.yaml` after an act. Comments are kept; what is not touched stays as it is.
 *
 * @throws {ActError} where the act does not fit the file.
 */
export function rulingsAfter(text: string, act: RulingAct, { by, date }: Signature): string {
  const { of } = act
  if (of === undefined) {
    return act.kind === 'rule' ? withRulings(text, [{ ...act.ruling, by, date }]) : text
  }
  const document = parseDocument(text)
  const list = document.contents
  const { index, work, locus } = of
  const item = isSeq(list) && document.errors.length === 0 ? list.items[index] : undefined
  if (!isSeq(list) || !isMap(item) || !says(item, { work, locus })) {
    throw new ActError({ why: 'no-ruling', locus })
  }
  if (act.kind === 'withdraw') {
    list.delete(index)
    return list.items.length === 0 && document.commentBefore == null
      ? ''
      : textOfDocument(document, text)
  }
  const ruling: NewRuling = { ...act.ruling, by, date }
  for (const key of KEYS) {
    const value = ruling[key as keyof NewRuling]
    if (value === undefined) document.deleteIn([index, key])
    else document.setIn([index, key], value)
  }
  return textOfDocument(document, text)
}

const says = (ruling: YAMLMap, values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(values).every(([key, value]) => ruling.get(key) === value)
