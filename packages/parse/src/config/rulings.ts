import type { Certainty, Method } from '@huijiao/ast'
import { fault, InputError, type MessagePlace, type RuleMessage } from '@huijiao/model'
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
  const problems: RuleMessage[] = []
  const rulings = ((value ?? []) as RawRuling[]).map((raw, i): Ruling => {
    const place = placeOf([i, 'locus'])
    const parts = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/u.exec(raw.locus)
    if (parts === null) {
      problems.push(fault('ruling-marking', { file: path, ...place }, { locus: raw.locus }))
    }
    const problem = faultOf(raw, parts?.[2], (key) => ({ file: path, ...placeOf([i, key]) }))
    if (problem !== undefined) problems.push(problem)
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
  if (problems.length > 0) throw new InputError(problems)
  return rulings
}

/** What a ruling lacks or has too much of, at the key at fault. */
function faultOf(
  { reading, gap, extent }: RawRuling,
  marked: string | undefined,
  at: (key: keyof RawRuling) => MessagePlace,
): RuleMessage | undefined {
  if (gap === undefined && reading === undefined) return fault('ruling-empty', at('locus'))
  if (gap !== undefined && reading !== undefined) return fault('ruling-gap-reading', at('reading'))
  if (gap !== undefined && marked !== undefined && marked !== '')
    return fault('ruling-gap-place', at('locus'), { marked })
  if (extent !== undefined && gap !== 'missing')
    return fault('ruling-gap-extent', at('extent'), { gap: gap ?? null })
  return undefined
}
