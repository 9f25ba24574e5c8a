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
    if (p.document === null) return []
    const start = laid.get(p.document)?.starts[p.within]
    if (start == null) return []
    if (works.has(p.document) && !lengths.has(start.block)) return []
    const offset = Math.min(start.offset, lengths.get(start.block) ?? start.offset)
    return [{ label: p.label, document: p.document, block: start.block, offset }]
  })
  return { edition: edition.meta.id, pages: pages.length, breaks }
}
