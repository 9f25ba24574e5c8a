import type { Cause, Certainty, Method, ReadingType, WitnessKind } from '@huijiao/ast'
import type { ReasonWords } from './reasons/types.ts'
import type { ToolWords } from './tools/types.ts'

/** Everything that a book says in its own voice, in one language. */
export interface Strings {
  readonly colophon: string
  readonly editorialNote: string
  readonly apparatus: string
  readonly notes: string
  readonly witnesses: string
  readonly appendix: string
  readonly contents: string
  readonly cover: string
  readonly page: string
  readonly note: string
  readonly backToText: string
  readonly toApparatus: string
  /** Leads from a work to its notes in the list of all notes. */
  readonly toNotes: (count: number) => string
  /** Names a note by its number: `注 3`. */
  readonly noteAt: (number: number) => string
  /** A document without a title, in lists. */
  readonly untitled: string
  readonly question: string
  readonly answer: string
  readonly lacuna: string
  readonly undecided: string
  readonly supplied: string
  readonly conjecture: string
  readonly omits: string
  readonly ruling: string
  readonly punctuationList: string
  readonly noEntries: string
  /** A work that one witness alone has. */
  readonly singleWitness: (siglum: string) => string
  readonly siglum: string
  readonly description: string
  readonly kind: string
  readonly file: string
  readonly works: string
  readonly sources: string
  readonly madeWith: string
  readonly published: string
  readonly rights: string
  readonly publisher: string
  readonly contributors: string
  readonly block: (number: number) => string
  readonly kinds: Readonly<Record<WitnessKind, string>>
  readonly types: Readonly<Record<ReadingType, string>>
  readonly methods: Readonly<Record<Method, string>>
  readonly certainties: Readonly<Record<Certainty, string>>
  readonly causes: Readonly<Record<Cause, string>>
  readonly roles: Readonly<Record<string, string>>
  /** Paragraphs of the editorial note that hold for every edition. */
  readonly conventions: readonly string[]
  /** A witness's reading: `甲本作“…”（讹）`; the empty text is an omission; without a type it is not judged. */
  readonly reading: (who: string, text: string, type: string) => string
  /** Which witnesses the text follows: `从乙、戊本`. */
  readonly follows: (who: string) => string
  /** Witnesses as the subject of a sentence: `甲、乙本`. */
  readonly witness: (sigla: string) => string
  /** A recension and the witnesses that transmit it. */
  readonly recension: (label: string, sigla: string) => string
  /** The title of a part of a document that is divided; the first has it bare. */
  readonly partOf: (title: string, part: number) => string
  readonly dateOf: (year: number, month: number, day: number) => string
  /** Heads a note or an entry: the lemma quoted. An empty lemma stands between two characters. */
  readonly lemma: (text: string, before: string, after: string) => string
  readonly joinSigla: (sigla: readonly string[]) => string
  readonly undecidedNote: string
  /** A reading of punctuation, as short as can be: `甲作“、”`. */
  readonly mark: (sigla: string, text: string) => string
  /** Punctuation as the text has it, after the character before it. */
  readonly markLemma: (before: string, text: string, after: string) => string
  readonly seeEditorialNote: string
  readonly conventionsTerm: string
  readonly length: (characters: number) => string
  readonly family: (name: string) => string
  /** Said of a witness that is not in the edition's script. */
  readonly scripts: Readonly<Record<'Hans' | 'Hant', string>>
  readonly rulingBy: (by: string, date: string) => string
  /** One sentence where all rulings are one editor's, of one day. */
  readonly rulingsBy: (by: string, date: string) => string
  readonly reasons: ReasonWords
  readonly tools: ToolWords
  readonly brackets: readonly [open: string, close: string]
  readonly colon: string
  readonly comma: string
  readonly separator: string
  readonly stop: string
}
