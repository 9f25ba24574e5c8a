import { inflateSync } from 'node:zlib'
import { zlibSync } from 'fflate'
import { LEVEL } from './deflate.ts'
import { PdfError } from './errors.ts'
import { parsePlain } from './parse.ts'
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFString,
} from './pdf-lib.ts'

export interface PdfPage {
  readonly ref: PDFRef
  readonly dict: PDFDict
}

/** A parsed PDF: its objects, catalog and pages in order. */
export interface PdfFile {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly pages: readonly PdfPage[]
}

/**
 * Parses a PDF.
 *
 * @throws {PdfError} when the bytes are no PDF, or its page tree is broken.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const context = await parse(bytes)
  const catalog = context.lookup(context.trailerInfo.Root)
  if (!(catalog instanceof PDFDict)) throw new PdfError('pdf-catalog', 'the file has no catalog')
  const pages: PdfPage[] = []
  const walk = (node: PDFObject | undefined): void => {
    const dict = context.lookup(node)
    if (!(dict instanceof PDFDict) || !(node instanceof PDFRef)) {
      throw new PdfError('pdf-page-tree', 'a node of the page tree is not a dictionary')
    }
    const kids = lookup(dict, 'Kids')
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) walk(kid)
    else pages.push({ ref: node, dict })
  }
  walk(catalog.get(name('Pages')))
  return { context, catalog, pages }
}

async function parse(bytes: Uint8Array): Promise<PDFContext> {
  const plain = parsePlain(bytes)
  if (plain !== undefined) return plain
  try {
    return await PDFParser.forBytesWithOptions(
      bytes,
      Number.POSITIVE_INFINITY,
      true,
    ).parseDocument()
  } catch (error) {
    throw new PdfError('pdf-syntax', error instanceof Error ? error.message : String(error))
  }
}

/** Names are few, and asked for at every turn: each is made and read once. */
const NAMES = new Map<string, PDFName>()
const TEXTS = new Map<PDFName, string>()

export function name(text: string): PDFName {
  let known = NAMES.get(text)
  if (known === undefined) {
    known = PDFName.of(text)
    NAMES.set(text, known)
  }
  return known
}

function textOfName(key: PDFName): string {
  let known = TEXTS.get(key)
  if (known === undefined) {
    known = key.decodeText()
    TEXTS.set(key, known)
  }
  return known
}

/** The value of a key, references followed. */
export function lookup(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.lookup(name(key))
}

export function lookupDict(dict: PDFDict, key: string): PDFDict | undefined {
  const value = lookup(dict, key)
  return value instanceof PDFDict ? value : undefined
}

export function lookupName(dict: PDFDict, key: string): string | undefined {
  const value = lookup(dict, key)
  return value instanceof PDFName ? textOfName(value) : undefined
}

export function lookupNumber(dict: PDFDict, key: string): number | undefined {
  const value = lookup(dict, key)
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** The text of a string object of either form. */
export function textOf(value: PDFObject | undefined): string | undefined {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText()
  return undefined
}

export function lookupText(dict: PDFDict, key: string): string | undefined {
  return textOf(lookup(dict, key))
}

export function numbersOf(value: PDFObject | undefined): number[] | undefined {
  if (!(value instanceof PDFArray)) return undefined
  const numbers: number[] = []
  for (let index = 0; index < value.size(); index++) {
    const item = value.lookup(index)
    if (!(item instanceof PDFNumber)) return undefined
    numbers.push(item.asNumber())
  }
  return numbers
}

/** The decoded bytes of a stream. */
export function streamBytes(stream: PDFRawStream): Uint8Array {
  const filter = lookup(stream.dict, 'Filter')
  if (filter === undefined) return stream.contents
  if (filter === name('FlateDecode') && !stream.dict.has(name('DecodeParms'))) {
    return inflateSync(stream.contents)
  }
  return decodePDFRawStream(stream).decode()
}

/** Makes a compressed stream. */
export function flateStream(dict: PDFDict, bytes: Uint8Array): PDFRawStream {
  return deflatedStream(dict, zlibSync(bytes, { level: LEVEL }))
}

/** Makes a stream of what is deflated. */
export function deflatedStream(dict: PDFDict, deflated: Uint8Array): PDFRawStream {
  dict.set(name('Filter'), name('FlateDecode'))
  dict.delete(name('DecodeParms'))
  dict.delete(name('Length'))
  return PDFRawStream.of(dict, deflated)
}

/** The decoded content of a page, its parts joined. */
export function pageContent(page: PDFDict): Uint8Array {
  const contents = lookup(page, 'Contents')
  if (contents instanceof PDFRawStream) return streamBytes(contents)
  if (!(contents instanceof PDFArray)) return new Uint8Array()
  const parts: Uint8Array[] = []
  for (let index = 0; index < contents.size(); index++) {
    const part = contents.lookup(index)
    if (part instanceof PDFRawStream) parts.push(streamBytes(part), Uint8Array.of(10))
  }
  return new Uint8Array(Buffer.concat(parts))
}
