import { type App, type Evidence, type Reading, toText } from '@huijiao/ast'
import { sayReason } from '@huijiao/hast/strings'
import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import { printOf } from './facsimile.ts'
import { PROGRAM } from './people.ts'
import { gap, run } from './runs.ts'
import { feature, rest, text, type Writing } from './writing.ts'

/** What TEI calls the certainties. */
const CERTAINTY = { high: 'high', medium: 'medium', low: 'low', undecided: 'unknown' } as const

/** Fields of an entry that its elements say. */
const SAID = [
  'id',
  'layer',
  'readings',
  'method',
  'evidence',
  'certainty',
  'cause',
  'ruling',
  'continues',
]

/**
 * An entry of the apparatus in its place. Where the apparatus stands after the text, its lemma alone stands here
 * between two anchors, and the entry is kept for the end.
 */
export function entry(writing: Writing, app: App): ElementContent[] {
  const { id } = app
  if (writing.form === 'parallel') return [whole(writing, app, { 'xml:id': id })]
  writing.entries.push(whole(writing, app, { 'xml:id': id, from: `#beg.${id}`, to: `#end.${id}` }))
  return [
    x('anchor', { 'xml:id': `beg.${id}` }),
    ...lemmaOf(writing, app),
    x('anchor', { 'xml:id': `end.${id}` }),
  ]
}

function whole(writing: Writing, app: App, attributes: Readonly<Record<string, string>>): Element {
  const lemma = app.readings.find(({ type }) => type === 'lemma')
  const text = app.children.map((child) => toText(child)).join('')
  // The lemma stands in the text with its punctuation, which is decided by itself.
  const others = lemma === undefined || lemma.text === text ? {} : { lemma: lemma.text }
  const { ana } = rest(writing, { ...app, ...others }, SAID, [`#method.${app.method ?? 'none'}`])
  return x(
    'app',
    {
      ...attributes,
      type: app.layer,
      subtype: app.cause,
      ...(app.continues !== undefined && { prev: `#${app.continues}` }),
      ana,
    },
    [
      lem(writing, app, lemma),
      ...app.readings.filter((r) => r !== lemma).map((r) => rdg(writing, app, r)),
      ...app.evidence.map((e) => evidence(writing, e)),
      ...ruling(writing, app),
    ],
  )
}

/** The lemma, with who has it; what no witness has is supplied. */
function lem(writing: Writing, app: App, lemma: Reading | undefined): Element {
  const { people } = writing
  const attributes = {
    ...(lemma !== undefined && attested(writing, lemma)),
    cert: CERTAINTY[app.certainty],
    resp: app.ruling === undefined ? `#${PROGRAM}` : people.pointer(app.ruling.by),
    // Where it is not the first of the readings, which place it has.
    ...(lemma !== undefined &&
      app.readings[0] !== lemma && { n: String(app.readings.indexOf(lemma) + 1) }),
  }
  const content =
    writing.form === 'parallel'
      ? lemmaOf(writing, app)
      : text(writing, app.children.map((child) => toText(child)).join(''))
  return x('lem', attributes, lemma === undefined ? [x('supplied', content)] : content)
}

const rdg = (writing: Writing, { cause }: App, reading: Reading): Element =>
  x(
    'rdg',
    { ...attested(writing, reading), type: reading.type, cause },
    text(writing, reading.text),
  )

/** Who has a reading, and where. */
function attested(writing: Writing, { sigla, attestations }: Reading) {
  const { identifiers } = writing
  const pointers = identifiers.pointers(attestations)
  const facs = identifiers.facsimile.pointers(attestations)
  const isPrinted = attestations.some((a) => printOf(a) !== undefined)
  return {
    ...(sigla.length > 0 && { wit: sigla.map((s) => `#${identifiers.witnessId(s)}`).join(' ') }),
    ...(pointers !== undefined && { corresp: pointers }),
    ...(facs !== undefined && { facs }),
    ...(isPrinted && { ana: feature(writing, 'attestations', { attestations }) }),
  }
}

/** The lemma as the text has it: its runs and gaps. */
const lemmaOf = (writing: Writing, { children }: App): ElementContent[] =>
  children.flatMap((child, index) =>
    child.type === 'text' ? run(writing, child, children[index - 1]) : [gap(writing, child)],
  )

/** A piece of evidence in words, with its data. */
const evidence = (writing: Writing, piece: Evidence): Element =>
  x(
    'note',
    { type: 'evidence', subtype: piece.reason.kind, ana: feature(writing, 'evidence', piece) },
    text(writing, sayReason(writing.strings.reasons, piece.reason)),
  )

function ruling(writing: Writing, { ruling: said }: App): Element[] {
  if (said === undefined) return []
  const { reason, citation, by, date } = said
  return [
    x('note', { type: 'ruling', resp: writing.people.pointer(by) }, [
      x('seg', text(writing, reason)),
      ...(citation === undefined ? [] : [x('bibl', text(writing, citation))]),
      x('date', text(writing, date)),
    ]),
  ]
}
