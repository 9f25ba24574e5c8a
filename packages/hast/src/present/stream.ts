import { type App, leafBlocks, type NumberedBlock, toText, type Work } from '@huijiao/ast'
import type { Locus, Range } from './model.ts'

/** A block of a work with its range in the reading text. */
export interface StreamBlock extends Range {
  readonly block: NumberedBlock
}

/** The reading text of a work as one sequence of code points: its blocks, with a line end after each. */
export interface Stream {
  readonly points: readonly string[]
  readonly blocks: readonly StreamBlock[]
  /** In text order. */
  readonly loci: readonly Locus[]
}

const BLOCK_END = '\n'

/** The reading text of a work with the places of its loci; parts of an entry that is divided are one locus. */
export function streamOf(work: Work): Stream {
  const points: string[] = []
  const blocks: StreamBlock[] = []
  const loci: { app: App; start: number; end: number }[] = []
  const byId = new Map<string, { app: App; start: number; end: number }>()
  for (const block of leafBlocks(work)) {
    const start = points.length
    for (const [app, from, to] of appsIn(block.node, start)) {
      const first = app.continues === undefined ? undefined : byId.get(app.continues)
      if (first !== undefined) {
        first.end = to
        continue
      }
      const locus = { app, start: from, end: to }
      byId.set(app.id, locus)
      loci.push(locus)
    }
    for (const point of toText(block.node)) points.push(point)
    blocks.push({ block, start, end: points.length })
    points.push(BLOCK_END)
  }
  return {
    points,
    blocks,
    loci: loci.map((locus) => ({
      ...locus,
      readings: locus.app.readings.map(({ text, sigla, type }) => ({
        text,
        sigla,
        lemma: type === 'lemma',
      })),
    })),
  }
}

/** The entries within a block, with their ranges, from the offset at which the block begins. */
function appsIn(root: NumberedBlock['node'], start: number): [App, number, number][] {
  const found: [App, number, number][] = []
  let at = start
  const walk = (node: Parameters<typeof toText>[0]): void => {
    const before = at
    if (node.type === 'app') {
      at += [...toText(node)].length
      found.push([node as App, before, at])
      return
    }
    if (!('children' in node) || node.children === undefined) {
      at += [...toText(node)].length
      return
    }
    const supplied = node.type === 'title' && 'supplied' in node && node.supplied === true
    if (supplied) at += 1
    for (const [i, child] of node.children.entries()) {
      if (i > 0 && node.type === 'tableRow') at += 1
      walk(child as Parameters<typeof toText>[0])
    }
    if (supplied) at += 1
  }
  walk(root)
  return found
}

/** The block at a place. */
export function blockAt({ blocks }: Stream, at: number): StreamBlock | undefined {
  return blocks.find(({ start, end }) => start <= at && at <= end)
}

/** The text of a range. */
export const textIn = ({ points }: Stream, { start, end }: Range): string =>
  points.slice(start, end).join('')
