import type { Source } from '@huijiao/model'
import { withoutEchoes } from '../match/echoes.ts'
import { findMatches, type Match } from '../match/matches.ts'
import { contentIndex, contentOf } from '../page/content.ts'
import { type CopyLine, type Counterpart, counterparts } from './counterparts.ts'

/** By line of a source: what the other sources have there, by their index; those of which nothing is known are left out. */
export type Copies = readonly ReadonlyMap<number, Counterpart>[]

interface Span {
  readonly start: number
  readonly end: number
}

/** Lays the lines of sources beside one another. */
export function besideOthers(
  sources: readonly Source[],
  lines: readonly (readonly Span[])[],
): Copies[] {
  const pages = sources.map((source) => ({
    source,
    atoms: [],
    furniture: [],
    content: contentOf(source, [], []),
  }))
  if (pages.length < 2) return lines.map((own) => own.map(() => new Map()))
  const matches = withoutEchoes(findMatches(pages))
  const placed = lines.map((own, index) =>
    own.map(({ start, end }): CopyLine => {
      const content = pages[index]?.content ?? {
        codes: new Int32Array(),
        offsets: new Int32Array(),
      }
      return { from: contentIndex(content, start), to: contentIndex(content, end) }
    }),
  )
  return placed.map((own, index) => {
    const found = own.map(() => new Map<number, Counterpart>())
    for (const [other, shared] of byOther(matches[index] ?? [])) {
      const [mine, theirs] = [pages[index], pages[other]]
      const otherLines = placed[other]
      if (mine === undefined || theirs === undefined || otherLines === undefined) continue
      // Files of one siglum are one copy: what stands in several of them are two texts, or one site's furniture.
      if (mine.source.siglum === theirs.source.siglum) continue
      const there = counterparts(own, mine.content.codes, otherLines, theirs.content.codes, shared)
      for (const [line, counterpart] of there.entries())
        if (counterpart !== null) found[line]?.set(other, counterpart)
    }
    return found
  })
}

function byOther(matches: readonly Match[]): Map<number, Match[]> {
  const groups = new Map<number, Match[]>()
  for (const match of matches) {
    const known = groups.get(match.other)
    if (known === undefined) groups.set(match.other, [match])
    else known.push(match)
  }
  return groups
}
