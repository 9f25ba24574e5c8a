/** A source as it was read, and what became of it, as the build leaves it in `dist/sources/`. */
export interface SourceRecord {
  readonly file: string
  readonly siglum: string
  /** The lines of the text as it was read; for each where it begins in the text and in the file. */
  readonly lines: readonly SourceLine[]
  /** What became of it; the rows tile the text. */
  readonly rows: readonly SourceRow[]
}

export interface SourceLine {
  /** Offset in code points, which spans count in. */
  readonly start: number
  /** From 1, in the file, or in a part of it. */
  readonly line: number
  /** Member of an archive or page of a PDF. */
  readonly part?: string
  readonly text: string
}

export interface SourceRow {
  readonly start: number
  readonly end: number
  /** `text`, or why it is none. */
  readonly role: string
  readonly work: string
  readonly block: number | null
}

/** Index of the line that an offset stands in. */
export function lineAt({ lines }: SourceRecord, offset: number): number {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
