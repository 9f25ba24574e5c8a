import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'
import {
  PDFArray,
  PDFDict,
  PDFHeader,
  PDFHexString,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFStreamWriter,
} from './pdf-lib.ts'

/** Objects in one compressed stream: more save little, and a reader must unpack all to get at one. */
const PER_STREAM = 200

/** Digits of each half of a file identifier: 16 bytes (ISO 32000-1, 14.4). */
const DIGITS = 32

/**
 * Writes the objects that the trailer reaches as PDF 1.7 with object streams. The file identifier is a hash, so equal objects give
 * equal bytes.
 *
 * @param id seed of the permanent half of the file identifier; the other half is a hash of the content.
 */
export async function savePdf(
  { context }: Pick<PdfFile, 'context'>,
  id: string,
): Promise<Uint8Array> {
  dropUnreached(context)
  context.header = PDFHeader.forVersion(1, 7)
  const blank = '0'.repeat(DIGITS)
  context.trailerInfo.ID = context.obj([PDFHexString.of(hash(id)), PDFHexString.of(blank)])
  const writer = PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY, true, PER_STREAM)
  const bytes = Buffer.from(await writer.serializeToBuffer())
  bytes.write(hash(bytes), bytes.lastIndexOf(`<${blank}>`) + 1, 'latin1')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, DIGITS).toUpperCase()
}

/** Deletes what neither the catalog nor the information dictionary leads to: pdf-lib writes all that it has. */
function dropUnreached(context: PdfFile['context']): void {
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info]
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFStream) waiting.push(object.dict)
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) context.delete(ref)
  }
}
