import { keyOf } from '@huijiao/text'
import type { OtherSources, PhysicalLine } from './model.ts'

/** Letters on each side of a border that are looked for in other sources. */
const SIDE = 6
/** Letters that a line must have for its standing elsewhere to mean anything. */
const LINE = 4

interface Stream {
  readonly letters: string
  /** Places in the stream where a line begins. */
  readonly begins: ReadonlySet<number>
}

/**
 * What each source has at the borders between the lines of the others, letter for letter.
 *
 * @param sources the lines of each source
 * @returns for each source, for each line
 */
export function othersOf(sources: readonly (readonly PhysicalLine[])[]): OtherSources[][] {
  const texts = sources.map((lines) => lines.map(({ text }) => lettersOf(text)))
  const streams = texts.map(streamOf)
  const wanted = sidesOf(streams)
  const places = streams.map(({ letters }) => placesOf(letters, wanted))
  const standing = standingOf(texts)
  return texts.map((lines, source) => {
    const own = streams[source]?.letters ?? ''
    let at = 0
    return lines.map((letters, line) => {
      const tail = own.slice(Math.max(0, at - SIDE), at)
      const head = own.slice(at, at + SIDE)
      at += letters.length
      const counts = { within: 0, beside: 0, apart: 0 }
      if (tail.length === SIDE && head.length === SIDE) {
        for (const [other, { begins }] of streams.entries()) {
          if (other === source) continue
          const known = places[other]
          const found = bordersOf(begins, known?.get(tail), known?.get(head))
          if (found !== null) counts[found]++
        }
      }
      return { ...counts, elsewhere: elsewhereOf(standing, texts, source, line) }
    })
  })
}

interface Standing {
  readonly source: number
  readonly line: number
}

/** Where each line that is long enough stands, by its letters. */
function standingOf(texts: readonly (readonly string[])[]): Map<string, Standing[]> {
  const standing = new Map<string, Standing[]>()
  for (const [source, lines] of texts.entries()) {
    for (const [line, letters] of lines.entries()) {
      if (letters.length < LINE) continue
      const known = standing.get(letters)
      if (known === undefined) standing.set(letters, [{ source, line }])
      else if (known.length < MOST) known.push({ source, line })
    }
  }
  return standing
}

/** How many other places have the very line between other neighbours. */
function elsewhereOf(
  standing: ReadonlyMap<string, readonly Standing[]>,
  texts: readonly (readonly string[])[],
  source: number,
  line: number,
): number {
  const edges = (at: Standing): [string, string] => [
    (texts[at.source]?.[at.line - 1] ?? '').slice(-SIDE),
    (texts[at.source]?.[at.line + 1] ?? '').slice(0, SIDE),
  ]
  const [before, after] = edges({ source, line })
  const places = standing.get(texts[source]?.[line] ?? '') ?? []
  return places.filter((place) => {
    if (place.source === source && place.line === line) return false
    const [otherBefore, otherAfter] = edges(place)
    return otherBefore !== before && (otherAfter !== after || after === '')
  }).length
}

function lettersOf(text: string): string {
  let letters = ''
  for (const point of text) if (/[\p{L}\p{N}]/u.test(point)) letters += keyOf(point)
  return letters
}

function streamOf(lines: readonly string[]): Stream {
  const begins = new Set<number>()
  let letters = ''
  for (const line of lines) {
    begins.add(letters.length)
    letters += line
  }
  return { letters, begins }
}

/** Places of a run that are kept: what stands more often is a formula. */
const MOST = 8

/** The letters on both sides of each border; none where there is nobody to ask. */
function sidesOf(streams: readonly Stream[]): Set<string> {
  const sides = new Set<string>()
  if (streams.length < 2) return sides
  for (const { letters, begins } of streams) {
    for (const at of begins) {
      sides.add(letters.slice(Math.max(0, at - SIDE), at))
      sides.add(letters.slice(at, at + SIDE))
    }
  }
  return sides
}

/** Where each run of letters as long as a side stands. */
function placesOf(letters: string, wanted: ReadonlySet<string>): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; wanted.size > 0 && at + SIDE <= letters.length; at++) {
    const run = letters.slice(at, at + SIDE)
    if (!wanted.has(run)) continue
    const known = places.get(run)
    if (known === undefined) places.set(run, [at])
    else if (known.length < MOST) known.push(at)
  }
  return places
}

function bordersOf(
  begins: ReadonlySet<number>,
  tails: readonly number[] | undefined,
  heads: readonly number[] | undefined,
): 'within' | 'beside' | 'apart' | null {
  if (tails === undefined || heads === undefined) return null
  const borders = heads.filter((head) => tails.includes(head - SIDE))
  if (borders.length === 0) return 'apart'
  return borders.some((border) => !begins.has(border)) ? 'within' : 'beside'
}
