import { alto } from './formats/alto.ts'
import { cbetaLines } from './formats/cbeta-lines.ts'
import { collatex } from './formats/collatex.ts'
import { docx } from './formats/docx.ts'
import { epub } from './formats/epub.ts'
import { hocr } from './formats/hocr.ts'
import { html } from './formats/html.ts'
import { kanripo } from './formats/kanripo.ts'
import { markdown } from './formats/markdown.ts'
import { mets } from './formats/mets.ts'
import { paddle } from './formats/paddle.ts'
import { pageXml } from './formats/page-xml.ts'
import { pdf } from './formats/pdf.ts'
import { plain } from './formats/plain.ts'
import type { RawFile, Reader } from './file/reader.ts'
import { tei } from './formats/tei.ts'
import { tesseract } from './formats/tesseract.ts'

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
