import { type App, leafBlocks, type NumberedBlock, toText, type Work } from '@huijiao/ast'
import type { Context } from './describe.ts'

/** An entry in its block. */
export interface PlacedApp {
  readonly app: App
  readonly block: NumberedBlock
  readonly context: Context
}

/** The entries of a work in text order, each with its block and the text around it. */
export function placedApps(work: Work): PlacedApp[] {
  return [...leafBlocks(work)].flatMap((block) => {
    const text = toText(block.node)
    const found: PlacedApp[] = []
    let at = 0
    const walk = (node: unknown): void => {
      const n = node as Parameters<typeof toText>[0]
      if (n.type === 'app') {
        const end = at + toText(n).length
        found.push({
          app: n as App,
          block,
          context: { before: text.slice(0, at), after: text.slice(end) },
        })
        at = end
      } else if ('children' in n && Array.isArray(n.children)) {
        // The bracket of a supplied title.
        if (n.type === 'title' && 'supplied' in n && n.supplied === true) at += 1
        for (const child of n.children) walk(child)
      } else at += toText(n).length
    }
    walk(block.node)
    return found
  })
}
