import type { Edition } from '@huijiao/ast'
import { clean, type Strings, stringsFor } from '@huijiao/hast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { siteLink } from '../page/link.ts'
import type { Words } from '../words/index.ts'
import { bibtex } from './citation.ts'
import type { Download } from './downloads.ts'
import { type Collated, collatedIn } from './facts.ts'
import type { FrontParts } from './parts.ts'
import { sizeOf } from './size.ts'

/** What may be taken away, with size and sum. */
export function downloads({ downloads: files, folder, pages }: FrontParts, words: Words): Element {
  const books = files.filter(({ path }) => !path.includes('/'))
  const row = (file: Download): Element =>
    h('li', [
      h(
        'a',
        {
          href: siteLink(`${folder}/files/${file.path}`),
          download: file.path.split('/').at(-1) ?? '',
        },
        words.formats[file.format] ?? file.path,
      ),
      ' ',
      h('span', { className: ['facts'] }, [
        h('span', { className: ['file-name'] }, file.path),
        ` · ${sizeOf(file.bytes)}`,
        ...(file.format === 'pdf' && pages !== null ? [` · ${words.pages(pages)}`] : []),
      ]),
      h('details', [
        h('summary', { ariaLabel: `${words.sum}：${file.path}` }, words.sum),
        h('code', file.sha256),
      ]),
    ])
  return h('section', { ariaLabelledBy: 'downloads' }, [
    h('h2', { id: 'downloads' }, words.downloads),
    h('ul', { className: ['downloads'] }, books.map(row)),
  ])
}

/** What was collated, and how it was decided. */
export function collation(
  edition: Edition,
  strings: Strings,
  words: Words,
  { reading, sourceOf }: FrontParts,
): Element {
  const facts = collatedIn(edition)
  const pathOf = (id: string): string | undefined =>
    reading.find((p) => p.document.id === id && p.part === 1)?.path
  const table = pathOf('witnesses')
  return h('section', { ariaLabelledBy: 'collation' }, [
    h('h2', { id: 'collation' }, words.collation),
    h('p', [
      [
        words.workCount(edition.children.length),
        words.witnesses(edition.meta.witnesses.length),
        facts.content + facts.punctuation === 0
          ? words.agreed
          : words.loci(facts.content, facts.punctuation),
      ].join(strings.separator),
    ]),
    ...decided(facts, strings, words),
    h(
      'ul',
      { className: ['witnesses'] },
      edition.meta.witnesses.map((w) =>
        h('li', [
          h('b', clean(w.siglum)),
          ' ',
          clean(w.description),
          strings.brackets.join(strings.kinds[w.kind]),
          ...w.sources.flatMap(({ file }) => {
            const path = sourceOf(file)
            return path === undefined ? [] : [' ', h('a', { href: siteLink(path) }, clean(file))]
          }),
        ]),
      ),
    ),
    ...(table === undefined ? [] : [h('p', h('a', { href: siteLink(table) }, strings.witnesses))]),
  ])
}

function decided(facts: Collated, strings: Strings, words: Words): Element[] {
  if (facts.content + facts.punctuation === 0) return []
  const list = (label: string, items: readonly string[]): Element[] =>
    items.length === 0 ? [] : [h('dt', label), h('dd', items.join(strings.separator))]
  return [
    h('dl', [
      ...list(
        words.byMethod,
        facts.methods.map(([m, n]) => words.counted(strings.methods[m], n)),
      ),
      ...list(words.byCertainty, [
        ...facts.certainties.map(([c, n]) => words.counted(strings.certainties[c], n)),
        ...(facts.ruled === 0 ? [] : [words.ruled(facts.ruled)]),
      ]),
    ]),
  ]
}

/** What readers may do with the edition, and how they cite it. */
export function citation({ meta }: Edition, { folder }: FrontParts, words: Words): Element {
  const strings = stringsFor(meta.language)
  const licence = meta.licence
  return h('section', { ariaLabelledBy: 'citation' }, [
    h('h2', { id: 'citation' }, words.citation),
    ...(meta.rights === undefined
      ? []
      : [h('p', `${strings.rights}${strings.colon}${clean(meta.rights)}`)]),
    ...(licence === undefined
      ? []
      : [
          h('p', [
            `${strings.licence}${strings.colon}`,
            licence.url === undefined
              ? clean(licence.name)
              : h('a', { href: licence.url, rel: ['license'] }, clean(licence.name)),
          ]),
        ]),
    h('pre', { tabIndex: 0, ariaLabel: 'BibTeX', role: 'region' }, h('code', bibtex(meta))),
    h('p', [
      h(
        'a',
        { href: siteLink(`${folder}/files/CITATION.cff`), download: 'CITATION.cff' },
        words.formats['cff'] ?? '',
      ),
      strings.comma,
      h(
        'a',
        { href: siteLink(`${folder}/files/${meta.id}.bib`), download: `${meta.id}.bib` },
        words.formats['bib'] ?? '',
      ),
    ]),
  ])
}
