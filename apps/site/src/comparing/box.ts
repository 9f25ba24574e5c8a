import type { App, Evidence, Reading, SourceSpan } from '@huijiao/ast'
import { clean, sayReason, type Strings } from '@huijiao/hast'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { pendingLink, siteLink } from '../page/link.ts'
import type { Words } from '../words/index.ts'
import { boxId } from './cells.ts'

/** Where a place of a source is shown. */
export interface Shown {
  readonly line: number
  readonly part?: string
  readonly path: string
  readonly anchor: string
}

/** What a box is made with. */
export interface BoxTelling {
  readonly strings: Strings
  readonly words: Words
  /** Where a span is shown; null where the source is not at hand. */
  readonly show: (span: SourceSpan) => Shown | null
  /** Id of the entry of the apparatus that tells of a locus; none where it is only listed. */
  readonly entryOf: (locus: string) => string | undefined
}

/** Everything that is known of a locus: readings with their places, evidence, the ruling. */
export function box(app: App, telling: BoxTelling): Element {
  const { strings, words } = telling
  const facts = [
    strings.certainties[app.certainty],
    ...(app.method === null ? [] : [strings.methods[app.method]]),
    strings.causes[app.cause],
  ]
  const entry = telling.entryOf(app.id)
  return h(
    'aside',
    {
      id: boxId(app.id),
      className: ['note', 'locus-box'],
      popover: 'auto',
      role: 'note',
      ariaLabel: words.evidence,
    },
    [
      h(
        'dl',
        app.readings.flatMap((reading) => readingItem(reading, telling)),
      ),
      h('p', { className: ['facts'] }, facts.join(' · ')),
      ...evidence(app.evidence, telling),
      ...(app.ruling === undefined
        ? []
        : [
            h('p', [
              clean(strings.entries.remark(app.ruling.reason)),
              ...(app.ruling.citation === undefined
                ? []
                : [clean(strings.entries.cited(app.ruling.citation))]),
              strings.brackets.join(clean(strings.rulingBy(app.ruling.by, app.ruling.date))),
            ]),
          ]),
      h('p', { className: ['note-links'] }, [
        ...(entry === undefined
          ? []
          : [h('a', { href: pendingLink(`entry-${entry}`) }, words.inApparatus)]),
        h(
          'button',
          {
            type: 'button',
            className: ['note-close'],
            popoverTarget: boxId(app.id),
            popoverTargetAction: 'hide',
          },
          words.close,
        ),
      ]),
    ],
  )
}

function readingItem(reading: Reading, telling: BoxTelling): Element[] {
  const { strings } = telling
  const places = reading.attestations.flatMap((span): ElementContent[] => {
    const shown = telling.show(span)
    return shown === null ? [] : [placeLink(span, shown, telling), { type: 'text', value: ' ' }]
  })
  const kind = reading.type === 'lemma' ? [] : [strings.brackets.join(strings.types[reading.type])]
  return [
    h('dt', clean(strings.joinSigla(reading.sigla))),
    h('dd', [
      reading.text === '' ? strings.tools.nothing : strings.quoted(clean(reading.text)),
      ...kind,
      ...(places.length === 0 ? [] : [h('span', { className: ['places'] }, places)]),
    ]),
  ]
}

const placeLink = (span: SourceSpan, shown: Shown, { words }: BoxTelling): Element =>
  h(
    'a',
    { href: siteLink(shown.path, shown.anchor) },
    words.place(
      clean(shown.part === undefined ? span.file : `${span.file} ${shown.part}`),
      shown.line,
    ),
  )

/** The reasons in words, those for a reading by the reading. */
function evidence(all: readonly Evidence[], { strings, words }: BoxTelling): Element[] {
  if (all.length === 0) return []
  return [
    h('p', { className: ['label'] }, words.evidence),
    h(
      'ul',
      all.map((e) =>
        h('li', [
          words.speaks(
            e.supports === '' ? strings.tools.nothing : strings.quoted(clean(e.supports)),
            e.weight >= 0,
          ),
          strings.colon,
          clean(sayReason(strings.reasons, e.reason)),
          strings.brackets.join(strings.methods[e.method]),
        ]),
      ),
    ),
  ]
}
