import { type App, leafBlocks, type NumberedBlock, toText, type Work } from '@huijiao/ast'

/** Text around an entry in its block. */
export interface Context {
  readonly before: string
  readonly after: string
}

/** An entry in its block. */
export interface PlacedApp {
  readonly app: App
  readonly block: NumberedBlock
  readonly context: Context
  /** The lemma, of all parts where the entry runs over a gap or into another block. */
  readonly lemma: string
}

/** Stands between the parts of a lemma that runs into another block. */
const BLOCK_SIGN = '／'

/** The entries of a work in text order, each with its block and the text around it. */
export function placedApps(work: Work): PlacedApp[] {
  const parts = [...leafBlocks(work)].flatMap(appsOfBlock)
  const rest = new Map<string, PlacedApp[]>()
  for (const part of parts) {
    const first = part.app.continues
    if (first !== undefined) rest.set(first, [...(rest.get(first) ?? []), part])
  }
  return parts
    .filter((part) => part.app.continues === undefined)
    .map((first) => {
      const later = rest.get(first.app.id) ?? []
      const last = later.at(-1)
      if (last === undefined) return first
      let lemma = first.lemma
      let block = first.block.id
      for (const part of later) {
        lemma += (part.block.id === block ? '' : BLOCK_SIGN) + part.lemma
        block = part.block.id
      }
      return { ...first, lemma, context: { ...first.context, after: last.context.after } }
    })
}

function appsOfBlock(block: NumberedBlock): PlacedApp[] {
  const text = toText(block.node)
  const found: PlacedApp[] = []
  let at = 0
  const walk = (node: unknown): void => {
    const n = node as Parameters<typeof toText>[0]
    if (n.type === 'app') {
      const lemma = toText(n)
      const context = { before: text.slice(0, at), after: text.slice(at + lemma.length) }
      found.push({ app: n as App, block, context, lemma })
      at += lemma.length
    } else if ('children' in n && Array.isArray(n.children)) {
      // The bracket of a supplied title.
      if (n.type === 'title' && 'supplied' in n && n.supplied === true) at += 1
      for (const child of n.children) walk(child)
    } else at += toText(n).length
  }
  walk(block.node)
  return found
}
