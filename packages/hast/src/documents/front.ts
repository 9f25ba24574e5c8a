import type { Edition } from '@huijiao/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { dateIn } from '../date.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { phrased } from './title.ts'

/** The title page. */
export function titlePage({ meta }: Edition, strings: Strings): BookDocument {
  const people = meta.contributors.map((c) =>
    h('p', { className: ['contributor'] }, [
      h('span', { className: ['contributor-name'] }, clean(c.name)),
      ' ',
      h('span', { className: ['contributor-role'] }, strings.roles[c.role] ?? c.role),
    ]),
  )
  const title = phrased(meta.title, meta.titleBreaks ?? [], meta.language)
  return {
    id: 'titlepage',
    kind: 'titlepage',
    matter: 'front',
    title: clean(meta.title),
    lang: meta.language,
    headings: [],
    children: [
      h('section', { id: 'titlepage', className: ['titlepage'], 'epub:type': 'titlepage' }, [
        h('h1', { className: ['book-title', ...title.className], 'epub:type': 'title' }, [
          ...title.content,
        ]),
        ...(meta.subtitle === undefined
          ? []
          : [
              h(
                'p',
                {
                  className: ['book-subtitle'],
                  'epub:type': 'subtitle',
                  role: 'doc-subtitle',
                },
                clean(meta.subtitle),
              ),
            ]),
        h('div', { className: ['book-contributors'] }, people),
        ...(meta.publisher === undefined
          ? []
          : [h('p', { className: ['book-publisher'] }, clean(meta.publisher))]),
      ]),
    ],
  }
}

/** Sources with their hashes, and what is true of the making of the book on any day. */
export function colophon({ meta }: Edition, strings: Strings): BookDocument {
  const pairs: [string, string][] = [
    [
      strings.contributors,
      meta.contributors
        .map((c) => `${c.name}（${strings.roles[c.role] ?? c.role}）`)
        .join(strings.separator),
    ],
    [strings.publisher, meta.publisher ?? ''],
    [strings.published, dateIn(meta.date, strings)],
    [strings.rights, meta.rights ?? ''],
    [strings.conventionsTerm, strings.seeEditorialNote],
    [strings.madeWith, meta.generator],
  ]
  const list: ElementContent[] = pairs
    .filter(([, value]) => value !== '')
    .flatMap(([term, value]) => [h('dt', term), h('dd', inLanguage(clean(value), meta.language))])
  const sources = meta.witnesses.map((w) =>
    h('li', [
      h(
        'p',
        { className: ['source'] },
        inLanguage(
          clean(`${w.siglum}　${w.description}（${strings.kinds[w.kind]}）`),
          meta.language,
        ),
      ),
      ...w.sources.map((s) =>
        h('p', { className: ['source-file'] }, [
          h('code', { className: ['file'], lang: 'zxx', xmlLang: 'zxx' }, clean(s.file)),
          clean(` ${strings.length(s.length)} `),
          h(
            'code',
            { className: ['hash'], lang: 'zxx', xmlLang: 'zxx' },
            clean(`sha-256 ${s.sha256}`),
          ),
        ]),
      ),
    ]),
  )
  return {
    id: 'colophon',
    kind: 'colophon',
    matter: 'front',
    title: strings.colophon,
    lang: meta.language,
    headings: [{ id: 'colophon-title', depth: 1, title: strings.colophon }],
    children: [
      h(
        'section',
        {
          id: 'colophon',
          className: ['colophon'],
          'epub:type': 'colophon',
          role: 'doc-colophon',
          ariaLabelledBy: 'colophon-title',
        },
        [
          h('h1', { id: 'colophon-title' }, strings.colophon),
          h(
            'p',
            { className: ['colophon-book'] },
            clean([meta.title, meta.subtitle ?? ''].join('　').trim()),
          ),
          ...(meta.description === undefined
            ? []
            : [h('p', inLanguage(clean(meta.description), meta.language))]),
          h('dl', list),
          h('h2', { id: 'colophon-sources' }, strings.sources),
          h('ul', { className: ['sources'] }, sources),
        ],
      ),
    ],
  }
}

/** The editorial note 凡例: the conventions of every edition, then this edition's own paragraphs. */
export function editorialNote({ meta }: Edition, strings: Strings): BookDocument {
  return {
    id: 'editorial-note',
    kind: 'editorial-note',
    matter: 'front',
    title: strings.editorialNote,
    lang: meta.language,
    headings: [{ id: 'editorial-note-title', depth: 1, title: strings.editorialNote }],
    children: [
      h(
        'section',
        {
          id: 'editorial-note',
          className: ['editorial-note'],
          'epub:type': 'preface',
          role: 'doc-preface',
          ariaLabelledBy: 'editorial-note-title',
        },
        [
          h('h1', { id: 'editorial-note-title' }, strings.editorialNote),
          h(
            'ol',
            [...strings.conventions, ...meta.note.map(clean)].map((p) =>
              h('li', h('p', inLanguage(p, meta.language))),
            ),
          ),
        ],
      ),
    ],
  }
}
