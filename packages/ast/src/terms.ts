import type { Method, ReadingType } from './readings.ts'

/** Chen Yuan's four methods, in his order. */
export const METHODS: readonly Method[] = ['对校', '本校', '他校', '理校']

export const READING_TYPES: readonly ReadingType[] = [
  'lemma',
  'substitution',
  'omission',
  'addition',
  'transposition',
  'orthographic',
  'punctuation',
]
