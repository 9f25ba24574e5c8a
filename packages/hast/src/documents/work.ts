import { h } from 'hastscript'
import { apparatusOfWork } from '../ids.ts'
import type { BookDocument, Note } from '../model.ts'
import type { State } from '../state.ts'
import { noteAside } from './note.ts'
import { headingsOf, titleOf } from './title.ts'

/** A work as one document, its notes at its end. */
export function workDocument(state: State, notes: readonly Note[]): BookDocument {
  const { work, edition, strings, href } = state
  const appendix = work.placement === 'appendix'
  const headings = headingsOf(work, strings)
  const title = titleOf(work, strings)
  const foot = [
    ...(notes.length > 0
      ? [
          h(
            'div',
            { className: ['notes'], ariaLabel: strings.notes, role: 'group' },
            notes.map((n) => noteAside(state, n)),
          ),
        ]
      : []),
    h(
      'p',
      { className: ['to-apparatus'] },
      h('a', { href: href('apparatus', apparatusOfWork(work.id)) }, strings.toApparatus),
    ),
  ]
  return {
    id: work.id,
    kind: 'work',
    matter: 'body',
    title,
    lang: edition.meta.language,
    headings:
      headings[0]?.depth === 1
        ? headings
        : [{ id: work.id, depth: 1, title, kind: 'heading' }, ...headings],
    children: [
      h(
        'section',
        {
          id: work.id,
          className: ['work', `work-${work.placement}`],
          'epub:type': appendix ? 'appendix' : 'chapter',
          role: appendix ? 'doc-appendix' : 'doc-chapter',
          ...(headings[0]?.depth === 1 ? { ariaLabelledBy: headings[0].id } : { ariaLabel: title }),
        },
        [...state.all(work), ...foot],
      ),
    ],
  }
}
