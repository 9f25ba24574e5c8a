import type { Edition } from '@huijiao/ast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { titleOf } from './title.ts'

/** The table of witnesses: siglum, what it is, and which works it has. Its files stand in the colophon. */
export function witnessesDocument(edition: Edition, strings: Strings): BookDocument {
  const { meta } = edition
  const head = [strings.siglum, strings.description, strings.works]
  const rows = meta.witnesses.map((w) =>
    h('tr', [
      h('th', { scope: 'row' }, clean(w.siglum)),
      h('td', [
        h('p', inLanguage(clean(`${w.description}（${strings.kinds[w.kind]}）`), meta.language)),
        ...(w.family === undefined ? [] : [h('p', strings.family(clean(w.family)))]),
        ...(w.script === undefined ? [] : [h('p', strings.scripts[w.script])]),
      ]),
      h(
        'td',
        edition.children
          .filter((work) => work.sigla.includes(w.siglum))
          .map((work) => h('p', inLanguage(titleOf(work, strings), meta.language))),
      ),
    ]),
  )
  return {
    id: 'witnesses',
    kind: 'witnesses',
    matter: 'back',
    title: strings.witnesses,
    lang: meta.language,
    headings: [{ id: 'witnesses-title', depth: 1, title: strings.witnesses }],
    children: [
      h(
        'section',
        {
          id: 'witnesses',
          className: ['witnesses'],
          'epub:type': 'appendix',
          role: 'doc-appendix',
          ariaLabelledBy: 'witnesses-title',
        },
        [
          h('h1', { id: 'witnesses-title' }, strings.witnesses),
          h('table', [
            h(
              'thead',
              h(
                'tr',
                head.map((t) => h('th', { scope: 'col' }, t)),
              ),
            ),
            h('tbody', rows),
          ]),
        ],
      ),
    ],
  }
}
