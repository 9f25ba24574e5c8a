import type { Edition } from '@huijiao/ast'
import { clean, type Strings, stringsFor } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Page } from '../page/frame.ts'
import { siteLink } from '../page/link.ts'
import type { ReadingPage } from '../reading/pages.ts'
import { type Words, wordsFor } from '../words/index.ts'
import type { FrontParts } from './parts.ts'
import { citation, collation, downloads } from './sections.ts'

/** The front of an edition: what it is, what may be taken away, what was collated, how to cite it. */
export function frontPage(edition: Edition, parts: FrontParts): Page {
  const { meta } = edition
  const [strings, words] = [stringsFor(meta.language), wordsFor(meta.language)]
  return {
    path: `${parts.folder}/index.html`,
    kind: 'front',
    lang: meta.language,
    title: clean(meta.title),
    ...(meta.description === undefined ? {} : { description: clean(meta.description) }),
    trail: parts.trail,
    faces: parts.faces,
    main: [
      head(edition, parts, strings),
      worksList(parts, words),
      downloads(parts, words),
      collation(edition, strings, words, parts),
      citation(edition, parts, words),
    ],
  }
}

function head({ meta }: Edition, { cover, reading }: FrontParts, strings: Strings): Element {
  const people = meta.contributors.map((c) => {
    const role = (c.body === true ? strings.bodyRoles[c.role] : undefined) ?? strings.roles[c.role]
    return h('li', [clean(c.name), ' ', h('span', { className: ['role'] }, role ?? c.role)])
  })
  const first = reading.find((p) => p.document.kind === 'preface' || p.document.kind === 'work')
  const words = wordsFor(meta.language)
  const [year, month, day] = meta.date.slice(0, 10).split('-').map(Number)
  return h('header', { className: ['edition-head'] }, [
    ...(cover === null
      ? []
      : [
          h('img', {
            src: siteLink(cover),
            alt: '',
            width: 1200,
            height: 1920,
            className: ['cover'],
          }),
        ]),
    h('div', [
      h('h1', { className: ['book-title'] }, clean(meta.title)),
      ...(meta.subtitle === undefined
        ? []
        : [h('p', { className: ['subtitle'] }, clean(meta.subtitle))]),
      h('ul', { className: ['people'] }, people),
      ...(meta.description === undefined ? [] : [h('p', clean(meta.description))]),
      h('p', { className: ['date'] }, [
        ...(meta.publisher === undefined ? [] : [clean(meta.publisher), strings.comma]),
        h(
          'time',
          { dateTime: meta.date.slice(0, 10) },
          year !== undefined && month !== undefined && day !== undefined
            ? strings.dateOf(year, month, day)
            : meta.date,
        ),
      ]),
      ...(first === undefined
        ? []
        : [h('p', h('a', { href: siteLink(first.path), className: ['begin'] }, words.read))]),
    ]),
  ])
}

function worksList(parts: FrontParts, words: Words): Element {
  const firsts = parts.reading.filter((p) => p.part === 1)
  const texts = new Map(parts.downloads.map((d) => [d.path, d]))
  const item = (page: ReadingPage): Element => {
    const { id, title, kind } = page.document
    const compare = kind === 'work' ? parts.compareOf(id) : undefined
    const text = kind === 'work' ? texts.get(`text/${id}.txt`) : undefined
    const more: (ElementContent | string)[] = [
      ...(compare === undefined
        ? []
        : [
            ' ',
            h(
              'a',
              { href: siteLink(compare), ariaLabel: `${words.compare}：${title}` },
              words.compare,
            ),
          ]),
      ...(text === undefined
        ? []
        : [
            ' ',
            h(
              'a',
              {
                href: siteLink(`${parts.folder}/files/${text.path}`),
                ariaLabel: `${words.text}：${title}`,
              },
              words.text,
            ),
          ]),
    ]
    return h('li', [
      h('a', { href: siteLink(page.path) }, title),
      ...(more.length === 0 ? [] : [h('span', { className: ['more'] }, more)]),
    ])
  }
  return h('section', { ariaLabelledBy: 'works' }, [
    h('h2', { id: 'works' }, words.works),
    h('ol', { className: ['works'] }, firsts.map(item)),
  ])
}
