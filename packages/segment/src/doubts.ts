import type { Doubt, SegmentedWork, Tile, WorkSpec } from '@huijiao/model'
import type { Survey } from './survey.ts'

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
          const reason = join.evidence.map((item) => item.reason).join('；')
          const what = join.kind === 'lacuna' ? '此处之前有缺文' : '与前文的衔接不能确定'
          const place = { file: text.file, start: part.start, end: part.end }
          doubts.push({
            message: `${work.id}：${what}（${reason}）`,
            place,
            certainty: join.certainty,
          })
        }
      }
      const [start, end] = extent(text.blocks.flatMap((block) => block.parts))
      const place = { file: text.file, start, end }
      if (text.certainty === 'low') {
        doubts.push({ message: `${work.id}：此文的归属不能确定`, place, certainty: 'low' })
      }
      if (specs !== null && !known.has(work.id)) {
        const message = `${work.id}：edition.yaml 没有列出此篇`
        doubts.push({ message, place, certainty: 'low' })
      }
    }
    if (work.texts.length === 0) {
      const file = surveys[0]?.page.source.file ?? ''
      const message = `${work.id}：各本中没有找到此篇`
      doubts.push({ message, place: { file, start: 0, end: 0 }, certainty: 'low' })
    }
  }
  for (const { role, file, start, end } of tiles) {
    if (role !== 'newspaper-headline') continue
    const message = '版面自拟的标题，不入正文'
    doubts.push({ message, place: { file, start, end }, certainty: 'medium' })
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
