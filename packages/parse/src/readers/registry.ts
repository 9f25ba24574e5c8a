import { alto } from './alto.ts'
import { cbetaLines } from './cbeta-lines.ts'
import { collatex } from './collatex.ts'
import { docx } from './docx.ts'
import { epub } from './epub.ts'
import { hocr } from './hocr.ts'
import { html } from './html.ts'
import { kanripo } from './kanripo.ts'
import { markdown } from './markdown.ts'
import { mets } from './mets.ts'
import { paddle } from './paddle.ts'
import { pageXml } from './page-xml.ts'
import { pdf } from './pdf.ts'
import { plain } from './plain.ts'
import type { RawFile, Reader } from './reader.ts'
import { tei } from './tei.ts'
import { tesseract } from './tesseract.ts'

/** All readers; the first that accepts a file reads it, so what is special stands before what is general. */
export const READERS: readonly Reader[] = [
  pdf,
  epub,
  docx,
  mets,
  alto,
  pageXml,
  tei,
  hocr,
  collatex,
  paddle,
  tesseract,
  kanripo,
  cbetaLines,
  html,
  markdown,
  plain,
]

/** The reader of a file; undefined where none reads its format. */
export const readerOf = (file: RawFile): Reader | undefined =>
  READERS.find((reader) => reader.accepts(file))
