import { type Box, MM, markRoom, printedSize } from '../boxes.ts'
import { decimal } from '../content/rewrite.ts'
import {
  flateStream,
  lookup,
  lookupDict,
  lookupName,
  lookupText,
  name,
  numbersOf,
  openPdf,
  type PdfFile,
  type PdfPage,
  pageContent,
} from '../file.ts'
import { cropMarks, drawLines } from '../marks.ts'
import {
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '../pdf-lib.ts'
import { writePdf } from '../write.ts'
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

const WIDTH = 297 * MM
const HEIGHT = 210 * MM

/**
 * Puts the pages of a finished PDF two by two on landscape sheets, for printing on both sides (flipped on the
 * short edge) and folding. Pages larger than half a sheet are made smaller, smaller ones stay; each touches the
 * fold. Tags, links and bookmarks are left out: the sheets are for a printer.
 */
export async function impose(bytes: Uint8Array, options: BookletOptions): Promise<Booklet> {
  const file = await openPdf(bytes)
  const preferences = lookupDict(file.catalog, 'ViewerPreferences')
  const rightBound = preferences !== undefined && lookupName(preferences, 'Direction') === 'R2L'
  const signatures = bookletOrder(file.pages.length, options.signature, rightBound)
  const pages = file.pages.map((page) => pageForm(file, page))
  const scale = Math.min(
    1,
    ...pages.map((page) => Math.min(WIDTH / 2 / page.width, HEIGHT / page.height)),
  )

  const tree = PDFDict.withContext(file.context)
  const treeRef = file.context.register(tree)
  const sides: PDFRef[] = []
  for (const sheet of signatures.flat()) {
    for (const side of [sheet.front, sheet.back])
      sides.push(sidePage(file, treeRef, side, pages, scale))
  }
  tree.set(name('Type'), name('Pages'))
  tree.set(name('Kids'), file.context.obj(sides))
  tree.set(name('Count'), file.context.obj(sides.length))

  const info = file.context.lookup(file.context.trailerInfo.Info)
  const title = (info instanceof PDFDict ? lookupText(info, 'Title') : undefined) ?? ''
  const language = lookupText(file.catalog, 'Lang') ?? 'en'
  const catalog = PDFDict.withContext(file.context)
  catalog.set(name('Type'), name('Catalog'))
  catalog.set(name('Pages'), treeRef)
  catalog.set(name('Lang'), PDFString.of(language))
  catalog.set(
    name('ViewerPreferences'),
    file.context.obj({
      DisplayDocTitle: true,
      Duplex: 'DuplexFlipShortEdge',
      PrintScaling: 'None',
    }),
  )
  file.context.trailerInfo.Root = file.context.register(catalog)
  if (info instanceof PDFDict) info.set(name('Title'), PDFHexString.fromText(title))
  const isCut = hasRoom(spreadOf(pages, scale))
  const facts = { title, pages: file.pages.length, signatures, rightBound, scale, isCut }
  return {
    pdf: await writePdf(file.context, `booklet of ${title}`),
    instructions: bookletInstructions(language, facts),
  }
}

/** A page as a form, with the size of its cut. */
interface PageForm {
  readonly form: PDFRef
  readonly trim: Box
  readonly width: number
  readonly height: number
}

function pageForm(file: PdfFile, page: PdfPage): PageForm {
  const { width, height } = printedSize(page)
  const [left = 0, bottom = 0, right = width, top = height] =
    numbersOf(lookup(page.dict, 'TrimBox')) ?? []
  const trim: Box = [left, bottom, right, top]
  const dict = PDFDict.withContext(file.context)
  dict.set(name('Type'), name('XObject'))
  dict.set(name('Subtype'), name('Form'))
  dict.set(name('BBox'), file.context.obj([...trim]))
  const resources = inherited(page.dict, 'Resources')
  if (resources !== undefined) dict.set(name('Resources'), resources)
  const contents = page.dict.get(name('Contents'))
  const only = file.context.lookup(contents)
  const filter = only instanceof PDFRawStream ? lookup(only.dict, 'Filter') : undefined
  const isFlate = filter === PDFName.FlateDecode && only instanceof PDFRawStream
  let stream: PDFRawStream
  if (isFlate && !only.dict.has(name('DecodeParms'))) {
    dict.set(name('Filter'), PDFName.FlateDecode)
    stream = PDFRawStream.of(dict, only.contents)
  } else stream = flateStream(dict, pageContent(page.dict))
  const form = file.context.register(stream)
  return { form, trim, width: right - left, height: top - bottom }
}

function inherited(page: PDFDict, key: string): PDFObject | undefined {
  let dict: PDFDict | undefined = page
  while (dict !== undefined) {
    const value = dict.get(name(key))
    if (value !== undefined) return value
    const parent: PDFObject | undefined = lookup(dict, 'Parent')
    dict = parent instanceof PDFDict ? parent : undefined
  }
  return undefined
}

function sidePage(
  file: PdfFile,
  parent: PDFRef,
  side: Side,
  pages: readonly PageForm[],
  scale: number,
): PDFRef {
  const { context } = file
  const objects = PDFDict.withContext(context)
  let content = ''
  for (const half of ['left', 'right'] as const) {
    const number = side[half]
    const page = number === null ? undefined : pages[number]
    if (page === undefined) continue
    const key = half === 'left' ? 'L' : 'R'
    objects.set(name(key), page.form)
    const x = WIDTH / 2 - (half === 'left' ? page.width * scale : 0) - page.trim[0] * scale
    const y = (HEIGHT - page.height * scale) / 2 - page.trim[1] * scale
    content += `q ${decimal6(scale)} 0 0 ${decimal6(scale)} ${decimal(x)} ${decimal(y)} cm /${key} Do Q\n`
  }
  content += cutMarks(pages, scale)
  const dict = PDFDict.withContext(context)
  dict.set(name('Type'), name('Page'))
  dict.set(name('Parent'), parent)
  const sheet = [0, 0, WIDTH, HEIGHT].map((value) => Math.round(value * 1e4) / 1e4)
  for (const box of ['MediaBox', 'BleedBox', 'TrimBox']) dict.set(name(box), context.obj(sheet))
  const resources = PDFDict.withContext(context)
  resources.set(name('XObject'), objects)
  dict.set(name('Resources'), resources)
  const stream = flateStream(PDFDict.withContext(context), Buffer.from(content))
  dict.set(name('Contents'), context.register(stream))
  return context.register(dict)
}

/** Marks where to cut a booklet whose pages leave room for them; none for pages that fill the sheet. */
function cutMarks(pages: readonly PageForm[], scale: number): string {
  const spread = spreadOf(pages, scale)
  return hasRoom(spread) ? drawLines(cropMarks({ bleed: spread, trim: spread })) : ''
}

/** Where two pages lie on a side. */
function spreadOf(pages: readonly PageForm[], scale: number): Box {
  const width = Math.max(0, ...pages.map((page) => page.width)) * scale
  const height = Math.max(0, ...pages.map((page) => page.height)) * scale
  const [x, y] = [WIDTH / 2, HEIGHT / 2]
  return [x - width, y - height / 2, x + width, y + height / 2]
}

function hasRoom([left, bottom]: Box): boolean {
  return Math.min(left, bottom) >= markRoom(0) * MM
}

function decimal6(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
