import type { Box } from './provenance.ts'
import type { Source } from './source.ts'

/** Place of text on the printed page. */
export interface PlaceInPrint {
  /** The number that the file gives the page, else its place among the pages, from 1. */
  readonly page: string
  /** File or address of the page's picture. */
  readonly image?: string
  /** Around the words, else around the line; in the unit of the page. */
  readonly box?: Box
  /** Confidence of the recognition of the words or the line, from 0 to 1. */
  readonly confidence?: number
}

/** Page and box of a stretch of a source; null where its file has no pages. */
export function inPrint(source: Source, start: number, end: number): PlaceInPrint | null {
  const pages = source.pages ?? []
  const index = pages.findLastIndex((page) => page.start <= start)
  const page = pages[index]
  if (page === undefined) return null
  const place = { page: page.label ?? String(index + 1), ...(page.image && { image: page.image }) }
  const lines = (source.lines ?? []).filter((line) => line.start < end && line.end > start)
  const line = lines[0]
  if (line === undefined) return place
  const words = lines.flatMap((l) => (l.words ?? []).filter((w) => w.start < end && w.end > start))
  const boxes = (words.some((w) => w.box !== undefined) ? words : lines).flatMap((l) =>
    l.box === undefined ? [] : [l.box],
  )
  const sure = (words.some((w) => w.confidence !== undefined) ? words : lines).flatMap(
    (l) => l.confidence ?? [],
  )
  return {
    ...place,
    ...(boxes.length === 0 ? {} : { box: around(boxes) }),
    ...(sure.length === 0 ? {} : { confidence: Math.min(...sure) }),
  }
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
]
