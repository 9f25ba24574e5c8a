import type { Edition } from '@huijiao/ast'
import type { Session } from '@huijiao/browser'
import { type PrintedPage, readPrinted } from '@huijiao/proof'
import { type Measures, measuresOf, pageBox } from '../../src/measures.ts'
import { type Printed, renderPdf } from '../../src/render.ts'
import { type Block, type Line, linesOf } from '../geometry.ts'
import { turned } from '../turned.ts'

/** A book as it came out, read again. Vertical pages are turned, so that their lines run as in a horizontal book. */
export interface Read {
  readonly edition: Edition
  readonly measures: Measures
  readonly vertical: boolean
  readonly printed: Printed
  /** What printed it. */
  readonly browser: Session
  readonly pages: readonly PrintedPage[]
  /** The pages of the works, and the lines on them. */
  readonly body: readonly number[]
  readonly bodies: readonly (readonly Line[])[]
  readonly block: Block
  /** A text of the tree as the book shows it. */
  readonly shown: (text: string) => string
  /** Size of the notes in points. */
  readonly small: number
  /** The pages with one page changed. */
  readonly changed: (
    at: number,
    change: (page: PrintedPage) => Partial<PrintedPage>,
  ) => PrintedPage[]
}

/** Pixels in points. */
const pt = (px: number): number => px * 0.75

/** Prints an edition and reads what came out. */
export async function readBook(edition: Edition, browser: Session): Promise<Read> {
  const measures = measuresOf(edition.meta.trim)
  const vertical = edition.meta.layout === 'vertical'
  const box = pageBox(measures, 0, vertical)
  const printed = await renderPdf(edition, { browser })
  const sheets = await readPrinted(printed.pdf)
  const pages = vertical ? turned(sheets, { inner: pt(box.inner), outer: pt(box.outer) }) : sheets
  const block: Block = {
    size: pt(measures.em),
    line: pt(measures.line),
    width: pt(vertical ? box.text.height : box.text.width),
    height: pt(vertical ? box.text.width : box.text.height),
    top: vertical ? 0 : pt(box.top),
    inner: pt(vertical ? box.top : box.inner),
    outer: pt(vertical ? box.top : box.outer),
  }
  const first = pages.findIndex((p) => p.label === '1')
  const works = new Set(edition.children.map((w) => w.id))
  const labels = new Set(
    printed.pages.breaks.filter((b) => works.has(b.document)).map((b) => b.label),
  )
  const body = pages.flatMap((p, i) => (i >= first && labels.has(p.label) ? [i] : []))
  return {
    edition,
    measures,
    vertical,
    printed,
    browser,
    pages,
    body,
    bodies: body.map((p) => linesOf(pages, p, block)),
    block,
    shown: vertical ? standing : (text) => text,
    small: pt(measures.small.em),
    changed: (at, change) => pages.map((p, i) => (i === at ? { ...p, ...change(p) } : p)),
  }
}

/** Quotation marks as they are in vertical lines. */
const standing = (text: string): string =>
  text.replaceAll(/[“”‘’]/g, (mark) => '『』「」'['“”‘’'.indexOf(mark)] ?? mark)
