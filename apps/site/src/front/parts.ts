import type { Step } from '../page/frame.ts'
import type { ReadingPage } from '../reading/pages.ts'
import type { Download } from './downloads.ts'

/** What the front of an edition shows besides what the tree says. */
export interface FrontParts {
  readonly folder: string
  readonly trail: readonly Step[]
  readonly faces: string
  readonly cover: string | null
  readonly downloads: readonly Download[]
  /** Pages of the printed book, where it was printed. */
  readonly pages: number | null
  readonly reading: readonly ReadingPage[]
  readonly compareOf: (work: string) => string | undefined
  /** The page that shows a source, by its file. */
  readonly sourceOf: (file: string) => string | undefined
}
