import type { PageBreak } from './model.ts'
import type { Handlers } from './state.ts'

/** Options of a book. */
export interface BookOptions {
  /** Pages of the printed book, marked where they begin. */
  readonly pageBreaks?: readonly PageBreak[]
  /**
   * Address of an element in another document: `apparatus.xhtml#…` in an EPUB, `#…` where all
   * documents stand in one. The latter unless given.
   */
  readonly href?: (document: string, id: string) => string
  /**
   * How many works one document of the appendix holds; reading systems are slow with
   * long documents. All stand in one unless given.
   */
  readonly worksPerPart?: number
  /** Handlers that take the place of the usual ones, by type of node. */
  readonly handlers?: Partial<Handlers>
}
