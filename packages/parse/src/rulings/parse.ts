import type { Certainty, Method, RulingNote } from '@huijiao/ast'
import schema from '../../schema/rulings.schema.json' with { type: 'json' }
import { checkYaml, type YamlPlace } from '../config/yaml.ts'
import { InputError, message } from '../message.ts'

/** One decision of the editor, as `rulings.yaml` has it. */
export interface Ruling {
  readonly work: string
  /** The quotation in three parts: before the braces, within them, after them. */
  readonly before: string
  readonly marked: string
  readonly after: string
  /** What the text shall read in place of what is marked. */
  readonly reading: string
  readonly method: Method
  readonly certainty: Certainty
  readonly note: RulingNote
  readonly cause?: 'noise' | 'variation'
  readonly file: string
  /** Place of the ruling's locus in the file. */
  readonly place: YamlPlace
}

interface RawRuling {
  work: string
  locus: string
  reading: string
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
  const problems: Parameters<typeof message>[0][] = []
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
    const { reason, citation, by, date } = raw
    return {
      work: raw.work,
      before: parts?.[1] ?? '',
      marked: parts?.[2] ?? '',
      after: parts?.[3] ?? '',
      reading: raw.reading,
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
