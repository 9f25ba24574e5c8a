import { type App, appsOf, type Edition, leafBlocks, toText } from '@huijiao/ast'

/** One entry of `apparatus.json`. */
export interface ApparatusEntry {
  readonly id: string
  readonly work: string
  /** Number of the block, the line in `text/<work>.txt`. */
  readonly block: number
  readonly layer: App['layer']
  readonly lemma: string
  /** Reading text around the entry, up to 12 characters. */
  readonly before: string
  readonly after: string
  readonly readings: App['readings']
  readonly method: App['method']
  readonly certainty: App['certainty']
  readonly cause: App['cause']
  readonly evidence: App['evidence']
  readonly ruling?: App['ruling']
  /** Ids of the parts of an entry that runs over block boundaries, the first not among them. */
  readonly parts?: readonly string[]
}

/** Characters of the text on each side that tell a reader where an entry stands. */
const CONTEXT = 12

/** The apparatus of an edition, by work in book order, then in text order. */
export function apparatusOf(edition: Edition): ApparatusEntry[] {
  return edition.children.flatMap((work) => {
    const entries: ApparatusEntry[] = []
    for (const { node, number } of leafBlocks(work)) {
      const text = toText(node)
      for (const { app, offset } of appsWithOffset(node)) {
        const lemma = toText(app)
        if (app.continues !== undefined) {
          const k = entries.findIndex((e) => e.id === app.continues)
          const whole = entries[k]
          if (whole !== undefined) {
            entries[k] = {
              ...whole,
              lemma: whole.lemma + lemma,
              parts: [...(whole.parts ?? []), app.id],
            }
          }
          continue
        }
        entries.push({
          id: app.id,
          work: work.id,
          block: number,
          layer: app.layer,
          lemma,
          before: Array.from(text.slice(0, offset)).slice(-CONTEXT).join(''),
          after: Array.from(text.slice(offset + lemma.length))
            .slice(0, CONTEXT)
            .join(''),
          readings: app.readings,
          method: app.method,
          certainty: app.certainty,
          cause: app.cause,
          evidence: app.evidence,
          ...(app.ruling === undefined ? {} : { ruling: app.ruling }),
        })
      }
    }
    return entries
  })
}

/** Entries of a block with the UTF-16 offset of their lemma in the block's text. */
function appsWithOffset(block: Parameters<typeof toText>[0]): { app: App; offset: number }[] {
  const found: { app: App; offset: number }[] = []
  let offset = 0
  const walk = (node: Parameters<typeof toText>[0]): void => {
    if (node.type === 'app') {
      found.push(...[...appsOf(node as App)].map((app) => ({ app, offset })))
      offset += toText(node).length
    } else if ('children' in node && Array.isArray(node.children)) {
      for (const child of node.children) walk(child as Parameters<typeof toText>[0])
    } else offset += toText(node).length
  }
  walk(block)
  return found
}
