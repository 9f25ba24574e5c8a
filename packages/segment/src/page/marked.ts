import type { Mark, Source } from '@huijiao/model'

/** What a file's markup says of a line. */
export interface Marked {
  /** Level of its heading; 0 where it is none. */
  readonly level: number
  /** The whole line is set bold. */
  readonly bold: boolean
  /** A printed page begins between the line before and its end. */
  readonly pageBreak: boolean
}

/** Answers for the lines of a source in order; of a source without markup nothing is said. */
export function markedLines(source: Source): (start: number, end: number) => Marked {
  const heads = marksOf(source, 'heading')
  const bold = marksOf(source, 'strong')
  const pages = (source.pages ?? []).map(({ start }) => start)
  let before = 0
  return (start, end) => {
    const head = heads.find((mark) => mark.start < end && mark.end > start)
    const strong = bold.some((mark) => mark.start <= start && mark.end >= end)
    const pageBreak = before > 0 && pages.some((at) => at > before - 1 && at <= start)
    before = end
    return { level: head?.level ?? 0, bold: strong, pageBreak }
  }
}

const marksOf = ({ marks = [] }: Source, kind: Mark['kind']): readonly Mark[] =>
  marks.filter((mark) => mark.kind === kind)
