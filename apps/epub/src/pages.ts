import { type Book, clean, type PageBreak, pageId } from '@huijiao/hast'
import type { TocNode } from './contents.ts'
import type { Files } from './divide.ts'

/** A page of the printed book, as the page list names it. */
export interface Page {
  readonly label: string
  readonly href: string
  /** As the NCX has it: body pages are numbered in figures, those of front matter in other numerals. */
  readonly type: 'normal' | 'front'
  /** The number of a body page, else 0. */
  readonly value: number
}

/** Print calls its contents so; here they are the navigation document. */
const CONTENTS = 'contents'
const NAVIGATION = 'toc.xhtml'

/** The pages of the printed book that begin in this one, those of its contents among them. */
export function pagesOf(
  breaks: readonly PageBreak[],
  { pages }: Pick<Book, 'pages'>,
  fileOf: Files['fileOf'],
): readonly Page[] {
  const placed = new Map(pages.map((page) => [page.label, page]))
  return breaks.flatMap(({ label, document }) => {
    const page = placed.get(label)
    const id = pageId(label)
    if (page !== undefined) return [pageAt(label, `${fileOf(page.document, id)}.xhtml#${id}`)]
    return document === CONTENTS ? [pageAt(label, `${NAVIGATION}#${id}`)] : []
  })
}

/** A page of the printed contents, marked in the navigation document. */
export interface ContentsMark {
  readonly id: string
  readonly label: string
}

/** The marks by the id of the item where the page begins; by the empty id those at the head of the contents. */
export function marksOfContents(
  breaks: readonly PageBreak[],
  toc: readonly TocNode[],
): ReadonlyMap<string, readonly ContentsMark[]> {
  const items = idsOf(toc)
  const marks = new Map<string, ContentsMark[]>()
  for (const { label, block } of breaks.filter((b) => b.document === CONTENTS)) {
    const at = items.has(block) ? block : ''
    marks.set(at, [...(marks.get(at) ?? []), { id: pageId(label), label: clean(label) }])
  }
  return marks
}

function pageAt(label: string, href: string): Page {
  const numbered = /^\d{1,6}$/.test(label)
  return {
    label: clean(label),
    href,
    type: numbered ? 'normal' : 'front',
    value: numbered ? Number(label) : 0,
  }
}

const idsOf = (nodes: readonly TocNode[]): ReadonlySet<string> =>
  new Set(nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]))
