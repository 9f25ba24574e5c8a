import type { Certainty, Method } from '@huijiao/ast'
import { InputError, message, type Problem } from '@huijiao/model'
import type { Ruling } from '@huijiao/readings'
import schema from '../../schema/rulings.schema.json' with { type: 'json' }
import { checkYaml } from './yaml.ts'

interface RawRuling {
  work: string
  locus: string
  reading?: string
  gap?: 'missing' | 'none'
  extent?: string
  method: Method
  reason: string
  citation?: string
  by: string
  date: string
  certainty?: Certainty
  cause?: 'noise' | 'variation'
}

/**
 * Reads the text of a `rulings.yaml`.
 *
 * @param path name of the file for messages.
 * @throws {InputError} with every problem at its line and column.
 */
export function parseRulings(yaml: string, path: string): Ruling[] {
  const { value, placeOf } = checkYaml(yaml, path, schema)
  const problems: Problem[] = []
  const rulings = ((value ?? []) as RawRuling[]).map((raw, i): Ruling => {
    const place = placeOf([i, 'locus'])
    const parts = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/u.exec(raw.locus)
    if (parts === null) {
      problems.push({
        file: path,
        ...place,
        rule: 'ruling-marking',
        reason: 'A locus is a quotation with one place marked by braces',
        expected: '前文{异文}后文',
        actual: raw.locus,
      })
    }
    const problem = faultOf(raw, parts?.[2])
    if (problem !== undefined)
      problems.push({ file: path, ...placeOf([i, problem.key]), ...problem.says })
    const { reason, citation, by, date } = raw
    return {
      work: raw.work,
      before: parts?.[1] ?? '',
      marked: parts?.[2] ?? '',
      after: parts?.[3] ?? '',
      reading: raw.reading ?? '',
      ...(raw.gap === undefined ? {} : { gap: raw.gap }),
      ...(raw.extent === undefined ? {} : { extent: raw.extent }),
      method: raw.method,
      certainty: raw.certainty ?? 'high',
      note: { reason, by, date, ...(citation === undefined ? {} : { citation }) },
      ...(raw.cause === undefined ? {} : { cause: raw.cause }),
      file: path,
      place,
    }
  })
  if (problems.length > 0) throw new InputError(problems.map((p) => message(p)))
  return rulings
}

type Says = Pick<Problem, 'rule' | 'reason' | 'expected' | 'actual' | 'hint'>

/** What a ruling lacks or has too much of, with the key at fault. */
function faultOf(
  { reading, gap, extent }: RawRuling,
  marked: string | undefined,
): { key: keyof RawRuling; says: Says } | undefined {
  if (gap === undefined && reading === undefined) {
    return {
      key: 'locus',
      says: {
        rule: 'missing-key',
        reason: 'A ruling says how to read the place, or whether text is missing there',
        expected: 'a key reading or gap',
        actual: 'neither',
      },
    }
  }
  if (gap !== undefined && reading !== undefined) {
    return {
      key: 'reading',
      says: {
        rule: 'ruling-gap',
        reason: 'A ruling on a gap has no reading',
        expected: 'a key reading or gap',
        actual: 'both',
        hint: 'Text that fills the gap is a reading without the key gap.',
      },
    }
  }
  if (gap !== undefined && marked !== undefined && marked !== '') {
    return {
      key: 'locus',
      says: {
        rule: 'ruling-gap',
        reason: 'A gap is a point between two characters',
        expected: '前文{}后文',
        actual: `{${marked}}`,
      },
    }
  }
  if (extent !== undefined && gap !== 'missing') {
    return {
      key: 'extent',
      says: {
        rule: 'ruling-gap',
        reason: 'Only of missing text can it be said how much it is',
        expected: 'gap: missing beside it',
        actual: gap === undefined ? 'no gap' : `gap: ${gap}`,
      },
    }
  }
  return undefined
}
