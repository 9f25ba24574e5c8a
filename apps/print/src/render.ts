import { readFileSync } from 'node:fs'
import { type Edition, leafBlocks, type Trim, toText } from '@huijiao/ast'
import { launch, type Page } from '@huijiao/browser'
import { type BookDocument, baseStyles, clean, stringsFor, toBook } from '@huijiao/hast'
import { toHtml } from 'hast-util-to-html'
import { printOrder, printTree } from './adapt.ts'
import { type BookFonts, bookFonts } from './fonts.ts'
import { pageRules } from './heads.ts'
import { identifierOf } from './identity.ts'
import { dress, fillContents, fillReferences } from './in-page/fill.ts'
import { installPress, measureGalley } from './in-page/galley.ts'
import { breakDocument } from './in-page/impose.ts'
import { settle } from './in-page/settle.ts'
import type { Laid } from './in-page/types.ts'
import { type Measures, measuresOf, type PageBox, pageBox } from './measures.ts'
import { outlineOf } from './outline.ts'
import { type Extent, numberPages, type PagesJson, type PhysicalPage } from './pages.ts'
import { breakPages } from './paginate/break.ts'
import { finishPdf, readDestinations } from './pdf/index.ts'

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
          const laid = await layOut(page, documents, measures, box, vertical, options)
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

