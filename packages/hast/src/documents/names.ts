import type { Edition } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { groupBy } from '../group.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import type { BookOptions } from '../options.ts'
import { type FoundName, type NamePlace, namesOf } from '../present/names.ts'
import type { Strings } from '../strings/index.ts'
import { paragraphNumber } from './paragraphs.ts'
import { shortTitleOf } from './title.ts'

/**
 * The index of names, in the order in which the editor lists them: for each the works and their paragraphs, for which
 * print puts pages. None where no name is listed or found.
 */
export function namesDocument(
  edition: Edition,
  strings: Strings,
  options: BookOptions,
): BookDocument[] {
  const names = namesOf(edition)
  if (names.length === 0) return []
  const title = strings.nameIndex
  const works = new Map(edition.children.map((work) => [work.id, work]))
  const href = options.href ?? ((_document: string, id: string) => `#${id}`)
  const { language } = edition.meta
  const placesIn = (id: string, places: readonly NamePlace[]): Element[] => {
    const work = works.get(id)
    if (work === undefined) return []
    const label = h('span', { className: ['index-work'] }, [
      ...inLanguage(shortTitleOf(work, strings), language),
      ' ',
    ])
    const marks = places.flatMap((place, i): (Element | string)[] => {
      const at = { dataAt: `${place.block} ${place.offset}` }
      // Several places of one paragraph are one, but may stand on two pages.
      if (places[i - 1]?.block === place.block)
        return [h('span', { className: ['index-again'], ...at })]
      const label = strings.block(paragraphNumber(work, place.number))
      const link = h('a', { className: ['index-place'], href: href(id, place.block), ...at }, label)
      return i === 0 ? [link] : [strings.listed, link]
    })
    return [h('span', { className: ['index-works', 'locus'] }, [label, ...marks])]
  }
  const entry = ({ name, places }: FoundName, i: number): Element =>
    h('p', { id: `names-${i + 1}`, className: ['index-entry'] }, [
      h('b', { className: ['index-name'] }, inLanguage(clean(name), language)),
      ...[...groupBy(places, (p) => p.work)].flatMap(([id, own]) => [' ', ...placesIn(id, own)]),
    ])
  return [
    {
      id: 'names',
      kind: 'index',
      matter: 'back',
      title,
      lang: language,
      headings: [{ id: 'names-title', depth: 1, title }],
      children: [
        h(
          'section',
          {
            id: 'names',
            className: ['names'],
            'epub:type': 'index',
            role: 'doc-index',
            ariaLabelledBy: 'names-title',
          },
          [h('h1', { id: 'names-title' }, title), ...names.map(entry)],
        ),
      ],
    },
  ]
}
