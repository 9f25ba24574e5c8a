import type { Cause, Certainty, Method, ReadingType, WitnessKind } from '@huijiao/ast'
import type { ApparatusWords } from './apparatus/types.ts'
import type { Conventions, Signs } from './conventions/types.ts'
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
  readonly backToText: string
  readonly toApparatus: string
  /** Names an entry by its mark, for those who hear it: `校记〔三〕`. */
  readonly noteAt: (number: number) => string
  /** A document without a title, in lists. */
  readonly untitled: string
  readonly question: string
  readonly answer: string
  readonly lacuna: string
  /** After a note of the source: whose it is. */
  readonly noteOf: (sigla: readonly string[]) => string
  /** So many characters that no witness has, each with a sign. */
  readonly missing: (characters: number) => string
  readonly ruling: string
  readonly punctuationList: string
  readonly noEntries: string
  /** A work that one witness alone has. */
  readonly singleWitness: (siglum: string) => string
  /** The name of a recension; the program names two `长本` and `短本`, whatever the language of the book. */
  readonly recension: (label: string) => string
  readonly siglum: string
  readonly description: string
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
  /** Paragraphs of the editorial note that hold of a rendering. */
  readonly conventions: Conventions
  readonly signs: Signs
  readonly signsTitle: string
  /** The index of names, and the table of two versions. */
  readonly nameIndex: string
  readonly parallel: string
  /** Between things that are listed. */
  readonly listed: string
  /** In such a table, what a version has none of. */
  readonly absent: string
  readonly preface: string
  readonly afterword: string
  readonly base: string
  readonly lost: Readonly<Record<'beginning' | 'end', string>>
  readonly files: string
  readonly place: string
  readonly editionNumber: string
  readonly nth: (edition: number) => string
  readonly series: string
  readonly licence: string
  readonly address: string
  /** What a body does that is no person, by its role. */
  readonly bodyRoles: Readonly<Record<string, string>>
  readonly publication: (title: string, date: string, page: string) => string
  /** The title of a part of a document that is divided; the first has it bare. */
  readonly partOf: (title: string, part: number) => string
  readonly dateOf: (year: number, month: number, day: number) => string
  readonly joinSigla: (sigla: readonly string[]) => string
  /** A reading of punctuation, as short as can be: `甲作“、”`. */
  readonly mark: (sigla: string, text: string) => string
  readonly seeEditorialNote: string
  readonly conventionsTerm: string
  readonly length: (characters: number) => string
  readonly family: (name: string) => string
  /** Said of a witness that is not in the edition's script. */
  readonly scripts: Readonly<Record<'Hans' | 'Hant', string>>
  readonly rulingBy: (by: string, date: string) => string
  /** One sentence where all rulings are one editor's, of one day. */
  readonly rulingsBy: (by: string, date: string) => string
  readonly entries: ApparatusWords
  readonly quoted: (text: string) => string
  readonly reasons: ReasonWords
  readonly tools: ToolWords
  readonly brackets: readonly [open: string, close: string]
  readonly colon: string
  readonly comma: string
  readonly separator: string
  readonly stop: string
}
