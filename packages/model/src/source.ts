/** A raw file, decoded. */
export interface Source {
  /** Name below the edition's `witnesses/`. */
  readonly file: string
  readonly siglum: string
  readonly sha256: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'
  /** The decoded text, without a byte order mark; line ends as they are. */
  readonly text: string
  /** The text by code points; `points.length` is the length all spans count in. */
  readonly points: readonly string[]
  /** Offset of the first code point of each line. */
  readonly lineStarts: readonly number[]
}

/** What is known of a file beside its text. */
export type SourceOrigin = Pick<Source, 'file' | 'siglum' | 'sha256' | 'encoding'>

/** A source from its decoded text, with the places of its lines. */
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
