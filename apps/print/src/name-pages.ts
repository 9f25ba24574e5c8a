import { type Edition, leafBlocks } from '@huijiao/ast'
import { namesOf } from '@huijiao/hast'
import type { Laid } from './laid.ts'
import type { PhysicalPage } from './pages.ts'

/** The page of each place of the index of names, by `<block> <code point>`. */
export function namePages(
  edition: Edition,
  pages: readonly PhysicalPage[],
  laid: ReadonlyMap<string, Laid>,
): Record<string, string> {
  const order = new Map(
    edition.children
      .flatMap((work) => [...leafBlocks(work)].map((b) => b.id))
      .map((id, i) => [id, i]),
  )
  const starts = pages.flatMap(({ stretch, within, label }) => {
    const place = laid.get(stretch ?? '')?.starts[within]?.place
    const block = order.get(place?.block ?? '')
    return place == null || block === undefined ? [] : [{ block, offset: place.offset, label }]
  })
  const pageOf = (id: string, offset: number): string => {
    const block = order.get(id) ?? 0
    const found = starts.findLast(
      (s) => s.block < block || (s.block === block && s.offset <= offset),
    )
    return found?.label ?? ''
  }
  return Object.fromEntries(
    namesOf(edition)
      .flatMap((n) => n.places)
      .map(({ block, offset }) => [`${block} ${offset}`, pageOf(block, offset)]),
  )
}
