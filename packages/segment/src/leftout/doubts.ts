import type { Doubt, SegmentedWork, Tile, WorkSpec } from '@huijiao/model'
import type { Survey } from '../survey/survey.ts'

/** Lists what an editor should look at: weak joins, gaps, works without a name or a text. */
export function doubtsOf(
  works: readonly SegmentedWork[],
  tiles: readonly Tile[],
  surveys: readonly Survey[],
  specs: readonly WorkSpec[] | null,
): Doubt[] {
  const doubts: Doubt[] = []
  const known = new Set((specs ?? []).map(({ id }) => id))
  for (const work of works) {
    for (const text of work.texts) {
      for (const block of text.blocks) {
        const [first] = block.parts
        if (first === undefined) continue
        const joins = [
          { join: block.join, part: first },
          ...block.parts.slice(1).map((part) => ({ join: part.join, part })),
        ]
        for (const { join, part } of joins) {
          if (join === undefined || (join.kind !== 'lacuna' && join.certainty === 'high')) continue
          if (join.kind === 'wrap' && join.certainty === 'medium') continue
          const place = { file: text.file, start: part.start, end: part.end }
          doubts.push({
            kind: join.kind === 'lacuna' ? 'gap' : 'join',
            work: work.id,
            evidence: join.evidence,
            place,
            certainty: join.certainty,
          })
        }
      }
      const [start, end] = extent(text.blocks.flatMap((block) => block.parts))
      const place = { file: text.file, start, end }
      if (text.certainty === 'low') {
        doubts.push({ kind: 'home', work: work.id, evidence: [], place, certainty: 'low' })
      }
      if (specs !== null && !known.has(work.id)) {
        doubts.push({ kind: 'unlisted', work: work.id, evidence: [], place, certainty: 'low' })
      }
    }
    if (work.texts.length === 0) {
      const file = surveys[0]?.page.source.file ?? ''
      const place = { file, start: 0, end: 0 }
      doubts.push({ kind: 'not-found', work: work.id, evidence: [], place, certainty: 'low' })
    }
  }
  for (const { role, file, start, end } of tiles) {
    if (role !== 'newspaper-headline') continue
    const place = { file, start, end }
    doubts.push({ kind: 'headline', evidence: [], place, certainty: 'medium' })
  }
  return doubts
}

function extent(
  parts: readonly { readonly start: number; readonly end: number }[],
): [number, number] {
  let [start, end] = [Number.POSITIVE_INFINITY, 0]
  for (const part of parts) {
    start = Math.min(start, part.start)
    end = Math.max(end, part.end)
  }
  return [Number.isFinite(start) ? start : 0, end]
}
