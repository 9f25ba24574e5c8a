import { type Edition, leafBlocks, toText, type Work } from '@huijiao/ast'
import { clean, type Entry, type Strings, stringsFor } from '@huijiao/hast'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { split } from '../reading/split.ts'
import { wordsFor } from '../words/index.ts'
import { type BoxTelling, box } from './box.ts'
import { rowElement, type Telling } from './cells.ts'
import { lociIn, type Row, rowsOf } from './rows.ts'

/** Bytes of the rows and boxes of one page. */
const MOST = 100_000

/** A page that sets the witnesses of a work beside each other, its links not yet resolved. */
export interface ComparePage {
  readonly work: Work
  readonly title: string
  readonly path: string
  readonly part: number
  readonly parts: number
  readonly rows: readonly Row[]
  readonly content: readonly ElementContent[]
  readonly boxes: readonly ElementContent[]
}

/** The pages that compare the works of an edition which several witnesses have. */
export interface Comparison {
  readonly pages: readonly ComparePage[]
  /** The first page of a work. */
  readonly pageOfWork: (work: string) => string | undefined
  /** The page that has a locus. */
  readonly pageOfLocus: (locus: string) => string | undefined
  /** Page of a row, by the id of its block. */
  readonly pageOfRow: (row: Row) => string
}

export function comparisonOf(
  edition: Edition,
  entries: readonly Entry[],
  show: BoxTelling['show'],
  folder: string,
): Comparison {
  const { language, witnesses } = edition.meta
  const [strings, words] = [stringsFor(language), wordsFor(language)]
  const entryOfLocus = new Map(
    entries.flatMap((e) => e.loci.map(({ app }) => [app.id, e.id] as const)),
  )
  const order = witnesses.map(({ siglum }) => siglum)
  const boxes: BoxTelling = { strings, words, show, entryOf: (locus) => entryOfLocus.get(locus) }
  const pages = edition.children
    .filter(({ sigla }) => sigla.length > 1)
    .flatMap((work) => {
      const sigla = order.filter((siglum) => work.sigla.includes(siglum))
      return pagesOf(work, { sigla, strings, words }, boxes, folder)
    })
  const loci = new Map<string, string>()
  const rows = new Map<string, string>()
  for (const page of pages) {
    for (const row of page.rows) {
      rows.set(row.id, page.path)
      for (const app of lociIn(row)) loci.set(app.id, page.path)
    }
  }
  return {
    pages,
    pageOfWork: (work) => pages.find((p) => p.work.id === work)?.path,
    pageOfLocus: (locus) => loci.get(locus),
    pageOfRow: (row) => rows.get(row.id) ?? '',
  }
}

/** A row, and the boxes of the loci that begin in it. */
interface MadeRow {
  readonly row: Row
  readonly boxes: readonly ElementContent[]
}

function pagesOf(work: Work, telling: Telling, boxes: BoxTelling, folder: string): ComparePage[] {
  const made = new Map<ElementContent, MadeRow>(
    rowsOf(work).map((row) => {
      const element = rowElement(row, telling)
      return [element, { row, boxes: lociIn(row).map((app) => box(app, boxes)) }]
    }),
  )
  const cost = (node: ElementContent): number =>
    [node, ...(made.get(node)?.boxes ?? [])].reduce((n, e) => n + Buffer.byteLength(toHtml(e)), 0)
  const parts = split([...made.keys()], MOST, cost)
  return parts.map((content, i) => {
    const own = content.flatMap((node) => made.get(node) ?? [])
    return {
      work,
      title: titleOf(work, telling.strings),
      path: `${folder}/compare/${work.id}${i === 0 ? '' : `.${i + 1}`}.html`,
      part: i + 1,
      parts: parts.length,
      content,
      rows: own.map(({ row }) => row),
      boxes: own.flatMap((one) => one.boxes),
    }
  })
}

function titleOf(work: Work, strings: Strings): string {
  const title = [...leafBlocks(work)].find(({ node }) => node.type === 'title')
  return clean(work.shortTitle ?? (title === undefined ? strings.untitled : toText(title.node)))
}
