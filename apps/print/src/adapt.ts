import type { Edition } from '@huijiao/ast'
import { type BookDocument, stringsFor } from '@huijiao/hast'
import { prepareTags } from '@huijiao/pdf/prepare'
import type { Element, ElementContent, Root } from 'hast'
import { h, s } from 'hastscript'
import { dotted } from './emphasis.ts'
import type { Stretch } from './openings.ts'
import { squeezed } from './squeeze.ts'
import { unbroken } from './unbroken.ts'
import { inHan, upright } from './vertical.ts'

/** The documents in the order of the printed book, contents among them. */
export function printOrder(edition: Edition, documents: readonly BookDocument[]): BookDocument[] {
  const strings = stringsFor(edition.meta.language)
  const vertical = edition.meta.layout === 'vertical'
  const front = documents.filter((d) => d.matter === 'front')
  const rest = documents.filter((d) => d.matter !== 'front')
  const contents: BookDocument = {
    id: 'contents',
    kind: 'editorial-note',
    matter: 'front',
    title: strings.contents,
    lang: edition.meta.language,
    headings: [{ id: 'contents-title', depth: 1, title: strings.contents }],
    children: [
      h('nav', { id: 'contents', className: ['contents'], role: 'doc-toc' }, [
        // A bookmark needs a destination, and only what is linked to becomes one.
        h('h1', { id: 'contents-title' }, h('a', { href: '#contents-title' }, strings.contents)),
        ...[...front, ...rest].flatMap((d) =>
          d.headings
            .filter((e) => isListed(d, e))
            .map((e) => tocEntry(e.id, e.depth, e.title, vertical)),
        ),
      ]),
    ],
  }
  return [...front, contents, ...rest]
}

/** The contents name each work once: its entries in the appendix are found by page and line. */
const isListed = (document: BookDocument, heading: { readonly depth: number }): boolean =>
  document.matter !== 'back' || heading.depth === 1

function tocEntry(id: string, depth: number, title: string, vertical: boolean): Element {
  return h('p', { id: `contents-${id}`, className: ['toc-entry', `depth-${depth}`] }, [
    h('a', { className: ['toc-title'], href: `#${id}` }, title),
    h('span', { className: ['toc-tail'] }, [
      // From the end, so that the dots of all leaders stand below one another.
      s('svg', { className: ['toc-leader'], ariaHidden: 'true' }, [
        s(
          'line',
          vertical
            ? { x1: '50%', x2: '50%', y1: '100%', y2: 0 }
            : { x1: '100%', x2: 0, y1: 0.5, y2: 0.5 },
        ),
      ]),
      h('span', { className: ['toc-page'], dataFor: id }),
    ]),
  ])
}

const SMALL = new Set(['colophon', 'apparatus', 'parallel', 'witnesses', 'index'])

/** The body of the page that is printed: one `div.doc` for each stretch of documents. */
export function printTree(
  stretches: readonly Stretch[],
  language: string,
  vertical: boolean,
): Root {
  const docs = stretches.map(({ id, documents }) =>
    h(
      'div',
      {
        className: ['doc', ...(documents.some((d) => SMALL.has(d.kind)) ? ['small'] : [])],
        dataDoc: id,
      },
      documents.flatMap((d) =>
        d.children.map((c) => {
          const kept = unbroken(adapt(c))
          return dotted(squeezed(vertical ? upright(kept, d.lang) : kept, vertical))
        }),
      ),
    ),
  )
  return prepareTags({ type: 'root', children: docs }, language, vertical ? inHan : undefined)
}

/** Notes keep their words alone: on paper the appendix is found by its page. Paragraphs whose lines end where they do are verse. */
function adapt(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.filter((c) => !(c.type === 'element' && isNoteEntry(c))).map(adapt)
  const verse =
    node.tagName === 'p' && children.some((c) => c.type === 'element' && c.tagName === 'br')
  if (!verse) return { ...node, children }
  const own = Array.isArray(node.properties.className) ? node.properties.className : []
  return { ...node, properties: { ...node.properties, className: [...own, 'verse'] }, children }
}

const isNoteEntry = (e: Element): boolean =>
  Array.isArray(e.properties.className) && e.properties.className.includes('note-entry')
