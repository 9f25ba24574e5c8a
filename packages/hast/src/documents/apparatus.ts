import { appsOf, type Edition, leafBlocks, type Work } from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { type PlacedApp, placedApps } from '../contexts.ts'
import { dateIn } from '../date.ts'
import { describeMark, describeReadings, describeReasons } from '../describe.ts'
import { elide } from '../elide.ts'
import { apparatusOfWork, entryId, noteId } from '../ids.ts'
import { inLanguage } from '../language.ts'
import type { BookDocument } from '../model.ts'
import { type Part, partId } from '../parts.ts'
import { isNote } from '../is-note.ts'
import type { State } from '../state.ts'
import type { Strings } from '../strings/index.ts'
import { phrasedTitle, titleOf } from './title.ts'

interface Links extends Pick<State, 'href'> {
  readonly language: string
}

interface Group extends Links {
  /** Whether each ruling says whose it is. */
  readonly signed: boolean
}

/** Stands where the text has nothing and a witness has something. */
const EMPTY_SIGN = '｜'

const CLOSING = /^[\s，。、；：？！”’）》」』】〕］…—]+/u
const OPENING = /[\s“‘（《「『【〔［]+$/u

/** Characters of text shown on each side of a lemma. */
const CONTEXT = 6

/** The collation appendix 校勘记, or a part of it: every entry by work, in text order, linked to its place. */
export function apparatusDocument(
  edition: Edition,
  { index, works }: Part,
  strings: Strings,
  links: Links,
): BookDocument {
  const id = partId('apparatus', index)
  const title = strings.partOf(strings.apparatus, index + 1)
  const signature = soleSignature(edition)
  return {
    id,
    kind: 'apparatus',
    matter: 'back',
    title,
    lang: edition.meta.language,
    headings: [
      { id: `${id}-title`, depth: 1, title },
      ...works.map((w) => ({ id: apparatusOfWork(w.id), depth: 2, title: titleOf(w, strings) })),
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
          ...(signature === null || index > 0
            ? []
            : [
                h(
                  'p',
                  { className: ['rulings-by'] },
                  inLanguage(
                    clean(strings.rulingsBy(signature.by, dateIn(signature.date, strings))),
                    links.language,
                  ),
                ),
              ]),
          ...works.map((work) => group(work, strings, { ...links, signed: signature === null })),
        ],
      ),
    ],
  }
}

function group(work: Work, strings: Strings, links: Group): Element {
  const apps = placedApps(work)
  const content = apps.filter((p) => p.app.layer === 'content')
  const punctuation = apps.filter((p) => p.app.layer === 'punctuation')
  const [only] = work.sigla
  const silence =
    work.sigla.length === 1 && only !== undefined
      ? strings.singleWitness(clean(only))
      : strings.noEntries
  const notes = new Map(
    content.filter((p) => isNote(p.app)).map((p, index) => [p.app.id, index + 1] as const),
  )
  const title = phrasedTitle(work, strings, links.language)
  return h('section', { className: ['apparatus-work'] }, [
    h('h2', { id: apparatusOfWork(work.id), className: [...title.className] }, [
      h('a', { href: links.href(work.id, firstBlock(work)) }, [...title.content]),
    ]),
    ...(apps.length === 0 ? [h('p', { className: ['no-entries'] }, silence)] : []),
    ...content.map((p) => entry(p, notes.get(p.app.id), work, strings, links)),
    ...(punctuation.length === 0 ? [] : [punctuationList(punctuation, work, strings, links)]),
  ])
}

/** The one editor and day of all rulings, or null where they differ or there is none. */
function soleSignature(edition: Edition): { readonly by: string; readonly date: string } | null {
  let sole: { readonly by: string; readonly date: string } | null = null
  for (const work of edition.children) {
    for (const { ruling } of appsOf(work)) {
      if (ruling === undefined) continue
      if (sole !== null && (sole.by !== ruling.by || sole.date !== ruling.date)) return null
      sole = ruling
    }
  }
  return sole
}

/** A work without any block is reached by its own id. */
function firstBlock(work: Work): string {
  for (const block of leafBlocks(work)) return block.id
  return work.id
}

/** One entry: place, lemma in context, readings, how it was decided and why. */
function entry(
  placed: PlacedApp,
  note: number | undefined,
  work: Work,
  strings: Strings,
  links: Group,
): Element {
  const { app, block } = placed
  const judgement = [
    strings.causes[app.cause],
    app.method === null ? strings.undecided : strings.methods[app.method],
    ...(app.method === null ? [] : [strings.certainties[app.certainty]]),
  ]
  const reasons = describeReasons(placed, strings, links.signed)
  const sentence = (name: string, text: string) =>
    h('span', { className: [name] }, inLanguage(`${text}${strings.stop}`, links.language))
  return h('p', { id: entryId(app.id), className: ['entry', `entry-${app.certainty}`] }, [
    h(
      'a',
      { className: ['locus'], href: links.href(work.id, app.id) },
      strings.block(block.number),
    ),
    ' ',
    ...quoted(placed, links.language),
    sentence('readings', describeReadings(placed, work, strings)),
    sentence('judgement', judgement.join(strings.separator)),
    ...(reasons.length === 0 ? [] : [sentence('reasons', reasons.join(strings.separator))]),
    ...(note === undefined
      ? []
      : [
          h(
            'a',
            { className: ['entry-note'], href: links.href(work.id, noteId(app.id)) },
            strings.noteAt(note),
          ),
        ]),
  ])
}

function quoted({ context, lemma }: PlacedApp, language: string): ElementContent[] {
  const said = (text: string) => inLanguage(clean(text), language)
  // Neither a mark that closes something before opens the quotation, nor does one that opens end it.
  const before = [...context.before].slice(-CONTEXT).join('').replace(CLOSING, '')
  const after = [...context.after].slice(0, CONTEXT).join('').replace(OPENING, '')
  return [
    h('span', { className: ['context'] }, said(before)),
    h('b', { className: ['lemma'] }, lemma === '' ? EMPTY_SIGN : said(elide(lemma))),
    h('span', { className: ['context'] }, said(after)),
    { type: 'text', value: ' ' },
  ]
}

/** Differences of punctuation, run on by block: of use to the few, in the way of none. */
function punctuationList(
  apps: readonly PlacedApp[],
  work: Work,
  strings: Strings,
  links: Links,
): Element {
  let block = ''
  return h('p', { className: ['punctuation-list'] }, [
    h('b', strings.punctuationList),
    ' ',
    ...apps.flatMap((placed, i): (ElementContent | string)[] => {
      const opens = placed.block.id !== block
      block = placed.block.id
      const { place, others } = describeMark(placed, strings)
      const href = links.href(work.id, placed.app.id)
      return [
        ...(i > 0 ? [opens ? strings.stop : strings.separator] : []),
        ...(opens
          ? [h('span', { className: ['locus'] }, strings.block(placed.block.number)), ' ']
          : []),
        h('a', { id: entryId(placed.app.id), className: ['mark'], href }, place),
        others,
      ]
    }),
    strings.stop,
  ])
}
