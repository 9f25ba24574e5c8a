import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Card } from '../edition.ts'
import type { Page } from '../page/frame.ts'
import { siteLink } from '../page/link.ts'
import { type Words, wordsFor } from '../words/index.ts'

/** Editions on one page of the front: some 40 kB of it. */
const ON_PAGE = 48
/** Characters of a description that a card shows. */
const TOLD = 90

const pathOf = (index: number): string =>
  index === 0 ? 'index.html' : `editions-${index + 1}.html`

/** Editions by date, the newest first, those of one day by name. */
export const newestFirst = (cards: readonly Card[]): Card[] =>
  cards.toSorted(
    (a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0) || (a.id < b.id ? -1 : 1),
  )

/** The front of the site: every edition, newest first, on as many pages as it takes. */
export function housePages(cards: readonly Card[], language: string, title: string): Page[] {
  const words = wordsFor(language)
  const sorted = newestFirst(cards)
  const count = Math.max(1, Math.ceil(sorted.length / ON_PAGE))
  return Array.from({ length: count }, (_, i) => ({
    path: pathOf(i),
    kind: 'house' as const,
    lang: language,
    title: i === 0 ? title : `${title}　${words.part(i + 1, count)}`,
    trail: [{ title: words.editions, path: 'index.html' }],
    faces: 'assets/faces.css',
    main: [
      h('h1', title),
      h(
        'ul',
        { className: ['cards'] },
        sorted.slice(i * ON_PAGE, (i + 1) * ON_PAGE).map((card) => cardItem(card)),
      ),
      ...pager(i, count, words),
    ],
  }))
}

function cardItem(card: Card): Element {
  const own = wordsFor(card.language)
  const path = `${card.id}/index.html`
  return h('li', { className: ['card'], lang: card.language }, [
    h(
      'p',
      { className: ['slip'], ariaHidden: 'true' },
      h('span', { className: ['book-title'] }, card.title),
    ),
    h('div', { className: ['card-words'] }, [
      h('h2', h('a', { href: siteLink(path) }, card.title)),
      ...(card.subtitle === undefined ? [] : [h('p', { className: ['subtitle'] }, card.subtitle)]),
      ...(card.description === undefined ? [] : [h('p', shortened(card.description))]),
      h('p', { className: ['facts'] }, [
        h('time', { dateTime: card.date }, card.date),
        ` · ${own.workCount(card.works)} · ${own.witnesses(card.witnesses)}`,
      ]),
      h(
        'p',
        { className: ['formats'] },
        card.formats.filter(({ format }) => SHOWN.has(format)).flatMap(link(card)),
      ),
    ]),
  ])
}

/** Formats that a card offers; the front of the edition has all. */
const SHOWN = new Set(['epub', 'pdf', 'docx', 'tei.xml'])

const link =
  (card: Card) =>
  ({ format, path }: { format: string; path: string }): ElementContent[] => [
    h(
      'a',
      {
        href: siteLink(`${card.id}/files/${path}`),
        download: path,
        ariaLabel: `${format.split('.')[0]?.toUpperCase() ?? ''} · ${card.title}`,
      },
      format.split('.')[0]?.toUpperCase() ?? '',
    ),
    { type: 'text', value: ' ' },
  ]

function shortened(text: string): string {
  const points = [...text]
  return points.length <= TOLD ? text : `${points.slice(0, TOLD).join('')}……`
}

function pager(at: number, count: number, words: Words): Element[] {
  if (count === 1) return []
  return [
    h('nav', { className: ['numbers'], ariaLabel: words.editions }, [
      h(
        'ol',
        Array.from({ length: count }, (_, i) =>
          h(
            'li',
            h(
              'a',
              { href: siteLink(pathOf(i)), ...(i === at ? { ariaCurrent: 'page' as const } : {}) },
              String(i + 1),
            ),
          ),
        ),
      ),
    ]),
  ]
}
