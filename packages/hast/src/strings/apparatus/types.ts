import type { EvidenceKind, Reason } from '@huijiao/ast'

/** Kind of departure of a witness from the lemma, for the words of an entry. */
export type Departure =
  /** Reads something else. */
  | { readonly kind: 'other'; readonly text: string }
  /** Has nothing for the whole lemma, or for a part of it. */
  | { readonly kind: 'lack'; readonly text: string; readonly whole: boolean }
  /** Has more, before or after words of the lemma. */
  | {
      readonly kind: 'more'
      readonly text: string
      readonly anchor: string
      readonly side: 'before' | 'after'
    }
  /** Has the same in another order. */
  | { readonly kind: 'order'; readonly text: string }

/** The words of the apparatus, as editors of the language write them. */
export interface ApparatusWords {
  /** The number of an entry, as its mark in the text. */
  readonly mark: (number: number) => string
  /** What follows the mark at the head of an entry; brackets of Chinese bring their own space. */
  readonly afterMark: string
  /** What follows the lemma, before what is said of it. */
  readonly afterLemma: string
  /** A lemma of several places of one sentence. */
  readonly betweenLemmas: string
  /** A passage by its first and last words, with the paragraphs that it covers whole. */
  readonly passage: (first: string, last: string, paragraphs: number) => string
  /** Which witnesses have none of a passage. */
  readonly lacksPassage: (sigla: readonly string[]) => string
  /** What witnesses have instead; `error` where the text holds it to be one. */
  readonly departs: (sigla: readonly string[], departure: Departure, error: boolean) => string
  /** The text is corrected from other witnesses. */
  readonly corrected: (sigla: readonly string[], departure: Departure['kind']) => string
  /** No witness has what the text has. */
  readonly conjecture: string
  readonly undecided: (sigla: readonly string[]) => string
  readonly doubtful: string
  /** The same variant occurs again below. */
  readonly again: string
  readonly remark: (reason: string) => string
  /** The source of a remark; where it was given before, the mark of that entry. */
  readonly cited: (citation: string) => string
  readonly citedAt: (mark: string) => string
  /** Reasons that a book gives, in a clause; others are for the editor. */
  readonly clauses: { readonly [K in EvidenceKind]?: (reason: Reason<K>) => string }
}
