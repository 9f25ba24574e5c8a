import { setTimeout as sleep } from 'node:timers/promises'
import type { Edition, Trim } from '@huijiao/ast'
import { launch, type Page, type Session } from '@huijiao/browser'
import { withStandIns } from '@huijiao/fonts'
import { clean, identifierOf } from '@huijiao/hast'
import type { FinishOptions } from '@huijiao/pdf'
import { PLACES } from '@huijiao/pdf/prepare'
import { assertAgrees } from './agree.ts'
import { type Book, bookOf } from './book.ts'
import { pageRules } from './heads.ts'
import { call } from './in-page.ts'
import { type Layout, layOut } from './lay-out.ts'
import { outlineOf } from './outline.ts'
import type { PagesJson } from './pages.ts'
import { printPage, readyPage } from './print-page.ts'
import { PAGE, serveBook } from './serve.ts'
import { pagesJson } from './starts.ts'
import type { Unfaced } from './unfaced.ts'

export interface PrintOptions {
  /** Overrides the edition's. */
  readonly trim?: Trim
  /** Adds 3 mm of bleed and crop marks. */
  readonly marks?: boolean
  /** Receives the name of each step as it begins. */
  readonly progress?: (step: string) => void
  /** Browser to print with, of {@link startBrowser}; without one the book starts its own and ends it. */
  readonly browser?: Session | Promise<Session>
}

export interface Printed {
  readonly pdf: Uint8Array
  readonly pages: PagesJson
  /** Characters that no face has; the book has boxes with their code points instead. */
  readonly unfaced: readonly Unfaced[]
}

/** How long it takes until the process of a browser is begun, in milliseconds. */
const BEGUN = 15

/** Bleed of a book with marks, in millimetres. */
const BLEED = 3

/**
 * Starts a browser for any number of books, one after another or side by side: each brings its own faces.
 *
 * @throws {BrowserNotFoundError} where there is no usable browser.
 */
export const startBrowser = (): Promise<Session> => launch({ bare: true })

/**
 * Renders an edition as a typeset PDF. The same tree gives the same bytes with the same browser.
 *
 * @throws {BrowserNotFoundError} where there is no usable browser.
 */
export async function renderPdf(edition: Edition, options: PrintOptions = {}): Promise<Printed> {
  const own = options.browser === undefined ? startBrowser() : undefined
  // It is waited for below, unless the edition itself is at fault.
  own?.catch(() => undefined)
  const end = async (): Promise<void> => {
    const session = await own?.catch(() => undefined)
    await session?.close()
  }
  try {
    // The browser's process is begun by then, and starts while the page is made.
    if (own !== undefined) await sleep(BEGUN)
    options.progress?.('fonts')
    const bleed = options.marks === true ? BLEED : 0
    const book = bookOf(edition, options.trim ?? edition.meta.trim, bleed)
    options.progress?.('browser')
    const session = await (own ?? options.browser ?? startBrowser())
    const { raw, layout, finishPdf } = await session.withPage(
      PAGE,
      async (page) => {
        const laid = await layOutBook(edition, book, page, options)
        options.progress?.('print')
        // The pass over the file takes a while to load: the browser prints meanwhile.
        const [printed, pdf] = await Promise.all([printPage(page), import('@huijiao/pdf')])
        return { raw: printed, layout: laid, finishPdf: pdf.finishPdf }
      },
      {
        task: `the PDF of ${edition.meta.id}`,
        timeout: 600_000,
        viewport: { width: 1200, height: 1000 },
        serve: serveBook(book.html, book.fonts),
      },
    )
    options.progress?.('finish')
    const [pdf] = await Promise.all([
      finishPdf(raw, finishOf(edition, book, layout, options)),
      end(),
    ])
    return { pdf, pages: pagesJson(edition, layout), unfaced: book.unfaced }
  } finally {
    await end()
  }
}

/** Lays a book out on its page, and dresses it for the print. */
async function layOutBook(
  edition: Edition,
  book: Book,
  page: Page,
  options: PrintOptions,
): Promise<Layout> {
  const { documents, stretches, measures, box, vertical, fonts } = book
  options.progress?.('layout')
  await readyPage(page, fonts)
  const layout = await layOut(page, edition, book)
  const { pages, laid } = layout
  // In vertical lines the place of an entry is found by counting.
  const numbersLines = edition.meta.apparatus === 'lines' && !vertical
  const titles = new Map(documents.map((d) => [d.id, short(d.title)]))
  const heads = {
    edition: short(edition.meta.title),
    pages: pages.map(({ stretch, within }) => {
      const { document, opens = false } = laid.get(stretch ?? '')?.starts[within] ?? {}
      return { title: titles.get(document ?? '') ?? '', opens }
    }),
    lines: pages.map(({ stretch, matter, within }) =>
      numbersLines && matter === 'body' ? (laid.get(stretch ?? '')?.lines[within] ?? []) : [],
    ),
  }
  const style = pageRules(box, pages, heads, {
    head: fonts.families('kai'),
    folio: fonts.families('song'),
    size: measures.small.em - 1,
    line: measures.line,
    vertical,
  })
  const blanksBefore = stretches
    .filter((s) => {
      const first = pages.findIndex((p) => p.stretch === s.id)
      return first > 0 && pages[first - 1]?.stretch === null
    })
    .map((s) => s.id)
  await call(page, 'dress', { style, blanksBefore })
  await call(page, 'addressLinks', PLACES)
  await page.emulateMediaType('print')
  return layout
}

function finishOf(
  { meta }: Edition,
  { documents, stretches, measures, vertical }: Book,
  layout: Layout,
  options: PrintOptions,
): FinishOptions {
  const { pages } = layout
  const names = (author: boolean): string[] =>
    meta.contributors.filter((c) => (c.role === 'aut') === author).map((c) => clean(c.name))
  const arabic = pages.findIndex((p) => p.matter !== 'front')
  return {
    title: clean(meta.title),
    ...(meta.subtitle === undefined ? {} : { subtitle: clean(meta.subtitle) }),
    authors: names(true),
    contributors: names(false),
    language: meta.language,
    date: meta.date,
    id: identifierOf(meta, 'pdf'),
    generator: meta.generator,
    outline: outlineOf(documents),
    trim: measures.trim,
    ...(options.marks === true ? { bleed: BLEED, marks: true } : {}),
    ...(vertical ? { direction: 'r2l' as const } : {}),
    pageLabels: [
      { from: 0, style: 'roman', start: 1 },
      ...(arabic > 0 ? [{ from: arabic, style: 'arabic' as const, start: 1 }] : []),
    ],
    expectedPages: pages.length,
    agree: (destinations) => assertAgrees(destinations, stretches, layout),
  }
}

/** A running head must fit its line. */
function short(title: string): string {
  const points = [...withStandIns(clean(title), 'kai')]
  return points.length <= 24 ? points.join('') : `${points.slice(0, 23).join('')}…`
}
