import type { Box, PlaceInPrint } from '@huijiao/ast'
import type { PrintedLine } from './provenance.ts'
import type { Source } from './source.ts'

/** Page and box of a stretch of a source; null where its file does not tell pages. */
export function inPrint(source: Source, start: number, end: number): PlaceInPrint | null {
  const pages = source.pages ?? []
  const index = pages.findLastIndex((page) => page.start <= start)
  const page = pages[index]
  if (page === undefined) return null
  const { image, width, height } = page
  const place = {
    page: page.label ?? String(index + 1),
    ...(image === undefined || image === '' ? {} : { image }),
    ...(width === undefined || height === undefined ? {} : { size: [width, height] as const }),
  }
  const lines = linesWithin(source.lines ?? [], start, end)
  if (lines.length === 0) return place
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

/** The lines that a stretch touches; they are in the order of the text. */
function linesWithin(lines: readonly PrintedLine[], start: number, end: number): PrintedLine[] {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  const found: PrintedLine[] = []
  for (let at = low; (lines[at]?.start ?? end) < end; at += 1)
    found.push(...lines.slice(at, at + 1))
  return found
}

/**
 * How sure the recognition is of each character of a source, from 0 to 1, by its word, else by its line; null where the
 * file says nothing of it.
 */
export function confidencesOf({ lines = [] }: Source): ((at: number) => number | undefined) | null {
  const known = new Map<number, number>()
  for (const line of lines) {
    for (const { start, end, confidence } of [line, ...(line.words ?? [])]) {
      if (confidence === undefined) continue
      for (let at = start; at < end; at += 1) known.set(at, confidence)
    }
  }
  return known.size === 0 ? null : (at) => known.get(at)
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
]
