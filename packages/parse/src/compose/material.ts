import type { CollatedWork, Decision, LemmaCharacter, Locus } from '@huijiao/model'
import type { Gaps, PunctuationSlot } from '@huijiao/readings'
import type { Sources } from './attest.ts'
import type { CalledNote } from './source-notes.ts'

/** Everything the text of one work is composed from. */
export interface Material {
  readonly work: CollatedWork
  readonly sources: Sources
  readonly lemma: readonly LemmaCharacter[]
  /** One before each lemma character and one after the last. */
  readonly slots: readonly PunctuationSlot[]
  /** Content decision by unit. */
  readonly decisions: ReadonlyMap<number, Decision>
  readonly ids: ReadonlyMap<Locus, string>
  /** Index of the first lemma character at or after each unit. */
  readonly unitStart: readonly number[]
  /** Where text is missing. */
  readonly gaps: Gaps
  /** Calls of the sources' own notes, by the index of the lemma character that they stand before. */
  readonly calls: ReadonlyMap<number, readonly CalledNote[]>
  /** Indexes of lemma characters where a run must end, so that it can be wrapped. */
  readonly cuts: ReadonlySet<number>
  /** How many parts of an entry stand already; an entry is cut at block boundaries. */
  readonly parts: Map<string, number>
}
