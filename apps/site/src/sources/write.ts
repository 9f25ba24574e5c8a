import type { Edition } from '@huijiao/ast'
import { clean } from '@huijiao/hast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Page, Step } from '../page/frame.ts'
import { siteLink } from '../page/link.ts'
import { resolved } from '../reading/documents.ts'
import { wordsFor } from '../words/index.ts'
import type { SourcePage, SourcePages } from './pages.ts'

/** The pages of the sources, finished. */
export function writtenSources(
  { meta }: Edition,
  { pages }: SourcePages,
  {
    trail,
    pageOf,
  }: {
    readonly trail: readonly Step[]
    readonly pageOf: ReadonlyMap<string, string>
  },
): Page[] {
  const words = wordsFor(meta.language)
  return pages.map((page) => {
    const { record, part, parts } = page
    const own = pages.filter((p) => p.record === record)
    const about = meta.witnesses.find((w) => w.siglum === record.siglum)?.description ?? ''
    return {
      path: page.path,
      kind: 'source',
      lang: meta.language,
      title: `${words.sources}：${clean(record.file)} · ${clean(meta.title)}`,
      trail,
      main: [
        h('h1', [
          clean(`${record.siglum}　${record.file}`),
          ...(parts === 1 ? [] : [`　${words.part(part, parts)}`]),
        ]),
        h('p', { className: ['about'] }, [clean(about), h('br'), words.aboutSources]),
        h('div', { className: ['source'] }, resolved(page.lines, pageOf)),
        ...others(own, page, words.sources),
      ],
    }
  })
}

function others(all: readonly SourcePage[], present: SourcePage, label: string): Element[] {
  if (all.length === 1) return []
  const item = (page: SourcePage): Element =>
    h(
      'li',
      h(
        'a',
        { href: siteLink(page.path), ...(page === present ? { ariaCurrent: 'page' } : {}) },
        String(page.part),
      ),
    )
  return [h('nav', { className: ['numbers'], ariaLabel: label }, h('ol', all.map(item)))]
}
