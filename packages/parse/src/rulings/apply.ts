import type { Certainty, Method, RulingNote } from '@huijiao/ast'
import type { VFileMessage } from 'vfile-message'
import type { CollatedWork, Decision } from '../model.ts'
import type { Ruling } from './parse.ts'

/** Marks that a ruling lays down after a character of the reading text. */
export interface RuledMarks {
  readonly unit: number
  /** Index of the character in the unit's reading text; -1 before the first character of the work. */
  readonly offset: number
  readonly marks: string
  readonly method: Method
  readonly certainty: Certainty
  readonly note: RulingNote
}

/** Works and decisions after the rulings, by index of the work. */
export interface Ruled {
  readonly works: readonly CollatedWork[]
  readonly decisions: readonly (readonly Decision[])[]
  readonly marks: readonly (readonly RuledMarks[])[]
  readonly messages: readonly VFileMessage[]
}

/** Lets the rulings win over what the program decided. */
export function applyRulings(
  works: readonly CollatedWork[],
  decisions: readonly (readonly Decision[])[],
  _rulings: readonly Ruling[],
): Ruled {
  return { works, decisions, marks: works.map(() => []), messages: [] }
}
