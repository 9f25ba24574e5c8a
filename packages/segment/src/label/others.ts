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
 * @param sources the lines of each source; those of one copy in several files are one source
 * @returns for each source, for each line
 */
export function othersOf(sources: readonly (readonly PhysicalLine[])[]): OtherSources[][] {
  const streams = sources.map(streamOf)
  const places = streams.map(({ letters }) => placesOf(letters))
  const standing = linesOf(sources)
  return sources.map((lines, source) => {
    let at = 0
    return lines.map((line) => {
      const letters = lettersOf(line.text)
      const here = at
      at += letters.length
      const counts = { within: 0, beside: 0, apart: 0 }
      const own = streams[source]?.letters ?? ''
      const tail = own.slice(Math.max(0, here - SIDE), here)
      const head = own.slice(here, here + SIDE)
      if (tail.length === SIDE && head.length === SIDE) {
        for (const [other, stream] of streams.entries()) {
          if (other === source) continue
          const known = places[other]
          const found = bordersOf(stream.begins, known?.get(tail), known?.get(head))
          if (found !== null) counts[found]++
        }
      }
      const elsewhere = letters.length < LINE ? 0 : (standing.get(letters) ?? 1) - 1
      return { ...counts, elsewhere: Math.max(0, elsewhere - (sources.length - 1)) }
    })
  })
}

function lettersOf(text: string): string {
  let letters = ''
  for (const point of text) if (/[\p{L}\p{N}]/u.test(point)) letters += keyOf(point)
  return letters
}

function streamOf(lines: readonly PhysicalLine[]): Stream {
  const begins = new Set<number>()
  let letters = ''
  for (const { text } of lines) {
    begins.add(letters.length)
    letters += lettersOf(text)
  }
  return { letters, begins }
}

/** Places of a run that are kept: what stands more often is a formula. */
const MOST = 8

/** Where each run of letters as long as a side stands. */
function placesOf(letters: string): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + SIDE <= letters.length; at++) {
    const run = letters.slice(at, at + SIDE)
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

/** How often the letters of a line stand as a line of their own in all sources. */
function linesOf(sources: readonly (readonly PhysicalLine[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of sources.flat()) {
    const letters = lettersOf(text)
    counts.set(letters, (counts.get(letters) ?? 0) + 1)
  }
  return counts
}
