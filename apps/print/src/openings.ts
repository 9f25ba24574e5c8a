import { type Edition, leafBlocks, type Opening, toText, type Work } from '@huijiao/ast'
import type { BookDocument } from '@huijiao/hast'
import type { Measures } from './measures.ts'

/** Documents that share pages: each after the first begins below the one before it. */
export interface Stretch {
  /** That of its first document. */
  readonly id: string
  readonly documents: readonly BookDocument[]
  /** Begins on a right-hand page. */
  readonly recto: boolean
}

/** Lines of the head of a work above and below its title, and the least that a title takes. */
const HEAD = 5

/**
 * The documents of a book by how they open: as the edition says, else a work that does not fill a page runs on below
 * the one before it, and everything else takes the next page. Nothing runs on across the parts of the book.
 */
export function stretchesOf(
  edition: Edition,
  documents: readonly BookDocument[],
  measures: Measures,
): Stretch[] {
  const works = new Map(edition.children.map((work) => [work.id, work]))
  const stretches: { id: string; documents: BookDocument[]; recto: boolean }[] = []
  let before: Work | undefined
  for (const document of documents) {
    const work = document.kind === 'work' ? works.get(document.id) : undefined
    const opening = openingOf(edition, document, work, measures)
    const last = stretches.at(-1)
    const follows = work !== undefined && before?.placement === work.placement
    if (opening === 'run-on' && follows && last !== undefined) last.documents.push(document)
    else stretches.push({ id: document.id, documents: [document], recto: opening === 'recto' })
    before = work
  }
  return stretches
}

function openingOf(
  { meta }: Edition,
  { kind, matter }: BookDocument,
  work: Work | undefined,
  measures: Measures,
): Opening {
  if (kind === 'titlepage') return 'recto'
  if (work === undefined) return (matter === 'back' ? meta.openings?.back : undefined) ?? 'page'
  const said = work.placement === 'appendix' ? meta.openings?.appendices : meta.openings?.works
  return said ?? (linesOf(work, measures) <= measures.lines ? 'run-on' : 'page')
}

/** How many lines a work fills, about: its notes are not counted. */
function linesOf(work: Work, { characters }: Measures): number {
  let lines = HEAD
  for (const { node } of leafBlocks(work))
    lines += Math.ceil(([...toText(node)].length + 2) / characters)
  return lines
}
