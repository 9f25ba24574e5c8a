import { type Box, MM, markRoom, printedSize } from '../boxes.ts'
import { lookup, lookupDict, lookupName, lookupText, name, numbersOf, openPdf } from '../file.ts'
import { cropMarks, MARK_WIDTH } from '../marks.ts'
import { grayscale, PDFDocument, type PDFPage } from '../pdf-lib.ts'
import { savePdf } from '../save.ts'
import { bookletInstructions } from './instructions.ts'
import { bookletOrder, type Side } from './order.ts'

export interface BookletOptions {
  readonly sheet: 'a4'
  /** Sheets folded together, or `all` of them. */
  readonly signature: number | 'all'
}

export interface Booklet {
  readonly pdf: Uint8Array
  /** How to print, fold and bind it, in the language of the file. */
  readonly instructions: string
}

/** How much farther out each sheet of a signature stands than the one around it: paper of 80 g/m² is 0.1 mm thick. */
const CREEP = 0.1 * MM

/** Landscape A4, in points to a ten-thousandth. */
const [WIDTH, HEIGHT] = [841.8898, 595.2756]

/**
 * Puts the pages of a finished PDF two by two on landscape sheets, for printing on both sides (flipped on the
 * short edge) and folding. Pages larger than half a sheet are made smaller, smaller ones stay; each touches the
 * fold, those of inner sheets reach over it by as much as the sheet will stand out, so that all margins are alike
 * once the edge is cut. Tags, links and bookmarks are left out: the sheets are for a printer.
 */
export async function impose(bytes: Uint8Array, options: BookletOptions): Promise<Booklet> {
  const book = await openPdf(bytes)
  const preferences = lookupDict(book.catalog, 'ViewerPreferences')
  const rightBound = preferences !== undefined && lookupName(preferences, 'Direction') === 'R2L'
  const signatures = bookletOrder(book.pages.length, options.signature, rightBound)
  const sheets = await PDFDocument.create({ updateMetadata: false })
  const trims = book.pages.map(({ dict }) => trimOf(dict))
  const forms = await sheets.embedPages(
    book.document.getPages(),
    trims.map(([left, bottom, right, top]) => ({ left, bottom, right, top })),
  )
  const scale = Math.min(
    1,
    ...forms.map((form) => Math.min(WIDTH / 2 / form.width, HEIGHT / form.height)),
  )
  const spread = spreadOf(forms, scale)
  const folded = signatures.flatMap((signature) =>
    signature.map((sheet, within) => ({ ...sheet, creep: within * CREEP })),
  )
  for (const { front, back, creep } of folded) {
    for (const side of [front, back]) {
      const page = sheets.addPage([WIDTH, HEIGHT])
      for (const set of ['setBleedBox', 'setTrimBox'] as const) page[set](0, 0, WIDTH, HEIGHT)
      drawSide(page, side, forms, { scale, creep })
      if (hasRoom(spread)) drawMarks(page, spread)
    }
  }
  const title = book.document.getTitle() ?? ''
  const language = lookupText(book.catalog, 'Lang') ?? 'en'
  describeSheets(sheets, title, language)
  await sheets.flush()
  const isCut = hasRoom(spread)
  const facts = { title, pages: book.pages.length, signatures, rightBound, scale, isCut }
  return {
    pdf: await savePdf({ context: sheets.context }, `booklet of ${title}`),
    instructions: bookletInstructions(language, facts),
  }
}

function describeSheets(sheets: PDFDocument, title: string, language: string): void {
  sheets.setTitle(title, { showInWindowTitleBar: true })
  sheets.setLanguage(language)
  const viewer = sheets.catalog.getOrCreateViewerPreferences().dict
  viewer.set(name('Duplex'), name('DuplexFlipShortEdge'))
  viewer.set(name('PrintScaling'), name('None'))
}

/** The cut of a page, or all of it. */
function trimOf(dict: Parameters<typeof lookup>[0]): Box {
  const { width, height } = printedSize({ dict })
  const [left = 0, bottom = 0, right = width, top = height] =
    numbersOf(lookup(dict, 'TrimBox')) ?? []
  return [left, bottom, right, top]
}

type Form = Awaited<ReturnType<PDFDocument['embedPages']>>[number]

function drawSide(
  page: PDFPage,
  side: Side,
  forms: readonly Form[],
  { scale, creep }: { readonly scale: number; readonly creep: number },
): void {
  for (const half of ['left', 'right'] as const) {
    const number = side[half]
    const form = number === null ? undefined : forms[number]
    if (form === undefined) continue
    page.drawPage(form, {
      x: half === 'left' ? WIDTH / 2 - form.width * scale + creep : WIDTH / 2 - creep,
      y: (HEIGHT - form.height * scale) / 2,
      xScale: scale,
      yScale: scale,
    })
  }
}

/** Marks where to cut a booklet whose pages leave room for them. */
function drawMarks(page: PDFPage, spread: Box): void {
  for (const [x1, y1, x2, y2] of cropMarks({ bleed: spread, trim: spread })) {
    page.drawLine({
      start: { x: x1, y: y1 },
      end: { x: x2, y: y2 },
      thickness: MARK_WIDTH,
      color: grayscale(0),
    })
  }
}

/** Where two pages lie on a side. */
function spreadOf(forms: readonly Form[], scale: number): Box {
  const width = Math.max(0, ...forms.map((form) => form.width)) * scale
  const height = Math.max(0, ...forms.map((form) => form.height)) * scale
  const [x, y] = [WIDTH / 2, HEIGHT / 2]
  return [x - width, y - height / 2, x + width, y + height / 2]
}

function hasRoom([left, bottom]: Box): boolean {
  return Math.min(left, bottom) >= markRoom(0) * MM
}
