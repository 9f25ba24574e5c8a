import { PdfError } from './errors.ts'
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from './pdf-lib.ts'

export interface PdfPage {
  readonly ref: PDFRef
  readonly dict: PDFDict
}

/** A parsed PDF: its objects, catalog and pages in order. */
export interface PdfFile {
  readonly document: PDFDocument
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
  try {
    const document = await PDFDocument.load(bytes, {
      parseSpeed: Number.POSITIVE_INFINITY,
      throwOnInvalidObject: true,
      updateMetadata: false,
    })
    const pages = document.getPages().map(({ ref, node }) => ({ ref, dict: node }))
    return { document, context: document.context, catalog: document.catalog, pages }
  } catch (error) {
    throw new PdfError('pdf-syntax', error instanceof Error ? error.message : String(error))
  }
}

export const name = (text: string): PDFName => PDFName.of(text)

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
  return value instanceof PDFName ? value.decodeText() : undefined
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
export const streamBytes = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode()

/** Makes a compressed stream; the compression of pdf-lib gives the same bytes on every machine. */
export function flateStream(file: PdfFile, bytes: Uint8Array, dict?: PDFDict): PDFRawStream {
  const stream = file.context.flateStream(bytes)
  for (const [key, value] of dict?.entries() ?? []) {
    if (!COMPRESSION.has(key)) stream.dict.set(key, value)
  }
  return stream
}

/** What a dictionary says of how its stream is compressed. */
const COMPRESSION = new Set(['Filter', 'DecodeParms', 'Length'].map(name))

/** The decoded content of a page, its parts joined. */
export function pageContent(page: PDFDict): Uint8Array {
  const contents = lookup(page, 'Contents')
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents]
  const streams = parts.flatMap((part) => {
    const stream = page.context.lookup(part)
    return stream instanceof PDFRawStream ? [streamBytes(stream)] : []
  })
  const [only] = streams
  if (streams.length === 1 && only !== undefined) return only
  return Buffer.concat(streams.flatMap((bytes) => [bytes, Uint8Array.of(10)]))
}
