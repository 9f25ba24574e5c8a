import type { Edition } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Page, Step } from '../page/frame.ts'
import { siteLink } from '../page/link.ts'
import { type Words, wordsFor } from '../words/index.ts'
import type { Reading, ReadingPage } from './pages.ts'

/** Documents on each side of the present one that the contents of a page list, where there are very many. */
const AROUND = 15
/** As many documents are listed on every page; of more only those around it are. */
const LISTED = 40

/** The pages to be read, each with contents and the ways to the pages before and after it. */
export function readingPages(
  { meta }: Edition,
  reading: Reading,
  {
    trail,
    faces,
    compareOf,
  }: {
    readonly trail: readonly Step[]
    readonly faces: string
    /** The page that compares the witnesses of a work, at an element of it. */
    readonly compareOf: (document: string) => string | undefined
  },
): Page[] {
  const words = wordsFor(meta.language)
  return reading.pages.map((page, i) => {
    const compare = compareOf(page.document.id)
    return {
      path: page.path,
      kind: 'read',
      lang: page.document.lang,
      title: `${titleOf(page, words)} · ${meta.title}`,
      trail,
      faces,
      main: [
        ...(compare === undefined ? [] : [tools(compare, words)]),
        h('article', { className: ['book'] }, [
          ...(page.part === 1 ? [] : [h('h1', { className: ['continued'] }, titleOf(page, words))]),
          ...page.content,
        ]),
        ...(page.notes.length === 0 ? [] : [h('div', { className: ['notes'] }, [...page.notes])]),
        pager(reading.pages[i - 1], reading.pages[i + 1], words),
      ],
      aside: contents(page, reading, words),
    }
  })
}

const titleOf = ({ document, part, parts }: ReadingPage, words: Words): string =>
  parts === 1 ? document.title : `${document.title}　${words.part(part, parts)}`

const tools = (compare: string, words: Words): Element =>
  h('p', { className: ['tools'] }, h('a', { href: siteLink(compare) }, words.compare))

/** Ways to the page before and the page after. */
function pager(
  before: ReadingPage | undefined,
  after: ReadingPage | undefined,
  words: Words,
): Element {
  const way = (page: ReadingPage | undefined, rel: 'prev' | 'next', label: string): Element[] =>
    page === undefined
      ? []
      : [
          h('a', { rel: [rel], href: siteLink(page.path), className: [rel] }, [
            h('span', { className: ['way'] }, label),
            ' ',
            titleOf(page, words),
          ]),
        ]
  return h('nav', { className: ['pager'], ariaLabel: `${words.previous}、${words.next}` }, [
    ...way(before, 'prev', words.previous),
    ...way(after, 'next', words.next),
  ])
}

/** The contents of the edition as they are shown on a page: every document, and the headings of the present one. */
function contents(present: ReadingPage, { pages, pageOf }: Reading, words: Words): Element {
  const firsts = pages.filter((p) => p.part === 1)
  const at = firsts.findIndex((p) => p.document === present.document)
  const shown =
    firsts.length <= LISTED ? firsts : firsts.slice(Math.max(0, at - AROUND), at + AROUND + 1)
  return h('nav', { className: ['contents'], ariaLabel: words.inThisPage }, [
    h('h2', words.inThisPage),
    h(
      'ol',
      shown.map((page) => {
        const own = page.document === present.document
        const current = own && present.part === 1 ? { ariaCurrent: 'page' as const } : {}
        return h('li', [
          h('a', { href: siteLink(page.path), ...current }, page.document.title),
          ...(own ? inner(page, pageOf) : []),
        ])
      }),
    ),
  ])
}

function inner({ document }: ReadingPage, pageOf: ReadonlyMap<string, string>): ElementContent[] {
  const below = document.headings.filter(({ depth }) => depth > 1)
  if (below.length === 0) return []
  return [
    h(
      'ol',
      below.flatMap(({ id, title, kind }) => {
        const path = pageOf.get(id)
        if (path === undefined) return []
        const className = kind === 'question' ? ['question-link'] : []
        return [h('li', h('a', { href: siteLink(path, id), className }, title))]
      }),
    ),
  ]
}
