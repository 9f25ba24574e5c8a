import type { Sheet } from '../boxes.ts'
import type { Content } from '../content/marked-content.ts'
import type { Rewritten } from '../content/rewrite.ts'
import type { PdfFile } from '../file.ts'
import type { FinishOptions } from '../options.ts'
import type { PDFRef } from '../pdf-lib.ts'
import type { Places } from '../places.ts'
import type { MisplacedLink } from '../structure/misplaced.ts'
import type { Element } from '../structure/tree.ts'

/** A file that is being finished, and what the passes have found out so far; each pass changes it in place. */
export interface Job {
  readonly file: PdfFile
  readonly options: FinishOptions
  /** The tags; undefined where the file has none. */
  tags: Element | undefined
  places: Places
  misplaced: readonly MisplacedLink[]
  /** By page, where its boxes are. */
  readonly sheets: Map<PDFRef, Sheet>
  /** By page, what became of its content. */
  readonly pages: Map<PDFRef, Rewritten>
  /** What keeps the file from claiming PDF/UA-1, in words. */
  obstacles: readonly string[]
}

export function newJob(file: PdfFile, options: FinishOptions): Job {
  return {
    file,
    options,
    tags: undefined,
    places: new Map(),
    misplaced: [],
    sheets: new Map(),
    pages: new Map(),
    obstacles: [],
  }
}

/** What became of a stretch of content that the browser tagged: none where nothing was painted, several where it was split. */
export function becameOf({ pages }: Job, { page, mcid }: Content): readonly Content[] {
  return pages.get(page)?.contents.get(mcid) ?? []
}
