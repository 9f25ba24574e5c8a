import { leafBlocks, type Phrasing, type Text, toText, type Work } from '@huijiao/ast'
import type { Entry } from './model.ts'
import { streamOf } from './stream.ts'
import { lastWord } from './words.ts'

/** Stands in the text of a presented work where an entry is called, after the word that it follows. */
export interface EntryMark {
  type: 'entryMark'
  readonly entry: Entry
  /** The word before it, which stays on its line. */
  children: Text[]
}

/** A mark to be placed: before the code point `at` of the block, bound to the text from `from`. */
interface Placed {
  readonly at: number
  readonly from: number
  readonly entry: Entry
}

/**
 * A work as it is printed: entries of the tree give way to their lemma, so that no element divides a word, and each
 * numbered entry is called once where it ends, and where it is found again.
 */
export function withMarks(work: Work, entries: readonly Entry[]): Work {
  const stream = streamOf(work)
  const places = entries
    .filter((e) => e.number > 0)
    .flatMap((entry) => {
      const own = entry.passage?.end ?? entry.points.at(-1)?.end
      return [own, ...entry.again.map((p) => p.end)].flatMap((at) =>
        at === undefined ? [] : [{ at, from: lastWord(stream, at), entry }],
      )
    })
    .toSorted((a, b) => a.at - b.at || a.entry.number - b.entry.number)
  const byNode = new Map<object, readonly Placed[]>()
  for (const { block, start, end } of stream.blocks) {
    const own = places
      .filter((p) => start < p.at && p.at <= end)
      .map((p) => ({ ...p, at: p.at - start, from: Math.max(0, p.from - start) }))
    byNode.set(block.node, own)
  }
  return rebuilt(work, byNode)
}

type AnyNode = Parameters<typeof toText>[0]

/** The work with its blocks made anew; all else is as it was. */
function rebuilt(work: Work, marks: ReadonlyMap<object, readonly Placed[]>): Work {
  const blocks = new Set<object>([...leafBlocks(work)].map((b) => b.node))
  const visit = (node: AnyNode): AnyNode => {
    if (blocks.has(node)) return markedBlock(node, marks.get(node) ?? [])
    if (!('children' in node) || node.children === undefined) return node
    return { ...node, children: node.children.map((c) => visit(c as AnyNode)) }
  }
  return visit(work) as Work
}

function markedBlock(root: AnyNode, marks: readonly Placed[]): AnyNode {
  const left = [...marks]
  let at = 0
  const phrasing = (nodes: readonly Phrasing[]): Phrasing[] =>
    withoutApps(nodes).flatMap((node): Phrasing[] => {
      if (node.type === 'text') {
        const start = at
        at += [...node.value].length
        return cutText(node, start, at, left)
      }
      if ('children' in node) return [{ ...node, children: phrasing(node.children) } as Phrasing]
      at += [...toText(node)].length
      return [node]
    })
  if (!('children' in root) || root.children === undefined) return root
  if (root.type === 'tableRow') {
    const cells = (root.children as { children: Phrasing[] }[]).map((cell, i) => {
      if (i > 0) at += 1
      return { ...cell, children: phrasing(cell.children) }
    })
    return { ...root, children: cells }
  }
  if (root.type === 'title' && 'supplied' in root && root.supplied === true) at += 1
  return { ...root, children: phrasing(root.children as Phrasing[]) }
}

/** Lemmata in the place of entries, with the text before and after them in one run, so that words are whole. */
function withoutApps(nodes: readonly Phrasing[]): Phrasing[] {
  const out: Phrasing[] = []
  for (const node of nodes.flatMap((n) => (n.type === 'app' ? n.children : [n]))) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      out[out.length - 1] = { type: 'text', value: last.value + node.value }
    } else out.push(node)
  }
  return out
}

/** A run of text, cut where marks come; each takes the word before it along, as far as it is in this run. */
function cutText(node: Text, start: number, end: number, left: Placed[]): Phrasing[] {
  const points = [...node.value]
  const out: Phrasing[] = []
  let from = start
  const text = (a: number, b: number): void => {
    if (a < b) out.push({ ...node, value: points.slice(a - start, b - start).join('') })
  }
  while (left[0] !== undefined && left[0].at <= end) {
    const mark = left.shift()
    if (mark === undefined) break
    const word = Math.max(from, Math.min(mark.from, mark.at))
    text(from, word)
    const call: EntryMark = {
      type: 'entryMark',
      entry: mark.entry,
      children: [{ ...node, value: points.slice(word - start, mark.at - start).join('') }],
    }
    // Presentation has one type of node more than the tree; its handler is beside the others.
    out.push(call as unknown as Phrasing)
    from = Math.max(from, mark.at)
  }
  text(from, end)
  return out
}
