/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import './geometry.ts'
import type { Laid, PageLine } from './types.ts'

/** Runs in the page: what stands where in a document that is laid out. */
export function measure(id: string): Laid {
  const { doc, lines, offsetOn, page, middle, pages, grid } = globalThis.huijiao
  const root = doc(id)
  const all = lines(root)
  const count = pages(root)
  const BLOCK = '[id]:is(p, h1, h2, h3, h4, h5, h6, table, blockquote, ul, ol)'
  const SKIP = '.foot, .notes, .note-call, [style*="ruby-text"]'

  const starts = Array.from({ length: count }, (_, p) => {
    const line = all.find((l) => l.page === p)
    const block = line?.node.parentElement?.closest(BLOCK)
    if (line === undefined || block == null) return null
    const offset = offsetOn(root, line.node, p, line.middle)
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let points = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text
      if (text.parentElement?.closest(SKIP) != null) continue
      if (text === line.node)
        return { block: block.id, offset: points + [...text.data.slice(0, offset)].length }
      points += [...text.data].length
    }
    return { block: block.id, offset: 0 }
  })

  const byPage = new Map<number, number[]>()
  for (const l of all) byPage.set(l.page, [...(byPage.get(l.page) ?? []), l.middle])
  const lineOf = (p: number, at: number): number => {
    const own = byPage.get(p) ?? []
    const before = new Set<number>()
    for (const m of own)
      if (m <= at + grid.smallLine * 0.4) before.add(Math.round(m / (grid.smallLine * 0.6)))
    return Math.max(1, before.size)
  }
  const places: Record<string, PageLine> = {}
  for (const element of root.querySelectorAll('[id]')) {
    const rect = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const p = page(root, rect)
    places[element.id] = [p, lineOf(p, middle(root, rect))]
  }
  return { id, pages: count, starts, places, faults: [] }
}
