import type { Contributor, EditionMeta } from '@huijiao/ast'

/** An edition as citation managers read it: CITATION.cff 1.2, a subset of YAML whose strings are JSON's. */
export function citationFile(meta: EditionMeta): string {
  const authors = creatorsOf(meta).map((c) => `  - name: ${JSON.stringify(c)}`)
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', titleOf(meta)],
    ['abstract', meta.description],
    ['date-released', meta.date.slice(0, 10)],
    ['version', meta.editionNumber === undefined ? undefined : String(meta.editionNumber)],
    ['url', meta.url],
    ['license-url', meta.licence?.url],
  ]
  return [
    'cff-version: 1.2.0',
    'message: "If you use this edition, please cite it as below."',
    'type: dataset',
    ...fields.flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
    ),
    'authors:',
    ...authors,
    ...(meta.isbn === undefined
      ? []
      : ['identifiers:', '  - type: other', `    value: ${JSON.stringify(`ISBN ${meta.isbn}`)}`]),
    '',
  ].join('\n')
}

/** An edition as an entry of BibTeX; a body is braced, so that it is not taken for a name with parts. */
export function bibtex(meta: EditionMeta): string {
  const people = (roles: readonly string[]): string | undefined => {
    const some = meta.contributors.filter((c) => roles.includes(c.role))
    return some.length === 0 ? undefined : some.map(braced).join(' and ')
  }
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', escaped(titleOf(meta))],
    ['author', people(['aut'])],
    ['editor', people(['edt'])],
    ['translator', people(['trl'])],
    ['publisher', meta.publisher === undefined ? undefined : escaped(meta.publisher)],
    ['address', meta.place === undefined ? undefined : escaped(meta.place)],
    ['edition', meta.editionNumber === undefined ? undefined : String(meta.editionNumber)],
    ['year', meta.date.slice(0, 4)],
    ['date', meta.date.slice(0, 10)],
    ['isbn', meta.isbn],
    ['url', meta.url],
  ]
  const lines = fields.flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key} = {${value}}`],
  )
  return `@book{${meta.id},\n${lines.join(',\n')}\n}\n`
}

const titleOf = ({ title, subtitle }: EditionMeta): string =>
  subtitle === undefined ? title : `${title}：${subtitle}`

function creatorsOf({ contributors, publisher, title }: EditionMeta): string[] {
  const leading = contributors.filter(({ role }) => role === 'edt' || role === 'aut')
  const names = (leading.length > 0 ? leading : contributors).map(({ name }) => name)
  // The format asks for one at least.
  return names.length > 0 ? names : [publisher ?? title]
}

const braced = ({ name }: Contributor): string => `{${escaped(name)}}`

/** The signs that have a meaning in TeX. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\{}~^]/gu, (sign) => SPELLED[sign] ?? sign)
    .replaceAll(/[&%$#_]/gu, (sign) => `\\${sign}`)

const SPELLED: Readonly<Record<string, string>> = {
  '\\': '/',
  '{': '(',
  '}': ')',
  '~': '-',
  '^': '',
}
