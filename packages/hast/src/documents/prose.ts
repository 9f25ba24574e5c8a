import { type Edition, type Flow, type Heading, heading, title, work } from '@huijiao/ast'
import { h } from 'hastscript'
import { saidIn } from '../language.ts'
import { stateFor } from '../make-state.ts'
import type { BookDocument } from '../model.ts'
import type { BookOptions } from '../options.ts'
import type { Strings } from '../strings/index.ts'
import { headingsOf } from './title.ts'

/** The preface or the afterword: what the editor writes around the works. None where he writes nothing. */
export function proseDocument(
  edition: Edition,
  kind: 'preface' | 'afterword',
  strings: Strings,
  options: BookOptions,
): BookDocument[] {
  const prose = edition[kind]
  if (prose === undefined || prose.length === 0) return []
  const [first] = prose
  const titled = first?.type === 'heading' && first.depth === 1
  const children: (Heading | Flow)[] = titled
    ? [...prose]
    : [heading(1, title(strings[kind])), ...prose]
  // Rendered as a work is, without entries, so that its blocks have ids and pages are marked in it.
  const state = stateFor(edition, { work: work(kind, children), entries: [] }, strings, options)
  const headings = headingsOf(state.work, strings)
  return [
    {
      id: kind,
      kind,
      matter: kind === 'preface' ? 'front' : 'back',
      title: headings[0]?.title ?? strings[kind],
      lang: edition.meta.language,
      headings,
      children: [
        h(
          'section',
          {
            id: kind,
            className: ['prose'],
            ...saidIn(state.lang, edition.meta.language),
            'epub:type': kind,
            role: kind === 'preface' ? 'doc-preface' : 'doc-afterword',
            ariaLabelledBy: headings[0]?.id ?? kind,
          },
          state.all(state.work),
        ),
      ],
    },
  ]
}
