import type {
  App,
  Attestation,
  Evidence,
  Lacuna,
  Reading as WitnessReading,
  RulingNote,
  Text,
} from '@huijiao/ast'
import { toText } from '@huijiao/ast'
import type { Element } from 'xast'
import { attestationsOf, fieldsOf, type Reading } from './reading.ts'
import { attribute, elements, targets, textOf } from './xml.ts'

const CERTAINTY = { high: 'high', medium: 'medium', low: 'low', unknown: 'undecided' } as const

const isKey = (value: string): value is keyof typeof CERTAINTY => value in CERTAINTY

/**
 * An entry of the apparatus.
 *
 * @param children its lemma as the text has it.
 */
export function entryOf(reading: Reading, element: Element, children: (Text | Lacuna)[]): App {
  const { lemma: words, ...fields } = fieldsOf(reading, element)
  const [lem] = elements(element, 'lem')
  const [method] = targets(attribute(element, 'ana')).flatMap((id) =>
    id.startsWith('method.') ? [id.slice('method.'.length)] : [],
  )
  const cert = (lem && attribute(lem, 'cert')) ?? ''
  const ruling = rulingOf(reading, element)
  const [before] = targets(attribute(element, 'prev'))
  const readings = elements(element, 'rdg').map((rdg) =>
    readingOf(reading, rdg, textOf(rdg.children, reading.characters)),
  )
  if (lem !== undefined && elements(lem, 'supplied').length === 0) {
    const text = typeof words === 'string' ? words : children.map((child) => toText(child)).join('')
    readings.splice(Number(attribute(lem, 'n') ?? 1) - 1, 0, readingOf(reading, lem, text))
  }
  return {
    type: 'app',
    ...fields,
    id: attribute(element, 'xml:id') ?? '',
    layer: attribute(element, 'type') === 'punctuation' ? 'punctuation' : 'content',
    cause: attribute(element, 'subtype') === 'noise' ? 'noise' : 'variation',
    method: (method === undefined || method === 'none' ? null : method) as App['method'],
    certainty: isKey(cert) ? CERTAINTY[cert] : 'undecided',
    evidence: notes(element, 'evidence').map(
      (note) => fieldsOf(reading, note) as object as Evidence,
    ),
    ...(ruling !== undefined && { ruling }),
    ...(before !== undefined && { continues: before }),
    readings,
    children,
  }
}

const notes = (element: Element, type: string): Element[] =>
  elements(element, 'note').filter((note) => attribute(note, 'type') === type)

function readingOf(reading: Reading, element: Element, text: string): WitnessReading {
  const { attestations } = fieldsOf(reading, element)
  return {
    text,
    sigla: targets(attribute(element, 'wit')).map((id) => reading.sigla.get(id) ?? id),
    type: (attribute(element, 'type') ?? 'lemma') as WitnessReading['type'],
    attestations: (attestations as Attestation[] | undefined) ?? attestationsOf(reading, element),
  }
}

function rulingOf(reading: Reading, element: Element): RulingNote | undefined {
  const [note] = notes(element, 'ruling')
  if (note === undefined) return undefined
  const said = (name: string): string | undefined => {
    const [part] = elements(note, name)
    return part === undefined ? undefined : textOf(part.children, reading.characters)
  }
  const citation = said('bibl')
  return {
    reason: said('seg') ?? '',
    ...(citation !== undefined && { citation }),
    by: reading.people.get(targets(attribute(note, 'resp'))[0] ?? '') ?? '',
    date: said('date') ?? '',
  }
}
