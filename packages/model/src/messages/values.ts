export type { FileFault } from '@huijiao/files/fault'

/** What must be unique in an `edition.yaml`. */
export type Twice = 'siglum' | 'work' | 'file'

/** What a value of a YAML file must be, by the schema. */
export type Constraint =
  | { readonly kind: 'type'; readonly types: readonly string[] }
  /** A regular expression. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'date' }
  /** Characters. */
  | { readonly kind: 'length'; readonly least: number }
  | { readonly kind: 'items'; readonly least: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'least'; readonly least: number }
  /** In the words of the validator, English. */
  | { readonly kind: 'other'; readonly text: string }

/** How the proof of conservation may fail. */
export type LedgerBreach = 'lost' | 'twice' | 'empty' | 'white-space' | 'cut-short'

/** Why a raw file is left out. */
export type LeftOut =
  | { readonly kind: 'format' }
  | { readonly kind: 'empty' }
  /** In the words of whatever failed, English. */
  | { readonly kind: 'fault'; readonly text: string }

/** Script of Chinese characters: simplified or traditional. */
export type Script = 'Hans' | 'Hant'

/** A character that no face has. */
export interface Faceless {
  /** `U+1F600` */
  readonly name: string
  readonly times: number
  /** Where it stands first. */
  readonly place: string
}
