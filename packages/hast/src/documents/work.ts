import { toText } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { apparatusOfWork } from '../ids.ts'
import { languageOf, saidIn } from '../language.ts'
import type { BookDocument, Note } from '../model.ts'
import type { State } from '../state.ts'
import { noteAside } from './note.ts'
import { headingsOf, shortTitleOf } from './title.ts'

/** The text of a work with what the editor says between its heading and its first block, and what it lacks. */
function bodyOf(state: State): ElementContent[] {
  const { work, strings } = state
  const voice = saidIn(state.edition.meta.language, state.lang)
  const [head, ...rest] = state.all(work)
  const lost = (side: 'beginning' | 'end'): Element[] =>
    work.lacks?.includes(side) === true
      ? [h('p', { className: ['lacuna-block', 'work-gap'], ...voice }, strings.lost[side])]
      : []
  const note = work.headnote ?? []
  const quotation = { type: 'blockquote' as const, children: [...note] }
  const noteLanguage = languageOf(toText(quotation), state.edition.meta.language)
  return [
    ...(head === undefined ? [] : [head]),
    ...(note.length === 0
      ? []
      : [
          h(
            'div',
            { className: ['headnote'], ...saidIn(noteLanguage, state.lang) },
            state.all(quotation),
          ),
        ]),
    ...lost('beginning'),
    ...rest,
    ...lost('end'),
  ]
}

/** What ends a work: its notes, and the way to its entries. */
function footOf(state: State, notes: readonly Note[], hasApparatus: boolean): Element[] {
  const { work, edition, strings, href } = state
  const voice = saidIn(edition.meta.language, state.lang)
  const asides = notes.map((n) => noteAside(state, n))
  const about = { className: ['notes'], ariaLabel: strings.notes, role: 'group' }
  const link = h('a', { href: href('apparatus', apparatusOfWork(work.id)) }, strings.toApparatus)
  return [
    ...(notes.length > 0 ? [h('div', about, asides)] : []),
    ...(hasApparatus ? [h('p', { className: ['to-apparatus'], ...voice }, link)] : []),
  ]
}

/**
 * A work as one document, its notes at its end.
 *
 * @param hasApparatus whether the book has a collation appendix, to which it leads.
 */
export function workDocument(
  state: State,
  notes: readonly Note[],
  { hasApparatus }: { readonly hasApparatus: boolean },
): BookDocument {
  const { work, edition, strings } = state
  const voice = saidIn(edition.meta.language, state.lang)
  const appendix = work.placement === 'appendix'
  const headings = headingsOf(work, strings)
  const part = appendix ? `${strings.appendix}　` : ''
  const title = `${part}${shortTitleOf(work, strings)}`
  const foot = footOf(state, notes, hasApparatus)
  return {
    id: work.id,
    kind: 'work',
    matter: 'body',
    title,
    lang: edition.meta.language,
    headings:
      headings[0]?.depth === 1
        ? [{ ...headings[0], title }, ...headings.slice(1)]
        : [{ id: work.id, depth: 1, title, kind: 'heading' }, ...headings],
    children: [
      h(
        'section',
        {
          id: work.id,
          className: ['work', `work-${work.placement}`],
          ...saidIn(state.lang, edition.meta.language),
          'epub:type': appendix ? 'appendix' : 'chapter',
          role: appendix ? 'doc-appendix' : 'doc-chapter',
          ...(headings[0]?.depth === 1 ? { ariaLabelledBy: headings[0].id } : { ariaLabel: title }),
        },
        [
          ...(appendix ? [h('p', { className: ['part-title'], ...voice }, strings.appendix)] : []),
          ...bodyOf(state),
          ...foot,
        ],
      ),
    ],
  }
}
