import type { Edition, WitnessInfo } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { dateIn } from '../date.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { shortTitleOf } from './title.ts'

/** Where the text of a witness was published. */
function published({ publication }: WitnessInfo, strings: Strings, language: string): Element[] {
  if (publication === undefined) return []
  const { title, date = '', page = '', url } = publication
  const words = strings.publication(title, dateIn(date, strings), page)
  return [
    h('p', inLanguage(clean(words), language)),
    ...(url === undefined ? [] : [h('p', { className: ['address'] }, clean(url))]),
  ]
}

/** The files of a witness with their sums, for those who check them. */
const filesOf = ({ siglum, sources }: WitnessInfo, strings: Strings): Element =>
  h(
    'li',
    sources.map((s) =>
      h('p', { className: ['source-file'] }, [
        clean(`${siglum}　`),
        h('code', { className: ['file'], lang: 'zxx', xmlLang: 'zxx' }, clean(s.file)),
        clean(` ${strings.length(s.length)} `),
        h(
          'code',
          { className: ['hash'], lang: 'zxx', xmlLang: 'zxx' },
          clean(`sha-256 ${s.sha256}`),
        ),
      ]),
    ),
  )

/** What a witness is, and which works it has, with a mark where it is their base text. */
function rowOf(w: WitnessInfo, { meta, children }: Edition, strings: Strings): Element {
  const description = w.description + strings.brackets.join(strings.kinds[w.kind])
  const works = children.filter((work) => work.sigla.includes(w.siglum))
  return h('tr', [
    h('th', { scope: 'row' }, clean(w.siglum)),
    h('td', [
      h('p', inLanguage(clean(description), meta.language)),
      ...published(w, strings, meta.language),
      ...(w.family === undefined ? [] : [h('p', strings.family(clean(w.family)))]),
      ...(w.script === undefined ? [] : [h('p', strings.scripts[w.script])]),
    ]),
    h(
      'td',
      works.map((work) => {
        const mark = work.base === w.siglum ? strings.brackets.join(strings.base) : ''
        return h('p', inLanguage(shortTitleOf(work, strings) + mark, meta.language))
      }),
    ),
  ])
}

/** The table of witnesses: siglum, what it is, and which works it has, with the base text of each; then the files. */
export function witnessesDocument(edition: Edition, strings: Strings): BookDocument {
  const { meta } = edition
  const head = [strings.siglum, strings.description, strings.works]
  const headings = head.map((t) => h('th', { scope: 'col' }, t))
  const rows = meta.witnesses.map((w) => rowOf(w, edition, strings))
  const files = meta.witnesses.map((w) => filesOf(w, strings))
  const section = {
    id: 'witnesses',
    className: ['witnesses'],
    'epub:type': 'appendix',
    role: 'doc-appendix',
    ariaLabelledBy: 'witnesses-title',
  }
  return {
    id: 'witnesses',
    kind: 'witnesses',
    matter: 'back',
    title: strings.witnesses,
    lang: meta.language,
    headings: [{ id: 'witnesses-title', depth: 1, title: strings.witnesses }],
    children: [
      h('section', section, [
        h('h1', { id: 'witnesses-title' }, strings.witnesses),
        h('table', [h('thead', h('tr', headings)), h('tbody', rows)]),
        h('h2', { id: 'witnesses-files' }, strings.files),
        h('ul', { className: ['sources'] }, files),
      ]),
    ],
  }
}
