import { type Strings, sayJoin } from '@huijiao/hast/strings'
import { type BlockPart, type Join, placeOf, type Source, type WitnessText } from '@huijiao/model'
import type { Piece, TextView } from '../protocol/works.ts'
import { quoteAt } from './quote.ts'

/** Characters of a piece that are shown of its beginning and of its end. */
const SHOWN = 18

interface Run {
  readonly parts: BlockPart[]
  readonly join?: Join
}

/** What a witness has of a work, cut where it does not plainly run on in the file. */
export function runsOf({ blocks }: WitnessText): Run[] {
  const runs: Run[] = []
  for (const block of blocks) {
    for (const [index, part] of block.parts.entries()) {
      const join = index === 0 ? block.join : part.join
      const last = runs.at(-1)
      if (last === undefined || (join !== undefined && join.kind !== 'wrap')) {
        runs.push({ parts: [part], ...(join === undefined ? {} : { join }) })
      } else last.parts.push(part)
    }
  }
  return runs
}

/** The pieces of a witness text in the order in which they are read. */
export const textView = (
  text: WitnessText,
  source: Source,
  sources: readonly Source[],
  strings: Strings,
): TextView => ({
  siglum: text.siglum,
  file: text.file,
  pieces: runsOf(text).flatMap((run) => pieceOf(run, source, sources, strings)),
})

function pieceOf(
  { parts, join }: Run,
  source: Source,
  sources: readonly Source[],
  strings: Strings,
): Piece[] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return []
  const words = (from: number, to: number): string =>
    source.points.slice(from, to).join('').replace(/\s+/gu, ' ')
  return [
    {
      start: first.start,
      end: last.end,
      line: placeOf(source, first.start).line,
      first: words(first.start, Math.min(first.end, first.start + SHOWN)),
      last: words(Math.max(last.start, last.end - SHOWN), last.end),
      characters: parts.reduce((sum, part) => sum + part.end - part.start, 0),
      quote: quoteAt(source, first.start, sources),
      ...(join === undefined
        ? {}
        : {
            join: {
              kind: join.kind,
              certainty: join.certainty,
              why: join.evidence
                .map((e) => sayJoin(strings.reasons, e.reason))
                .join(strings.separator),
            },
          }),
    },
  ]
}
