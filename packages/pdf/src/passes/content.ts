import { writeFonts } from '../content/fonts.ts'
import type { Content } from '../content/marked-content.ts'
import { rewritePage, type Shared } from '../content/rewrite.ts'
import { cropMarks, drawLines, registrationMarks } from '../marks.ts'
import type { PDFRef } from '../pdf-lib.ts'
import { linkContents } from '../structure/links.ts'
import type { Job } from './job.ts'

const NOWHERE = { x: 0, y: 0 }

/** Rewrites the content of all pages, and the texts of fonts with what that taught. */
export function rewriteContent(job: Job): void {
  const { file, options, tags, misplaced, sheets, pages } = job
  const wanted = identifiersByPage(tags === undefined ? [] : linkContents(file, tags))
  const sought = identifiersByPage(misplaced.flatMap((link) => link.contents))
  const shared: Shared = { forms: new Map(), fonts: new Map(), done: new Set() }
  for (const page of file.pages) {
    const sheet = sheets.get(page.ref)
    const how = {
      shift: sheet?.shift ?? NOWHERE,
      append:
        sheet !== undefined && options.marks === true
          ? drawLines([...cropMarks(sheet), ...registrationMarks(sheet)])
          : '',
      wanted: wanted.get(page.ref) ?? new Set<number>(),
      sought: sought.get(page.ref) ?? new Set<number>(),
    }
    pages.set(page.ref, rewritePage(file, page, how, shared))
  }
  writeFonts(file, shared.fonts)
}

function identifiersByPage(contents: readonly Content[]): Map<PDFRef, Set<number>> {
  const wanted = new Map<PDFRef, Set<number>>()
  for (const content of contents) {
    const set = wanted.get(content.page) ?? new Set<number>()
    set.add(content.mcid)
    wanted.set(content.page, set)
  }
  return wanted
}
