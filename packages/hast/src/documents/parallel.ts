import type { Edition, Work } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { inLanguage, languageOf, saidIn } from '../language.ts'
import type { BookDocument } from '../model.ts'
import { type ParallelRow, parallelRows } from '../present/parallel.ts'
import type { PresentedWork } from '../present/present.ts'
import type { Strings } from '../strings/index.ts'
import { shortTitleOf } from './title.ts'

/** 版本对照: the paragraphs in which two versions of a work differ, side by side. None where no work has two. */
export function parallelDocument(
  { meta }: Edition,
  works: readonly PresentedWork[],
  strings: Strings,
): BookDocument[] {
  const { language } = meta
  const told = works.flatMap((work) => {
    const rows = parallelRows(work)
    return rows.length === 0 ? [] : [{ work: work.work, rows }]
  })
  if (told.length === 0) return []
  return [
    {
      id: 'parallel',
      kind: 'parallel',
      matter: 'back',
      title: strings.parallel,
      lang: language,
      headings: [{ id: 'parallel-title', depth: 1, title: strings.parallel }],
      children: [
        h(
          'section',
          {
            id: 'parallel',
            className: ['parallel'],
            'epub:type': 'appendix',
            role: 'doc-appendix',
            ariaLabelledBy: 'parallel-title',
          },
          [
            h('h1', { id: 'parallel-title' }, strings.parallel),
            ...told.flatMap(({ work, rows }) => tableOf(work, rows, strings, language)),
          ],
        ),
      ],
    },
  ]
}

/** The rows of one work under its title, the printed version first. */
function tableOf(
  work: Work,
  rows: readonly ParallelRow[],
  strings: Strings,
  language: string,
): Element[] {
  const lang = languageOf(rows.map(({ own }) => own).join(''), language)
  const cell = (text: string, id?: string): Element =>
    text === ''
      ? h('td', h('p', { id }, strings.absent))
      : h('td', saidIn(lang, language), h('p', { id }, inLanguage(clean(text), lang)))
  const heads = work.recensions
    .toSorted((a, b) => Number(b.base) - Number(a.base))
    .map(({ label, sigla }) =>
      h(
        'th',
        { scope: 'col' },
        clean(strings.recension(label) + strings.brackets.join(strings.joinSigla(sigla))),
      ),
    )
  const body = rows.map(({ block, own, other }) =>
    // A page that begins with a row is marked in its first cell, where text may stand.
    h('tr', [cell(own, `parallel-${block}`), cell(other)]),
  )
  const title = inLanguage(shortTitleOf(work, strings), language)
  return [
    h('h2', { id: `parallel-${work.id}` }, title),
    h('table', [h('thead', h('tr', heads)), h('tbody', body)]),
  ]
}
