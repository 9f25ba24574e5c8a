import type { Edition } from '@huijiao/ast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import { parallelRows } from '../present/parallel.ts'
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
  const cell = (text: string) =>
    h('td', h('p', inLanguage(text === '' ? strings.absent : clean(text), language)))
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
            ...told.flatMap(({ work, rows }) => [
              h(
                'h2',
                { id: `parallel-${work.id}` },
                inLanguage(shortTitleOf(work, strings), language),
              ),
              h('table', [
                h(
                  'thead',
                  h(
                    'tr',
                    work.recensions
                      .toSorted((a, b) => Number(b.base) - Number(a.base))
                      .map((r) =>
                        h(
                          'th',
                          { scope: 'col' },
                          clean(r.label + strings.brackets.join(strings.joinSigla(r.sigla))),
                        ),
                      ),
                  ),
                ),
                h(
                  'tbody',
                  rows.map(({ block, own, other }) =>
                    h('tr', { id: `parallel-${block}` }, [cell(own), cell(other)]),
                  ),
                ),
              ]),
            ]),
          ],
        ),
      ],
    },
  ]
}
