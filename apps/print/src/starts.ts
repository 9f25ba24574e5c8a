import { type Edition, leafBlocks, toText } from '@huijiao/ast'
import type { Layout } from './lay-out.ts'
import type { PagesJson } from './pages.ts'

/** Where the pages begin, by character. */
export function pagesJson(edition: Edition, { laid, pages }: Layout): PagesJson {
  const lengths = new Map<string, number>()
  for (const work of edition.children) {
    for (const block of leafBlocks(work)) lengths.set(block.id, [...toText(block.node)].length)
  }
  const works = new Set(edition.children.map((w) => w.id))
  const breaks = pages.flatMap((p) => {
    if (p.stretch === null) return []
    const { document, place } = laid.get(p.stretch)?.starts[p.within] ?? {}
    if (document === undefined || place == null) return []
    if (works.has(document) && !lengths.has(place.block)) return []
    const offset = Math.min(place.offset, lengths.get(place.block) ?? place.offset)
    return [{ label: p.label, document, block: place.block, offset }]
  })
  return { edition: edition.meta.id, pages: pages.length, breaks }
}
