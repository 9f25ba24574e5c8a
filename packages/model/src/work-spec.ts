import type { Recension } from '@huijiao/ast'

/** Specification of a work in `edition.yaml`, before the work is found. */
export interface WorkSpec {
  readonly id: string
  readonly title: string
  /** The title is the editor's; the sources carry none. */
  readonly supplied: boolean
  readonly placement: 'body' | 'appendix'
  /** Siglum of the base text, where the editor names it. */
  readonly base?: string
  /** The title for running heads and lists, where it is long. */
  readonly shortTitle?: string
  /** Parts of it that no witness has. */
  readonly lacks?: readonly ('beginning' | 'end')[]
  /** Files that are this work, `all` of them or some: whole, where no other work names them too. */
  readonly files?: FilesSpec
  /** Short quotations that the work contains: the editor's help to segmentation; they win. */
  readonly contains?: readonly Quotation[]
  /** Quotations with which the work begins in the files that have them: they are cut there. */
  readonly cut?: readonly Quotation[]
  /** `file`: its files are in order. Quotations: the pieces that begin with them come in this order. */
  readonly order?: 'file' | readonly Quotation[]
  /** Pairs of quotations: what ends with `after` is followed by what begins with `before`. */
  readonly join?: readonly {
    readonly after: Quotation
    readonly before: Quotation
    readonly lacuna?: boolean
  }[]
  /** Sigla by recension, and which is the base; where the editor knows better than the program. */
  readonly recensions?: readonly Recension[]
}

/** Which files an editor gives to a work, with the place in `edition.yaml`. */
export interface FilesSpec {
  readonly names: 'all' | readonly string[]
  readonly line: number
  readonly column: number
}

/** Specification of all texts of an edition, in `edition.yaml`. */
export interface TextsSpec {
  /** Lines that hold one of these are no text of any work, in all files. */
  readonly omit?: readonly Quotation[]
  /** All files are in order. */
  readonly order?: 'file'
}

/** A quotation with its place in `edition.yaml`, for messages. */
export interface Quotation {
  readonly text: string
  readonly siglum?: string
  readonly line: number
  readonly column: number
}
