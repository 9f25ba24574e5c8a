import type { Recension } from '@huijiao/ast'

/** What an edition says of a work before it is found. */
export interface WorkSpec {
  readonly id: string
  readonly title: string
  /** The title is the editor's; the sources carry none. */
  readonly supplied: boolean
  readonly placement: 'body' | 'appendix'
  /** Siglum of the base text, where the editor names it. */
  readonly base?: string
  /** Short quotations that the work contains: the editor's help to segmentation; they win. */
  readonly contains?: readonly Quotation[]
  /** Pairs of quotations: what ends with `after` is followed by what begins with `before`. */
  readonly joins?: readonly {
    readonly after: Quotation
    readonly before: Quotation
    readonly lacuna?: boolean
  }[]
  /** Sigla by recension, and which is the base; where the editor knows better than the program. */
  readonly recensions?: readonly Recension[]
}

/** A quotation with its place in `edition.yaml`, for messages. */
export interface Quotation {
  readonly text: string
  readonly siglum?: string
  readonly line: number
  readonly column: number
}