export function htmlOf(
  body: string,
  { meta }: Edition,
  m: Measures,
  box: PageBox,
  fonts: BookFonts,
  vertical: boolean,
): string {
  const css = readFileSync(new URL('../styles/print.css', import.meta.url), 'utf8')
  const variables = `:root {
  --em: ${m.em}px; --line: ${m.line}px; --small-em: ${m.small.em}px; --small-line: ${m.small.line}px;
  --measure: ${vertical ? box.text.height : box.text.width}px; --foot-rule: ${m.line * 0.75}px;
  --page: ${vertical ? box.text.width : box.text.height}px;
  --width: ${box.text.width}px; --height: ${box.text.height}px;
  --song: ${fonts.families('song')}; --hei: ${fonts.families('hei-bold')}; --kai: ${fonts.families('kai')};
}`
  const title = clean(meta.title).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!DOCTYPE html><html lang="${meta.language}"><head><meta charset="utf-8"><title>${title}</title>
<style>${variables}\n${baseStyles()}\n${css}</style></head>
<body class="${vertical ? 'vertical' : 'horizontal'}">${body}</body></html>`
}

interface Layout {
  readonly laid: ReadonlyMap<string, Laid>
  readonly pages: readonly PhysicalPage[]
}

/** Lays out the body, then what refers to it, and numbers the pages. */
async function layOut(
  page: Page,
  documents: readonly BookDocument[],
  m: Measures,
  box: PageBox,
  vertical: boolean,
  options: PrintOptions,
): Promise<Layout> {
  options.progress?.('layout')
  await page.emulateMediaType('screen')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.evaluate(installPress, vertical)
  const laid = new Map<string, Laid>()
  const lay = async ({ id, kind }: BookDocument) => {
    await page.evaluate(settle, { id, line: m.line, footnotes: kind === 'work' })
    const galley = await page.evaluate(measureGalley, id)
    const shape = {
      height: vertical ? box.text.width : box.text.height,
      line: m.line,
      noteLine: m.small.line,
      rule: m.line * 0.75,
    }
    const pages = breakPages(galley, shape)
    laid.set(id, await page.evaluate(breakDocument, { id, work: kind === 'work', pages, shape }))
  }
  const body = documents.filter((d) => d.matter === 'body')
  for (const document of body) await lay(document)
  await page.evaluate(fillReferences, references(body, laid))
  for (const document of documents) if (document.matter !== 'body') await lay(document)

  const pages = numberPages(documents.map((d) => extentOf(d, laid)))
  await page.evaluate(fillContents, labelsOf(documents, laid, pages))
  return { laid, pages }
}

/** Page and line of each place in the body: `12.7`. */
function references(
  body: readonly BookDocument[],
  laid: ReadonlyMap<string, Laid>,
): Record<string, string> {
  const pages = numberPages(body.map((d) => extentOf(d, laid)))
  return Object.fromEntries(
    body.flatMap((d) => {
      const first = pages.findIndex((p) => p.document === d.id)
      return Object.entries(laid.get(d.id)?.places ?? {}).map(([id, [page, line]]) => [
        id,
        `${pages[first + page]?.label ?? ''}.${line}`,
      ])
    }),
  )
}

function labelsOf(
  documents: readonly BookDocument[],
  laid: ReadonlyMap<string, Laid>,
  pages: readonly PhysicalPage[],
): Record<string, string> {
  return Object.fromEntries(
    documents.flatMap((d) => {
      const first = pages.findIndex((p) => p.document === d.id)
      return d.headings.map((h) => {
        const [within] = laid.get(d.id)?.places[h.id] ?? [0, 1]
        return [h.id, pages[first + within]?.label ?? '']
      })
    }),
  )
}

function extentOf(document: BookDocument, laid: ReadonlyMap<string, Laid>): Extent {
  return {
    id: document.id,
    matter: document.matter,
    pages: laid.get(document.id)?.pages ?? 1,
    // The colophon stands behind the title page.
    recto: document.kind !== 'colophon',
  }
}

async function finish(
  edition: Edition,
  documents: readonly BookDocument[],
  { laid, pages }: Layout,
  m: Measures,
  box: PageBox,
  fonts: BookFonts,
  page: Page,
  options: PrintOptions,
): Promise<Printed> {
  const { meta } = edition
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
  await verify(raw, documents, laid, pages, vertical)
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
  return { pdf, pages: pagesJson(edition, laid, pages) }
}

/**
 * The print must have everything that is linked to where the layout had it: then contents, references and the notes at
 * the foot of their pages are right.
 *
 * @throws {Error} naming the first element on another page.
 */
async function verify(
  raw: Uint8Array,
  documents: readonly BookDocument[],
  laid: ReadonlyMap<string, Laid>,
  pages: readonly PhysicalPage[],
  vertical: boolean,
): Promise<void> {
  const destinations = await readDestinations(raw)
  for (const document of documents) {
    const first = pages.findIndex((p) => p.document === document.id)
    const own = laid.get(document.id)
    if (own === undefined) continue
    const places = [
      ...Object.entries(own.places).map(([id, [page]]) => [id, page] as const),
      ...Object.entries(own.notes),
    ].toSorted((a, b) => a[1] - b[1])
    for (const [id, page] of places) {
      const found = destinations.get(id)
      // The place that the browser gives a long vertical paragraph is its last page.
      if (vertical && /-b\d+$/.test(id)) continue
      if (found !== undefined && found.page !== first + page) {
        throw new Error(
          `${id} was laid out on page ${first + page + 1} of the book and printed on page ${found.page + 1}`,
        )
      }
    }
  }
}

function pagesJson(
  edition: Edition,
  laid: ReadonlyMap<string, Laid>,
  pages: readonly PhysicalPage[],
): PagesJson {
  const lengths = new Map<string, number>()
  for (const work of edition.children) {
    for (const block of leafBlocks(work)) lengths.set(block.id, [...toText(block.node)].length)
  }
  const works = new Set(edition.children.map((w) => w.id))
  const breaks = pages.flatMap((p) => {
    if (p.document === null) return []
    const start = laid.get(p.document)?.starts[p.within]
    if (start == null) return []
    if (works.has(p.document) && !lengths.has(start.block)) return []
    const offset = Math.min(start.offset, lengths.get(start.block) ?? start.offset)
    return [{ label: p.label, document: p.document, block: start.block, offset }]
  })
  return { edition: edition.meta.id, pages: pages.length, breaks }
}

/** A running head must fit its line. */
function short(title: string): string {
  const points = [...clean(title)]
  return points.length <= 24 ? points.join('') : `${points.slice(0, 23).join('')}…`
}
