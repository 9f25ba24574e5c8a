import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fault, InputError } from '@huijiao/model'
import { type Draft, draft } from '../draft/draft.ts'
import { LARGEST_FILE, withinLimit } from '../file/limits.ts'
import { linesOf, type PdfLine } from './pdf/lines.ts'
import type { Reader } from '../file/reader.ts'

/** Character maps of East Asian PDFs that embed none (Adobe), beside the compiled files. */
const CMAPS = new URL('../../dist/cmaps/', import.meta.url)

/** Hands pdf.js the character maps that it asks for by name; of the rest it needs nothing to read text. */
class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return new Uint8Array(await readFile(new URL(basename(filename), CMAPS)))
  }
}

/** PDF with a text layer, by pdf.js: its lines with box and size of type, page by page. */
export const pdf: Reader = {
  id: 'pdf',
  name: 'PDF with text (.pdf)',
  kind: 'pdf',
  accepts: ({ head }) => head.startsWith('%PDF-'),
  async read({ file, bytes }) {
    withinLimit(file, bytes.length, LARGEST_FILE)
    const pages = await pagesOf(file, bytes)
    if (!pages.some(({ lines }) => lines.length > 0)) throw new InputError([withoutText(file)])
    const made = draft()
    for (const page of pages) pageInto(made, page)
    return [{ ...made.finish(), encoding: 'utf-8', messages: [] }]
  },
}

interface PdfPage {
  readonly number: number
  readonly label: string
  readonly width: number
  readonly height: number
  readonly lines: readonly PdfLine[]
}

async function pagesOf(file: string, bytes: Uint8Array): Promise<PdfPage[]> {
  // Loaded when first asked for: it is large.
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs')
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    BinaryDataFactory: CharacterMaps,
    cMapUrl: CMAPS.href,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
  })
  try {
    const document = await task.promise
    const labels = (await document.getPageLabels()) ?? []
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const lines = linesOf(items, page.view[1] ?? 0, height)
      pages.push({ number, label: labels[number - 1] ?? String(number), width, height, lines })
      page.cleanup()
    }
    return pages
  } catch (error) {
    throw new InputError([unreadable(file, error)])
  } finally {
    await task.destroy()
  }
}

/** A page is a part of the file, its printed lines the lines of places. */
function pageInto(made: Draft, { number, label, width, height, lines }: PdfPage): void {
  const text = lines.map((line) => line.text).join('\n')
  made.part(`page ${number}`, text)
  // A form feed parts pages, as in the text that other tools extract.
  if (made.last() !== '') made.put('\f', 0, 0)
  made.page({ label, width, height })
  let from = 0
  for (const line of lines) {
    made.line({ box: line.box, size: line.size }, () => made.copy(from, from + line.text.length))
    from += line.text.length
    if (from < text.length) made.copy(from, from + 1)
    else made.put('\n', from, from)
    from += 1
  }
}

const withoutText = (file: string) => fault('no-text-layer', { file })

const unreadable = (file: string, error: unknown) =>
  fault('broken-pdf', { file }, { text: error instanceof Error ? error.message : String(error) })
