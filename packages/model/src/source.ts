import type { FileMap, Mark, PrintedLine, PrintedPage } from './provenance.ts'

/** Character encoding of a file, by its WHATWG name. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'windows-1252'
  | 'hz'
  | 'iso-2022-jp'
  | 'utf-7'

/** A raw file, read. */
export interface Source extends SourceShape {
  /** Name below the edition's `witnesses/`; after a `#` the witness, where the file holds several. */
  readonly file: string
  readonly siglum: string
  readonly sha256: string
  readonly encoding: Encoding
  /** The text as read: of plain text the decoded file without a byte order mark; line ends as they are. */
  readonly text: string
  /** The text by code points; `points.length` is the length all spans count in. */
  readonly points: readonly string[]
  /** Offset of the first code point of each line. */
  readonly lineStarts: readonly number[]
}

/** Structure of a file besides its characters; plain text has none. */
export interface SourceShape {
  /** Id of the reader that read it; absent for plain text. */
  readonly format?: string
  /** The witness whose text it is, where the file holds several. */
  readonly witness?: string
  /** Mapping from text to file; absent where the text is the decoded file itself. */
  readonly map?: FileMap
  /** By start, outer before inner. */
  readonly marks?: readonly Mark[]
  readonly pages?: readonly PrintedPage[]
  readonly lines?: readonly PrintedLine[]
}

/** What is known of a file beside its text. */
export type SourceOrigin = Pick<Source, 'file' | 'siglum' | 'sha256' | 'encoding'> & SourceShape

/** A source from its text, with the places of its lines. */
export function sourceOf(text: string, origin: SourceOrigin): Source {
  const points = Array.from(text)
  return { ...origin, text, points, lineStarts: lineStarts(points) }
}

/** A line ends with LF, CR LF, or CR alone. */
function lineStarts(points: readonly string[]): number[] {
  const starts = [0]
  for (let at = 0; at < points.length; at++) {
    const point = points[at]
    if (point === '\n' || (point === '\r' && points[at + 1] !== '\n')) starts.push(at + 1)
  }
  return starts
}
