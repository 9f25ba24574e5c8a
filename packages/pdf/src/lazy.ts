import {
  PDFContext as Context,
  type PDFContext,
  type PDFObject,
  PDFObjectParser,
  PDFRef,
} from './pdf-lib.ts'

/** Reads single objects of a PDF, without the rest. */
export interface LazyPdf {
  readonly context: PDFContext
  /** Reference of the catalog. */
  readonly root: PDFRef
  /** The object behind a reference, or the object itself. */
  read(object: PDFObject | undefined): PDFObject | undefined
}

const TAIL = 2048

/**
 * Opens a PDF by its cross-reference table, as the browser writes it; undefined where the file has none of the
 * plain kind.
 */
export function openLazily(bytes: Uint8Array): LazyPdf | undefined {
  const tail = latin1(bytes, Math.max(0, bytes.length - TAIL), bytes.length)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  const root = /trailer[^]*\/Root\s+(\d+)\s+(\d+)\s+R/.exec(tail)
  if (Number.isNaN(start) || root === null) return undefined
  const head = /^xref\s+0 (\d+)\s*?\r?\n/.exec(latin1(bytes, start, start + 40))
  if (head === null) return undefined
  const entries = start + head[0].length
  const count = Number(head[1])
  const context = Context.create()

  const readAt = (number: number): PDFObject | undefined => {
    if (number >= count) return undefined
    const entry = latin1(bytes, entries + number * 20, entries + number * 20 + 20)
    const offset = /^(\d{10}) \d{5} n/.exec(entry)?.[1]
    if (offset === undefined) return undefined
    const from = Number(offset)
    const opened = /^\s*\d+ \d+ obj/.exec(latin1(bytes, from, from + 40))?.[0]
    if (opened === undefined) return undefined
    return PDFObjectParser.forBytes(bytes.subarray(from + opened.length), context).parseObject()
  }
  return {
    context,
    root: PDFRef.of(Number(root[1]), Number(root[2])),
    read: (object) => (object instanceof PDFRef ? readAt(object.objectNumber) : object),
  }
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset + from,
    Math.max(0, Math.min(to, bytes.length) - from),
  ).toString('latin1')
}
