import type { Edition } from '@huijiao/ast'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { dateIn } from '../date.ts'
import { apparatusOfWork } from '../ids.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import { type Part, partId } from '../parts.ts'
import type { State } from '../state.ts'
import { stringsFor } from '../strings/index.ts'
import { entryParagraphs, punctuationList } from './entry.ts'
import { phrasedTitle, titleOf } from './title.ts'

/** The collation appendix 校勘记, or a part of it: every entry by work, in text order. */
export function apparatusDocument(
  edition: Edition,
  { index }: Part,
  states: readonly State[],
): BookDocument {
  const { language } = edition.meta
  const strings = stringsFor(language)
  const id = partId('apparatus', index)
  const title = strings.partOf(strings.apparatus, index + 1)
  const signature = soleSignature(states)
  const signed = signature !== null && index === 0
  return {
    id,
    kind: 'apparatus',
    matter: 'back',
    title,
    lang: language,
    headings: [
      { id: `${id}-title`, depth: 1, title },
      ...states.map(({ work }) => ({
        id: apparatusOfWork(work.id),
        depth: 2,
        title: titleOf(work, strings),
      })),
    ],
    children: [
      h(
        'section',
        {
          id,
          className: ['apparatus'],
          'epub:type': 'appendix',
          role: 'doc-appendix',
          ariaLabelledBy: `${id}-title`,
        },
        [
          h('h1', { id: `${id}-title` }, title),
          ...(signed
            ? [
                h(
                  'p',
                  { className: ['rulings-by'] },
                  inLanguage(
                    clean(strings.rulingsBy(signature.by, dateIn(signature.date, strings))),
                    language,
                  ),
                ),
              ]
            : []),
          ...states.map((state) => group(state, signature === null)),
        ],
      ),
    ],
  }
}

function group(state: State, signed: boolean): Element {
  const { work, strings, entries, edition } = state
  const { language } = edition.meta
  const [only] = work.sigla
  const silence =
    work.sigla.length === 1 && only !== undefined
      ? strings.singleWitness(clean(only))
      : strings.noEntries
  const listed = entries.filter((e) => e.number === 0)
  const title = phrasedTitle(work, strings, language)
  return h('section', { className: ['apparatus-work'] }, [
    h('h2', { id: apparatusOfWork(work.id), className: [...title.className] }, [...title.content]),
    ...(entries.length === 0 ? [h('p', { className: ['no-entries'] }, silence)] : []),
    ...entryParagraphs(state, signed),
    ...(listed.length === 0 ? [] : [punctuationList(state, listed)]),
  ])
}

/** The one editor and day of all rulings, or null where they differ or there is none. */
function soleSignature(
  states: readonly State[],
): { readonly by: string; readonly date: string } | null {
  const rulings = states.flatMap(({ entries }) =>
    entries.flatMap((e) => e.loci.flatMap(({ app }) => app.ruling ?? [])),
  )
  const [first] = rulings
  const same = rulings.every((r) => r.by === first?.by && r.date === first.date)
  return first === undefined || !same ? null : first
}
