import { type App, type Edition, toText, type Work } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { type PlacedApp, placedApps } from '../contexts.ts'
import { describeLemma, describeReadings, describeReasons } from '../describe.ts'
import { elide } from '../elide.ts'
import { apparatusOfWork, entryId } from '../ids.ts'
import type { BookDocument } from '../model.ts'
import type { State } from '../state.ts'
import type { Strings } from '../strings/index.ts'
import { titleOf } from './work.ts'

type Links = Pick<State, 'href'>

/** Characters of text shown on each side of a lemma. */
const CONTEXT = 6

/** The collation appendix 校勘记: every entry by work, in text order, linked to its place. */
export function apparatusDocument(edition: Edition, strings: Strings, links: Links): BookDocument {
  return {
    id: 'apparatus',
    kind: 'apparatus',
    matter: 'back',
    title: strings.apparatus,
    lang: edition.meta.language,
    headings: [
      { id: 'apparatus-title', depth: 1, title: strings.apparatus },
      ...edition.children.map((w) => ({ id: apparatusOfWork(w.id), depth: 2, title: titleOf(w) })),
    ],
    children: [
      h(
        'section',
        {
          id: 'apparatus',
          className: ['apparatus'],
          'epub:type': 'appendix',
          role: 'doc-appendix',
          ariaLabelledBy: 'apparatus-title',
        },
        [
          h('h1', { id: 'apparatus-title' }, strings.apparatus),
          ...edition.children.map((work) => group(work, strings, links)),
        ],
      ),
    ],
  }
}

function group(work: Work, strings: Strings, links: Links): Element {
  const apps = placedApps(work).filter((p) => p.app.continues === undefined)
  const content = apps.filter((p) => p.app.layer === 'content')
  const punctuation = apps.filter((p) => p.app.layer === 'punctuation')
  return h('section', { className: ['apparatus-work'] }, [
    h('h2', { id: apparatusOfWork(work.id) }, [
      h('a', { href: links.href(work.id, work.id) }, titleOf(work)),
    ]),
    ...(apps.length === 0 ? [h('p', { className: ['no-entries'] }, strings.noEntries)] : []),
    ...content.map((p) => entry(p, work, strings, links)),
    ...(punctuation.length === 0 ? [] : [punctuationList(punctuation, work, strings, links)]),
  ])
}

/** One entry: place, lemma in context, readings, how it was decided and why. */
function entry(
  { app, block, context }: PlacedApp,
  work: Work,
  strings: Strings,
  links: Links,
): Element {
  const judgement = [
    strings.causes[app.cause],
    app.method === null ? strings.undecided : strings.methods[app.method],
    ...(app.method === null ? [] : [strings.certainties[app.certainty]]),
  ]
  const reasons = describeReasons(app, strings)
  return h('p', { id: entryId(app.id), className: ['entry', `entry-${app.certainty}`] }, [
    h(
      'a',
      { className: ['locus'], href: links.href(work.id, app.id) },
      strings.block(block.number),
    ),
    ' ',
    ...quoted(app, context),
    h(
      'span',
      { className: ['readings'] },
      `${describeReadings(app, work, strings)}${strings.stop}`,
    ),
    h('span', { className: ['judgement'] }, `${judgement.join(strings.separator)}${strings.stop}`),
    ...(reasons.length === 0
      ? []
      : [
          h(
            'span',
            { className: ['reasons'] },
            `${reasons.join(strings.separator)}${strings.stop}`,
          ),
        ]),
  ])
}

function quoted(app: App, context: PlacedApp['context']): ElementContent[] {
  const lemma = elide(toText(app))
  return [
    h('span', { className: ['context'] }, clean([...context.before].slice(-CONTEXT).join(''))),
    h('b', { className: ['lemma'] }, clean(lemma === '' ? '〇' : lemma)),
    h('span', { className: ['context'] }, clean([...context.after].slice(0, CONTEXT).join(''))),
    { type: 'text', value: ' ' },
  ]
}

/** Differences of punctuation, run on: of use to the few, in the way of none. */
function punctuationList(
  apps: readonly PlacedApp[],
  work: Work,
  strings: Strings,
  links: Links,
): Element {
  return h('p', { className: ['punctuation-list'] }, [
    h('b', strings.punctuationList),
    ' ',
    ...apps.flatMap(({ app, block, context }, i): (ElementContent | string)[] => [
      ...(i > 0 ? [strings.separator] : []),
      h(
        'a',
        { id: entryId(app.id), className: ['locus'], href: links.href(work.id, app.id) },
        strings.block(block.number),
      ),
      clean(` ${describeLemma(app, context, strings)}${describeReadings(app, work, strings)}`),
    ]),
    strings.stop,
  ])
}
