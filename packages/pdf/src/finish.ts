import {
  boxSetter,
  printedSize,
  type Sheet,
  sheetOf,
  shiftAnnotations,
  shiftDestination,
} from './boxes.ts'
import { obstacles } from './claim.ts'
import { writeFonts } from './content/fonts.ts'
import { type Rewritten, rewritePage, type Shared } from './content/rewrite.ts'
import { type Deflater, startDeflater } from './deflate.ts'
import { destinationArray, destinationsOf, namedDestinations } from './destinations.ts'
import { PdfError } from './errors.ts'
import { deflatedStream, lookupDict, name, openPdf, type PdfFile, type PdfPage } from './file.ts'
import { grayObjects } from './gray/objects.ts'
import { writePageLabels } from './labels.ts'
import { cropMarks, drawLines } from './marks.ts'
import { writeMetadata } from './metadata.ts'
import type { FinishOptions } from './options.ts'
import { writeOutline } from './outline.ts'
import { PDFBool, PDFDict, type PDFRef, PDFString } from './pdf-lib.ts'
import { homeLinks, writePlaces } from './places.ts'
import { type Astray, linksAstray, placeLinks } from './structure/astray.ts'
import { describeLinks, linkContents, tagLinks } from './structure/links.ts'
import { mendStructure } from './structure/mend.ts'
import { type Content, type Element, readStructure } from './structure/tree.ts'
import { writeStructure } from './structure/write.ts'
import { writePdf } from './write.ts'

/** A finished PDF, and what keeps it from claiming PDF/UA-1, in words. */
export interface Finished {
  readonly bytes: Uint8Array
  readonly obstacles: readonly string[]
}

/**
 * Finishes the PDF that the browser printed: exact boxes, bookmarks, page labels, metadata, tags and inks.
 * Equal bytes and options give equal bytes.
 *
 * @param deflater a thread of the caller's, who ends it; without one the pass starts its own.
 * @throws {PdfError} when the file is not the print that the options describe.
 */
export async function finishPdf(
  bytes: Uint8Array,
  options: FinishOptions,
  deflater?: Deflater,
): Promise<Uint8Array> {
  if (deflater !== undefined) return (await finishWith(deflater, bytes, options)).bytes
  return (await finish(bytes, options)).bytes
}

/** Like {@link finishPdf}, and tells whether the result is accessible. */
export async function finish(bytes: Uint8Array, options: FinishOptions): Promise<Finished> {
  const deflater = startDeflater()
  try {
    return await finishWith(deflater, bytes, options)
  } finally {
    await deflater.close()
  }
}

async function finishWith(
  deflater: Deflater,
  bytes: Uint8Array,
  options: FinishOptions,
): Promise<Finished> {
  const file = await openPdf(bytes)
  if (options.expectedPages !== undefined && options.expectedPages !== file.pages.length) {
    throw new PdfError(
      'page-count',
      `expected ${options.expectedPages} pages, got ${file.pages.length}`,
    )
  }
  const places = homeLinks(file)
  const root = readStructure(file)
  if (root !== undefined) tagLinks(file, root)
  const astray = root === undefined ? [] : linksAstray(root)
  const placing: Promise<void>[] = []
  const place: Shared['place'] = (ref, content) => {
    const dict = PDFDict.withContext(file.context)
    const placed = deflater
      .deflate(content)
      .then((deflated) => file.context.assign(ref, deflatedStream(dict, deflated)))
    placed.catch(() => undefined)
    placing.push(placed)
  }
  const pages = finishPages(file, root, astray, options, place)
  if (options.gray === true) grayObjects(file)
  if (root !== undefined) {
    placeLinks(file, astray, (content) => pages.get(content.page)?.areas.get(content.mcid))
  }
  writePlaces(file, places)
  options.agree?.(destinationsOf(file))
  if (root !== undefined) {
    describeLinks(file, root, (content) => pages.get(content.page)?.texts.get(content.mcid) ?? '')
    mendStructure(
      file,
      root,
      (content) => pages.get(content.page)?.contents.get(content.mcid) ?? [],
      [...pages.values()].flatMap((page) => page.strays),
    )
    if (root.language === options.language) delete root.language
    writeStructure(file, root)
  }
  writeOutline(file, options.outline)
  writePageLabels(file, options.pageLabels)
  writeCatalog(file, options)
  let untagged = 0
  for (const page of pages.values()) untagged += page.untagged
  const found = obstacles(file, root, untagged)
  writeMetadata(file, options, found.length === 0)
  await Promise.all(placing)
  return { bytes: await writePdf(file.context, options.id, deflater), obstacles: found }
}

function finishPages(
  file: PdfFile,
  root: Element | undefined,
  astray: readonly Astray[],
  options: FinishOptions,
  place: Shared['place'],
): Map<PDFRef, Rewritten> {
  const wanted = identifiersByPage(root === undefined ? [] : linkContents(file, root))
  const sought = identifiersByPage(astray.flatMap((link) => link.contents))
  const shared: Shared = { forms: new Map(), fonts: new Map(), done: new Set(), place }
  const shifts = new Map<PDFRef, Sheet['shift']>()
  const pages = new Map<PDFRef, Rewritten>()
  const sheets = new Map<string, { readonly sheet: Sheet; readonly set: (page: PdfPage) => void }>()
  file.pages.forEach((page, index) => {
    const printed = printedSize(page)
    const size = `${printed.width} ${printed.height}`
    let known = sheets.get(size)
    if (known === undefined) {
      const made = sheetOf(printed, options, index)
      known = { sheet: made, set: boxSetter(file, made) }
      sheets.set(size, known)
    }
    const { sheet, set } = known
    shifts.set(page.ref, sheet.shift)
    const how = {
      gray: options.gray === true,
      shift: sheet.shift,
      append: options.marks === true ? drawLines(cropMarks(sheet)) : '',
      wanted: wanted.get(page.ref) ?? new Set<number>(),
      sought: sought.get(page.ref) ?? new Set<number>(),
    }
    pages.set(page.ref, rewritePage(file, page, how, shared))
    set(page)
    shiftAnnotations(page, sheet.shift)
    if (page.dict.has(name('Annots'))) page.dict.set(name('Tabs'), name('S'))
  })
  writeFonts(file, shared.fonts)
  for (const [, value] of namedDestinations(file)) {
    const target = destinationArray(file, value)
    if (target !== undefined) shiftDestination(target, shifts)
  }
  return pages
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

function writeCatalog(file: PdfFile, options: FinishOptions): void {
  const { catalog, context } = file
  catalog.set(name('Lang'), PDFString.of(options.language))
  const preferences = PDFDict.withContext(context)
  preferences.set(name('DisplayDocTitle'), PDFBool.True)
  if (options.direction === 'r2l') preferences.set(name('Direction'), name('R2L'))
  catalog.set(name('ViewerPreferences'), preferences)
  const old = lookupDict(catalog, 'Dests')
  if (old === undefined) return
  const entries = [...old.asMap()].map(([key, value]) => [key.asString(), key, value] as const)
  const sorted = PDFDict.withContext(context)
  for (const [, key, value] of entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    sorted.set(key, value)
  }
  catalog.set(name('Dests'), context.register(sorted))
}
