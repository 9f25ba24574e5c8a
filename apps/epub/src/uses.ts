import type { EditionMeta } from '@huijiao/ast'
import type { Use } from '@huijiao/fonts'
import { type Book, clean, type Strings } from '@huijiao/hast'
import type { TocNode } from './contents.ts'
import type { Landmark } from './landmarks.ts'
import type { Page } from './pages.ts'
import { usesOf } from './roles.ts'
import type { Wording } from './wording.ts'

/** Numbers and signs of lists, and the dot of emphasis: reading systems draw them from the faces of the text. */
const MARKERS = '0123456789.•'

/** Every text of the book with the role it is set in: the documents, the contents, the cover's words. */
export function* usesOfBook(
  { documents }: Pick<Book, 'documents'>,
  around: {
    readonly pages: readonly Page[]
    readonly toc: readonly TocNode[]
    readonly landmarks: readonly Landmark[]
    readonly words: Wording
    readonly strings: Strings
    readonly meta: EditionMeta
  },
): Generator<Use> {
  const { pages, toc, landmarks, words, strings, meta } = around
  const place = 'toc.xhtml'
  for (const d of documents) {
    yield* usesOf(d.children, `${d.id}.xhtml`)
    yield { text: d.title, role: 'song', place: `${d.id}.xhtml` }
  }
  yield* usesOfToc(toc, place)
  yield { text: `${strings.contents}${words.landmarks}${words.pages}`, role: 'hei-bold', place }
  for (const { title } of landmarks) yield { text: title, role: 'song', place }
  for (const { label } of pages) yield { text: label, role: 'song', place }
  yield { text: `${strings.cover}${clean(meta.title)}`, role: 'song', place: 'cover.xhtml' }
  yield { text: MARKERS, role: 'song', place: 'style.css' }
}

function* usesOfToc(nodes: readonly TocNode[], place: string): Generator<Use> {
  for (const node of nodes) {
    yield { text: node.title, role: 'song', place }
    yield* usesOfToc(node.children, place)
  }
}
