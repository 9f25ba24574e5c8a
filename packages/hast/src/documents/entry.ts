import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { clean } from '../clean.ts'
import { elide } from '../elide.ts'
import { callId, entryId } from '../ids.ts'
import { inLanguage } from '../language.ts'
import type { Entry } from '../present/model.ts'
import { sayEntry } from '../present/say.ts'
import type { State } from '../state.ts'
import { paragraphNumber } from './paragraphs.ts'

/** The numbered entries of a work, each a paragraph: its mark, its lemma, and what is said of it. */
export function entryParagraphs(state: State, signed: boolean): Element[] {
  const { strings, work, edition } = state
  const { language } = edition.meta
  const cited = new Map<string, string>()
  return state.entries
    .filter((entry) => entry.number > 0)
    .map((entry) => {
      const said = sayEntry(entry, { work, strings, cited, signed })
      const mark = strings.entries.mark(entry.number)
      for (const { app } of entry.loci) {
        const citation = app.ruling?.citation
        if (citation !== undefined && !cited.has(citation)) cited.set(citation, mark)
      }
      return h('p', { id: entryId(entry.id), className: ['entry'] }, [
        reference(state, entry, mark),
        strings.entries.afterMark,
        h('span', { className: ['lemma'] }, inLanguage(said.lemma, language)),
        strings.entries.afterLemma,
        h('span', { className: ['entry-words'] }, inLanguage(said.words, language)),
      ])
    })
}

/** Where an entry is in the text: its mark, or its place as print fills it in. */
function reference(state: State, entry: Entry, mark: string): Element {
  const href = state.href(state.work.id, callId(entry.id))
  if (state.edition.meta.apparatus === 'lines') {
    const place = state.strings.block(paragraphNumber(state.work, entry.block))
    return h('a', { className: ['locus'], href }, place)
  }
  const label = `${state.strings.noteAt(entry.number)}${state.strings.comma}${state.strings.backToText}`
  return h('a', { className: ['entry-number'], href, ariaLabel: label }, mark)
}

/** Differences of punctuation, run on by paragraph: of use to the few, in the way of none. */
export function punctuationList(state: State, entries: readonly Entry[]): Element {
  const { strings, work, edition } = state
  let block = 0
  return h('p', { className: ['punctuation-list'] }, [
    h('b', strings.punctuationList),
    ' ',
    ...entries.flatMap((entry, i): (ElementContent | string)[] => {
      const opens = entry.block !== block
      block = entry.block
      const place = strings.block(paragraphNumber(work, block))
      return [
        ...(i > 0 ? [opens ? strings.stop : strings.separator] : []),
        ...(opens ? [h('span', { className: ['locus'] }, place), ' '] : []),
        h(
          'span',
          { id: entryId(entry.id), className: ['mark'] },
          inLanguage(clean(sayMark(entry, state)), edition.meta.language),
        ),
      ]
    }),
    strings.stop,
  ])
}

/** A difference of punctuation, as short as can be: the mark with the words beside it, and what others have. */
function sayMark({ points, loci }: Entry, { strings }: State): string {
  const lemma = elide(points[0]?.lemma ?? '')
  const others = loci
    .flatMap((l) => l.readings)
    .filter((r) => !r.lemma)
    .map((r) => strings.mark(strings.joinSigla(r.sigla), elide(r.text)))
  return `${strings.quoted(lemma)}${others.join(strings.comma)}`
}
