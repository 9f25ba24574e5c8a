import type { Edition } from '@huijiao/ast'
import { clean, stringsFor } from '@huijiao/hast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Page, Step } from '../page/frame.ts'
import { siteLink } from '../page/link.ts'
import { resolved } from '../reading/documents.ts'
import { wordsFor } from '../words/index.ts'
import { controls } from './controls.ts'
import { overview } from './overview.ts'
import type { ComparePage, Comparison } from './pages.ts'

/** The script of the pages that compare, from the root of the site. */
export const COMPARE_SCRIPT = 'assets/compare.js'

/** The pages that compare, finished. */
export function comparePages(
  { meta, children }: Edition,
  comparison: Comparison,
  {
    trail,
    faces,
    pageOf,
  }: {
    readonly trail: readonly Step[]
    readonly faces: string
    readonly pageOf: ReadonlyMap<string, string>
  },
): Page[] {
  const [strings, words] = [stringsFor(meta.language), wordsFor(meta.language)]
  const order = meta.witnesses.map(({ siglum }) => siglum)
  return children.flatMap((work) => {
    const own = comparison.pages.filter((page) => page.work === work)
    const rows = own.flatMap((page) => page.rows)
    const sigla = order.filter((siglum) => work.sigla.includes(siglum))
    return own.map((page) => {
      const read = pageOf.get(work.id)
      return {
        path: page.path,
        kind: 'compare' as const,
        lang: meta.language,
        title: `${words.comparison}：${page.title} · ${clean(meta.title)}`,
        trail,
        faces,
        scripts: [COMPARE_SCRIPT],
        main: [
          h('h1', [
            page.title,
            ...(page.parts === 1 ? [] : [`　${words.part(page.part, page.parts)}`]),
          ]),
          h('p', { className: ['about'] }, words.aboutComparison),
          ...(read === undefined
            ? []
            : [h('p', { className: ['tools'] }, h('a', { href: siteLink(read) }, words.read))]),
          overview(rows, comparison.pageOfRow, words),
          controls(page.rows, sigla, strings, words),
          h('div', { className: ['rows', 'book'] }, resolved(page.content, pageOf)),
          h('div', { className: ['notes'] }, resolved(page.boxes, pageOf)),
          ...parts(own, page, words.comparison),
        ],
      }
    })
  })
}

/** The parts of a work that takes several pages. */
function parts(all: readonly ComparePage[], present: ComparePage, label: string): Element[] {
  if (all.length === 1) return []
  return [
    h('nav', { className: ['numbers'], ariaLabel: label }, [
      h(
        'ol',
        all.map((page) =>
          h(
            'li',
            h(
              'a',
              { href: siteLink(page.path), ...(page === present ? { ariaCurrent: 'page' } : {}) },
              String(page.part),
            ),
          ),
        ),
      ),
    ]),
  ]
}
