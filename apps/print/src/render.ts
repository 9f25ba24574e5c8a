import type { Edition, Trim } from '@huijiao/ast'
import { launch, type Page } from '@huijiao/browser'
import { type BookDocument, clean, stringsFor, toBook } from '@huijiao/hast'
import { toHtml } from 'hast-util-to-html'
import { printOrder, printTree } from './adapt.ts'
import { assertAgrees } from './agree.ts'
import { type BookFonts, bookFonts } from './fonts.ts'
import { pageRules } from './heads.ts'
import { htmlOf } from './html.ts'
import { identifierOf } from './identity.ts'
import { dress } from './in-page/fill.ts'
import { type Layout, layOut } from './lay-out.ts'
import { type Measures, measuresOf, type PageBox, pageBox } from './measures.ts'
import { outlineOf } from './outline.ts'
import type { PagesJson } from './pages.ts'
import { finishPdf } from './pdf/index.ts'
import { pagesJson } from './starts.ts'

export interface PrintOptions {
  /** Overrides the edition's. */
  readonly trim?: Trim
  /** Adds 3 mm of bleed and crop marks. */
  readonly marks?: boolean
  /** Turns every colour into a gray. */
  readonly gray?: boolean
  /** Receives the name of each step as it begins. */
  readonly progress?: (step: string) => void
}

export interface Printed {
  readonly pdf: Uint8Array
  readonly pages: PagesJson
}

/** Bleed of a book with marks, in millimetres. */
const BLEED = 3

/**
 * Renders an edition as a typeset PDF. The same tree gives the same bytes with the same browser.
 *
 * @throws {BrowserNotFoundError} where there is no usable browser.
 * @throws {UncoveredCharacterError} where no face has a character.
 */
export async function renderPdf(edition: Edition, options: PrintOptions = {}): Promise<Printed> {
  const { meta } = edition
  const vertical = meta.layout === 'vertical'
  const measures = measuresOf(options.trim ?? meta.trim)
  const bleed = options.marks === true ? BLEED : 0
  const box = pageBox(measures, bleed, vertical)
  const documents = printOrder(edition, toBook(edition).documents)
  const tree = printTree(documents, meta.language, vertical)
  const strings = stringsFor(meta.language)
  options.progress?.('fonts')
  const fonts = await bookFonts(
    tree,
    clean(`${meta.title}${documents.map((d) => d.title).join('')}${strings.page}`),
  )
  try {
    options.progress?.('browser')
    const session = await launch({ fontconfig: fonts.config })
    try {
      const html = htmlOf(toHtml(tree), edition, measures, box, fonts, vertical)
      return await session.withPage(
        html,
        async (page) => {
          options.progress?.('layout')
          const laid = await layOut(page, documents, measures, box, vertical)
          return finish(edition, documents, laid, measures, box, fonts, page, options)
        },
        {
          task: `the PDF of ${meta.id}`,
          timeout: 600_000,
          viewport: { width: 1200, height: 1000 },
        },
      )
    } finally {
      await session.close()
    }
  } finally {
    await fonts.remove()
  }
}

async function finish(
  edition: Edition,
  documents: readonly BookDocument[],
  layout: Layout,
  m: Measures,
  box: PageBox,
  fonts: BookFonts,
  page: Page,
  options: PrintOptions,
): Promise<Printed> {
  const { meta } = edition
  const { pages } = layout
  const vertical = meta.layout === 'vertical'
  const style = pageRules(
    box,
    pages,
    {
      edition: short(meta.title),
      documents: Object.fromEntries(documents.map((d) => [d.id, short(d.title)])),
    },
    { head: fonts.families('kai'), folio: fonts.families('song'), size: m.small.em - 1 },
    vertical,
  )
  const blanksBefore = documents
    .filter((d) => {
      const first = pages.findIndex((p) => p.document === d.id)
      return first > 0 && pages[first - 1]?.document === null
    })
    .map((d) => d.id)
  await page.evaluate(dress, { style, blanksBefore })
  await page.emulateMediaType('print')
  options.progress?.('print')
  const raw = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    timeout: 0,
  })
  await assertAgrees(raw, documents, layout, vertical)
  options.progress?.('finish')
  const arabic = pages.findIndex((p) => p.matter !== 'front')
  const pdf = await finishPdf(raw, {
    title: clean(meta.title),
    ...(meta.subtitle === undefined ? {} : { subtitle: clean(meta.subtitle) }),
    authors: meta.contributors.filter((c) => c.role === 'aut').map((c) => clean(c.name)),
    contributors: meta.contributors.filter((c) => c.role !== 'aut').map((c) => clean(c.name)),
    language: meta.language,
    date: meta.date,
    id: identifierOf(meta),
    generator: meta.generator,
    outline: outlineOf(documents),
    trim: m.trim,
    ...(options.marks === true ? { bleed: BLEED, marks: true } : {}),
    ...(options.gray === true ? { gray: true } : {}),
    ...(vertical ? { direction: 'r2l' as const } : {}),
    pageLabels: [
      { from: 0, style: 'roman', start: 1 },
      ...(arabic > 0 ? [{ from: arabic, style: 'arabic' as const, start: 1 }] : []),
    ],
    expectedPages: pages.length,
  })
  return { pdf, pages: pagesJson(edition, layout) }
}

/** A running head must fit its line. */
function short(title: string): string {
  const points = [...clean(title)]
  return points.length <= 24 ? points.join('') : `${points.slice(0, 23).join('')}…`
}
