import { leafBlocks, type Phrasing, toText, type Work } from '@huijiao/ast'
import { gapId } from './gaps.ts'
import type { Look } from '../collation/look.ts'
import type { ReadingRun, ReadingsView } from '../protocol/readings.ts'
import { type GapItem, gapItems, isOpen } from '@huijiao/parse'

/** Blocks sent at once: a few screens of paragraphs. */
const BLOCKS = 60

/**
 * Some blocks of the reading text of a work, with its loci where they stand.
 *
 * @param at index of the first block; others are shown where a locus of the work stands elsewhere.
 */
export function readingsView(
  { result }: Look,
  wanted: string,
  at: number,
  locus: string,
): ReadingsView {
  const works = result?.edition.children ?? []
  const gaps = result === null ? [] : gapItems(result)
  const withGaps = (runs: ReadingRun[]): ReadingRun[] =>
    runs.map((run, index) => (run.gap === true ? { ...run, ...gapIn(runs, index, gaps) } : run))
  const open = (result?.decided.decisions ?? []).filter(isOpen)
  const work = works.find((w) => w.id === wanted) ?? works[0]
  const blocks = work === undefined ? [] : [...leafBlocks(work)]
  // A locus that is asked for is shown, wherever it stands.
  const place = blocks.findIndex(({ node }) =>
    runsOf(node as Phrasing).some((run) => run.id === locus),
  )
  const from = place < 0 || (place >= at && place < at + BLOCKS) ? at : place - (place % BLOCKS)
  return {
    works: works.map((w) => ({
      id: w.id,
      title: titleOf(w),
      open: open.filter(({ locus }) => locus.work === w.id).length,
    })),
    work: work?.id ?? '',
    from,
    total: blocks.length,
    blocks: blocks.slice(from, from + BLOCKS).map(({ number, node }) => ({
      number,
      type: node.type,
      runs: withGaps(runsOf(node as Phrasing)),
    })),
  }
}

function titleOf(work: Work): string {
  const heading = work.children.find((child) => child.type === 'heading')
  const title = heading?.children.find((child) => child.type === 'title')
  return title === undefined ? work.id : toText(title)
}

/** The text of a node in runs: a locus is a run of its own, and so is a gap. */
function runsOf(node: Phrasing): ReadingRun[] {
  if (node.type === 'lacuna') return [{ text: toText(node), gap: true }]
  if (node.type === 'app') {
    return [
      {
        text: toText(node),
        id: node.continues ?? node.id,
        certainty: node.certainty,
        ...(node.layer === 'punctuation' ? { punctuation: true } : {}),
        ...(node.ruling === undefined ? {} : { ruled: true }),
      },
    ]
  }
  if ('children' in node) return node.children.flatMap(runsOf)
  return [{ text: toText(node) }]
}

const lettersOf = (runs: readonly ReadingRun[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The id of a gap, by the words on both sides of it in its block. */
function gapIn(
  runs: readonly ReadingRun[],
  index: number,
  gaps: readonly GapItem[],
): Pick<ReadingRun, 'id'> {
  const [before, after] = [lettersOf(runs.slice(0, index)), lettersOf(runs.slice(index + 1))]
  const gap = gaps.find(
    (one) =>
      (before === '' || one.before.endsWith(before.slice(-one.before.length))) &&
      (after === '' || one.after.startsWith(after.slice(0, one.after.length))),
  )
  return gap === undefined ? {} : { id: gapId(gap.work, gap.locus) }
}
