import { leafBlocks, toText, type Work } from '@huijiao/ast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { flow } from '../handlers/flow.ts'
import { apparatusOfWork } from '../ids.ts'
import type { BookDocument, Note, TocHeading } from '../model.ts'
import type { State } from '../state.ts'
import { noteAside } from './note.ts'

/** A work as one document, its notes at its end. */
export function workDocument(state: State, notes: readonly Note[]): BookDocument {
  const { work, edition, strings, href } = state
  const appendix = work.placement === 'appendix'
  const headings = headingsOf(work)
  const foot = [
    ...(notes.length > 0
      ? [
          h(
            'div',
            { className: ['notes'] },
            notes.map((n) => noteAside(state, n)),
          ),
        ]
      : []),
    h('p', { className: ['to-apparatus'] }, [
      h('a', { href: href('apparatus', apparatusOfWork(work.id)) }, strings.toApparatus),
    ]),
  ]
  return {
    id: work.id,
    kind: 'work',
    matter: 'body',
    title: titleOf(work),
    lang: edition.meta.language,
    headings,
    children: [
      h(
        'section',
        {
          id: work.id,
          className: ['work', `work-${work.placement}`],
          'epub:type': appendix ? 'appendix' : 'chapter',
          role: appendix ? 'doc-appendix' : 'doc-chapter',
          ariaLabelledBy: headings[0]?.id,
        },
        [...flow(state, work.children), ...foot],
      ),
    ],
  }
}

/** The title of a work as it is listed. */
export function titleOf(work: Work): string {
  for (const { node } of leafBlocks(work)) if (node.type === 'title') return clean(toText(node))
  return work.id
}

function headingsOf(work: Work): TocHeading[] {
  return [...leafBlocks(work)].flatMap(({ node, id, ancestors }) => {
    if (node.type !== 'title') return []
    const heading = ancestors.at(-1)
    const depth = heading?.type === 'heading' ? heading.depth : 1
    return [{ id, depth, title: clean(toText(node)) }]
  })
}
