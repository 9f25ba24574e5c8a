import type { Contributor, Edition, EditionMeta } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { dateIn } from '../date.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import type { Facts, SignOf } from '../strings/conventions/types.ts'
import type { Strings } from '../strings/index.ts'
import { phrased } from './title.ts'

/** The title page. */
export function titlePage({ meta }: Edition, strings: Strings): BookDocument {
  const people = meta.contributors.map((c) =>
    h('p', { className: ['contributor'] }, [
      h('span', { className: ['contributor-name'] }, clean(c.name)),
      ' ',
      h('span', { className: ['contributor-role'] }, roleWord(c, strings)),
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

/** Role of a contributor; a body is named by its contribution, not as an author. */
const roleWord = ({ role, body }: Contributor, strings: Strings): string =>
  (body === true ? strings.bodyRoles[role] : undefined) ?? strings.roles[role] ?? role

const licenceOf = ({ licence }: EditionMeta, strings: Strings): string =>
  licence === undefined
    ? ''
    : licence.name + (licence.url === undefined ? '' : strings.brackets.join(licence.url))

/** The record of the edition, true of the book on any day. */
export function colophon({ meta }: Edition, strings: Strings): BookDocument {
  const pairs: [string, string][] = [
    [
      strings.contributors,
      meta.contributors
        .map((c) => `${c.name}${strings.brackets.join(roleWord(c, strings))}`)
        .join(strings.separator),
    ],
    [strings.publisher, meta.publisher ?? ''],
    [strings.place, meta.place ?? ''],
    [
      strings.editionNumber,
      meta.editionNumber === undefined ? '' : strings.nth(meta.editionNumber),
    ],
    ['ISBN', meta.isbn ?? ''],
    [strings.series, meta.series ?? ''],
    [strings.published, dateIn(meta.date, strings)],
    [strings.rights, meta.rights ?? ''],
    [strings.licence, licenceOf(meta, strings)],
    [strings.address, meta.url ?? ''],
    [strings.conventionsTerm, strings.seeEditorialNote],
    [strings.madeWith, meta.generator],
  ]
  const list: ElementContent[] = pairs
    .filter(([, value]) => value !== '')
    .flatMap(([term, value]) => [h('dt', term), h('dd', inLanguage(clean(value), meta.language))])
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
        ],
      ),
    ],
  }
}

/** The editorial note 凡例: what holds of this rendering, then the edition's own paragraphs. */
export function editorialNote({ meta }: Edition, strings: Strings, facts: Facts): BookDocument {
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
            [...strings.conventions(facts), ...meta.note.map(clean)].map((p) =>
              h('li', h('p', inLanguage(p, meta.language))),
            ),
          ),
          ...signsOf(strings.signs(facts), strings, meta.language),
        ],
      ),
    ],
  }
}

/** The list of the signs that the text has. */
function signsOf(signs: readonly SignOf[], strings: Strings, language: string): Element[] {
  if (signs.length === 0) return []
  return [
    h('p', { className: ['signs'] }, [
      h('b', strings.signsTitle),
      ...signs.flatMap(([sign, meaning], i): (ElementContent | string)[] => [
        i === 0 ? strings.colon : strings.separator,
        h('span', { className: ['sign'] }, sign),
        ' ',
        ...inLanguage(meaning, language),
      ]),
      strings.stop,
    ]),
  ]
}
