import type { App, Lacuna, Text } from '../nodes.ts'
import type { Attestation, Reading, ReadingType } from '../readings.ts'
import { text } from './inline.ts'

/** A reading of an apparatus entry. */
export function reading(
  type: ReadingType,
  value: string,
  sigla: readonly string[],
  attestations: readonly Attestation[] = [],
): Reading {
  return { text: value, sigla: [...sigla], type, attestations: [...attestations] }
}

/**
 * An apparatus entry. Unless said otherwise it is a variation of the content layer that nothing decided.
 * The lemma may be empty, where the text omits what a witness has.
 */
export function app(
  id: string,
  lemma: string | readonly (Text | Lacuna)[],
  readings: readonly Reading[],
  rest: Partial<Omit<App, 'type' | 'id' | 'readings' | 'children'>> = {},
): App {
  const children = typeof lemma === 'string' ? (lemma === '' ? [] : [text(lemma)]) : [...lemma]
  return {
    type: 'app',
    id,
    layer: 'content',
    method: null,
    evidence: [],
    certainty: 'undecided',
    cause: 'variation',
    ...rest,
    readings: [...readings],
    children,
  }
}
