import { inPrint, placeOf, type Source } from '@huijiao/model'
import type { Look } from '../collation/look.ts'
import type { Fate, Print, SourceLine, SourcePage, SourceSummary } from '../protocol/views.ts'
import { fateOf, type Stretch, stretchAt, stretchesOf } from './fates.ts'
import { doubtsByPlace } from './questions.ts'

/** Parts that the strip of a file has: about one for every few pixels of a narrow column. */
const STRIP = 96

/** Characters of a page of a source, about: a few screens. */
const PAGE = 4000

/** The files with what became of them. */
export function sourceSummaries(look: Look): SourceSummary[] {
  const doubts = doubtsByPlace(look)
  return look.sources.map((source) => {
    const stretches = stretchesOf(look, source)
    const witness = look.config?.witnesses.find((w) => w.siglum === source.siglum)
    return {
      file: source.file,
      siglum: source.siglum,
      description: witness?.description ?? '',
      copy: witness?.kind ?? 'manual',
      length: source.points.length,
      lines: source.lineStarts.length,
      strip: stripOf(stretches, source.points.length),
      shares: sharesOf(source, stretches),
      doubts: doubts.get(source.file)?.size ?? 0,
    }
  })
}

const nameOf = ({ role, work }: Fate): string => `${role} ${work ?? ''}`

function sharesOf(source: Source, stretches: readonly Stretch[]): SourceSummary['shares'] {
  const shares = new Map<string, Fate & { characters: number }>()
  const add = (fate: Fate, characters: number): void => {
    const share = shares.get(nameOf(fate)) ?? { ...fate, characters: 0 }
    share.characters += characters
    shares.set(nameOf(fate), share)
  }
  for (const stretch of stretches) {
    if (stretch.role !== 'whitespace') add(fateOf(stretch), stretch.end - stretch.start)
  }
  // What the reader of the file has set aside is in no stretch of its text.
  for (const { kind, text } of source.map?.asides ?? []) add({ role: kind }, text.length)
  return [...shares.values()].sort((a, b) => b.characters - a.characters)
}

function stripOf(stretches: readonly Stretch[], length: number): Fate[] {
  const parts = Math.min(STRIP, length)
  return Array.from({ length: parts }, (_, part): Fate => {
    const [from, to] = [(part * length) / parts, ((part + 1) * length) / parts]
    let most: { fate: Fate; share: number } | null = null
    for (let at = stretchAt(stretches, from); at < stretches.length; at += 1) {
      const stretch = stretches[at]
      if (stretch === undefined || stretch.start >= to) break
      if (stretch.role === 'whitespace') continue
      const share = Math.min(stretch.end, to) - Math.max(stretch.start, from)
      if (most === null || share > most.share) most = { fate: fateOf(stretch), share }
    }
    return most?.fate ?? { role: 'whitespace' }
  })
}

/**
 * Some lines of a source from the line that an offset lies in.
 * A line that is longer than a page goes on in the next one, under the same number.
 */
export function sourcePage(look: Look, file: string, at: number): SourcePage | null {
  const source = look.sources.find((s) => s.file === file)
  if (source === undefined) return null
  const length = source.points.length
  const stretches = stretchesOf(look, source)
  const doubts = doubtsByPlace(look).get(file) ?? new Map<number, string>()
  const lines: SourceLine[] = []
  let start = Math.max(0, Math.min(at, length))
  const first = start
  while (start < length && start < first + PAGE) {
    const end = Math.min(lineEnd(source, start), first + PAGE)
    const pieces = piecesOf(source, stretches, start, end)
    const question = [...doubts].find(([place]) => place >= start && place < end)?.[1]
    lines.push({
      number: placeOf(source, start).line,
      start,
      pieces,
      ...(question === undefined ? {} : { doubt: question }),
    })
    start = end
  }
  return { file, start: first, end: start, length, lines, prints: printsOf(source, first, start) }
}

function lineEnd(source: Source, at: number): number {
  let [low, high] = [0, source.lineStarts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return source.lineStarts[low] ?? source.points.length
}

function piecesOf(
  source: Source,
  stretches: readonly Stretch[],
  start: number,
  end: number,
): SourceLine['pieces'] {
  const pieces: (Fate & { text: string })[] = []
  for (let at = stretchAt(stretches, start); at < stretches.length; at += 1) {
    const stretch = stretches[at]
    if (stretch === undefined || stretch.start >= end) break
    const text = source.points
      .slice(Math.max(start, stretch.start), Math.min(end, stretch.end))
      .join('')
      // Ends of lines and pages, and other controls, have no shape.
      .replace(/[^\P{Cc}\t]+/gu, '')
    if (text !== '') pieces.push({ ...fateOf(stretch), text })
  }
  return pieces
}

/** Pictures that a browser can show. */
const PICTURE = /\.(?:jpe?g|png|gif|webp)$/iu

function printsOf(source: Source, start: number, end: number): Print[] {
  const pages = (source.pages ?? []).filter(
    (page, index, all) => page.start < end && (all[index + 1]?.start ?? Infinity) > start,
  )
  return pages.flatMap((page): Print[] => {
    const place = inPrint(source, page.start, page.start + 1)
    if (place?.image === undefined || !PICTURE.test(place.image)) return []
    return [{ label: place.page, image: place.image }]
  })
}
