import type { Edition, EditionMeta, WitnessInfo } from '@huijiao/ast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { encoding } from './encoding.ts'
import { type Person, PROGRAM } from './people.ts'
import { text, type Writing } from './writing.ts'

/** The header: what the document is, from which witnesses, and how it is encoded. */
export function header(writing: Writing, { meta }: Edition): Element {
  const description = x('fileDesc', [
    titles(writing, meta),
    ...editionStatement(writing, meta),
    publication(writing, meta),
    ...(meta.series === undefined
      ? []
      : [x('seriesStmt', [x('title', text(writing, meta.series))])]),
    x('sourceDesc', [witnesses(writing, meta)]),
  ])
  const profile = x('profileDesc', [
    ...(meta.description === undefined
      ? []
      : [x('abstract', [x('p', text(writing, meta.description))])]),
    x('langUsage', [x('language', { ident: meta.language })]),
    ...(meta.subjects === undefined || meta.subjects.length === 0
      ? []
      : [
          x('textClass', [
            x(
              'keywords',
              meta.subjects.map((s) => x('term', text(writing, s))),
            ),
          ]),
        ]),
  ])
  return x('teiHeader', [description, encoding(writing, meta), profile])
}

function titles(
  writing: Writing,
  { title, subtitle, shortTitle, generator }: EditionMeta,
): Element {
  const titled = (type: string, value: string | undefined): Element[] =>
    value === undefined ? [] : [x('title', { type }, text(writing, value))]
  return x('titleStmt', [
    ...titled('main', title),
    ...titled('sub', subtitle),
    ...titled('short', shortTitle),
    ...writing.people.all.map((person) => responsible(writing, person)),
    x('respStmt', [
      x('resp', text(writing, writing.strings.roles['edt'] ?? 'edt')),
      x('name', { 'xml:id': PROGRAM }, text(writing, generator)),
    ]),
  ])
}

/** A contributor, or whose rulings the apparatus has. */
function responsible(writing: Writing, { id, name, contributor }: Person): Element {
  const { role } = contributor ?? {}
  if (role === 'aut') return x('author', { 'xml:id': id }, text(writing, name))
  if (role === 'edt') return x('editor', { 'xml:id': id }, text(writing, name))
  const { roles } = writing.strings
  // Who rules edits.
  const said = roles[role ?? 'edt'] ?? role ?? 'edt'
  return x('respStmt', [
    x('resp', text(writing, said)),
    x('name', { 'xml:id': id }, text(writing, name)),
  ])
}

function editionStatement(writing: Writing, { editionNumber }: EditionMeta): Element[] {
  if (editionNumber === undefined) return []
  const said = writing.strings.nth(editionNumber)
  return [x('editionStmt', [x('edition', { n: String(editionNumber) }, text(writing, said))])]
}

function publication(writing: Writing, meta: EditionMeta): Element {
  const { publisher, place, date, isbn, url, licence, rights, contributors, generator } = meta
  const editor = contributors.find(({ role }) => role === 'edt') ?? contributors[0]
  const allowed = [licence?.name, rights].flatMap((said) =>
    said === undefined ? [] : [x('p', text(writing, said))],
  )
  const availability =
    licence === undefined
      ? allowed
      : [x('licence', licence.url === undefined ? {} : { target: licence.url }, allowed)]
  return x('publicationStmt', [
    publisher === undefined
      ? x('authority', text(writing, editor?.name ?? generator))
      : x('publisher', text(writing, publisher)),
    ...(place === undefined ? [] : [x('pubPlace', text(writing, place))]),
    x('date', dated(date), text(writing, date)),
    ...(isbn === undefined ? [] : [x('idno', { type: 'ISBN' }, text(writing, isbn))]),
    ...(url === undefined ? [] : [x('idno', { type: 'URL' }, text(writing, url))]),
    ...(availability.length === 0 ? [] : [x('availability', availability)]),
  ])
}

/** A date in a form that machines know, where it has one. */
const dated = (date: string): { readonly when?: string } =>
  /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(date) ? { when: date } : {}

/** Witnesses by siglum, with where they were published and the files that transcribe them. */
function witnesses(writing: Writing, { witnesses: described }: EditionMeta): Element {
  const { identifiers } = writing
  if (identifiers.witnesses.length === 0) return x('p', text(writing, writing.strings.witnesses))
  return x(
    'listWit',
    identifiers.witnesses.map(({ siglum, id }) =>
      x('witness', { 'xml:id': id }, [
        x('abbr', { type: 'siglum' }, text(writing, siglum)),
        ...described.filter((w) => w.siglum === siglum).flatMap((w) => witness(writing, w)),
      ]),
    ),
  )
}

function witness(writing: Writing, { description, publication, sources }: WitnessInfo) {
  const { title, date, page, url } = publication ?? {}
  const parts = [
    ...(title === undefined ? [] : [x('title', text(writing, title))]),
    ...(date === undefined ? [] : [x('date', dated(date), text(writing, date))]),
    ...(page === undefined ? [] : [x('biblScope', { unit: 'page' }, text(writing, page))]),
    ...(url === undefined ? [] : [x('ref', { target: encodeURI(url) }, text(writing, url))]),
  ]
  return [
    x('note', { type: 'description' }, text(writing, description)),
    ...(parts.length === 0 ? [] : [x('bibl', parts)]),
    ...sources.map(({ file, sha256 }) =>
      x('bibl', { type: 'file' }, [
        x('title', text(writing, file)),
        x('idno', { type: 'SHA-256' }, text(writing, sha256)),
      ]),
    ),
  ]
}
