import type { Attestation, Flow } from '@huijiao/ast'
import type { Element } from 'xast'
import { valueOf } from './features.ts'
import { attribute, descendants, elements, targets, textOf } from './xml.ts'

/** What is needed to read a document. */
export interface Reading {
  /** Characters by the ids of their declarations, where the text does not hold them itself. */
  readonly characters: ReadonlyMap<string, string>
  /** Sigla by the ids of their witnesses. */
  readonly sigla: ReadonlyMap<string, string>
  /** Names by the ids of who answers for something. */
  readonly people: ReadonlyMap<string, string>
  /** Data by the ids of the feature structures. */
  readonly features: ReadonlyMap<string, Fields>
  /** Files by the prefixes of pointers into them. */
  readonly files: ReadonlyMap<string, Pick<Attestation, 'siglum' | 'file'>>
  /** Entries that stand after the text, by the ids of the anchors at which they begin. */
  readonly entries: ReadonlyMap<string, Element>
  /** Blocks that are the content of an element. */
  readonly contents: (reading: Reading, element: Element, level: number) => Flow[]
}

export type Fields = Readonly<Record<string, unknown>>

/** Looks up what elements of the document point to. */
export function readingOf(root: Element, contents: Reading['contents']): Reading {
  const characters = new Map(
    [...descendants(root, 'char')].flatMap((char) =>
      [...descendants(char, 'mapping')].map(
        (m) => [idOf(char), decoded(textOf(m.children, new Map()))] as const,
      ),
    ),
  )
  const features = new Map(
    elements(root, 'standOff').flatMap((list) =>
      elements(list, 'fs').map((fs) => [idOf(fs), valueOf(fs, characters) as Fields] as const),
    ),
  )
  const described = [...features.values()].find((fields) => 'meta' in fields && 'files' in fields)
  const files = (described?.['files'] ?? []) as readonly File[]
  return {
    characters,
    features,
    contents,
    files: new Map(files.map(({ prefix, siglum, file }) => [prefix, { siglum, file }])),
    sigla: new Map(
      [...descendants(root, 'witness')].map((witness) => [
        idOf(witness),
        textOf(elements(witness, 'abbr')[0]?.children ?? [], characters),
      ]),
    ),
    people: new Map(
      [...descendants(root, 'titleStmt')]
        .flatMap((statement) => [...descendants(statement, 'author', 'editor', 'name')])
        .map((person) => [idOf(person), textOf(person.children, characters)]),
    ),
    entries: new Map(
      [...descendants(root, 'listApp')].flatMap((list) =>
        elements(list, 'app').map(
          (app) => [targets(attribute(app, 'from'))[0] ?? '', app] as const,
        ),
      ),
    ),
  }
}

interface File {
  readonly prefix: string
  readonly siglum: string
  readonly file: string
}

const idOf = (element: Element): string => attribute(element, 'xml:id') ?? ''

/** `U+0007`. */
const decoded = (code: string): string =>
  String.fromCodePoint(Number.parseInt(code.replace(/^U\+/u, ''), 16))

/** The other fields of a node, which its element leads to. */
export function fieldsOf(reading: Reading, element: Element): Fields {
  const found = targets(attribute(element, 'ana')).flatMap((id) => {
    const fields = reading.features.get(id)
    return fields === undefined ? [] : [fields]
  })
  return Object.assign({}, ...found) as Fields
}

/** The spans that an element points to. */
export function attestationsOf(reading: Reading, element: Element): Attestation[] {
  return targets(attribute(element, 'corresp')).flatMap((pointer) => {
    const [prefix = '', span = ''] = pointer.split(':')
    const file = reading.files.get(prefix)
    const [start, end] = span.split('-').map(Number)
    return file === undefined ? [] : [{ ...file, start: start ?? 0, end: end ?? 0 }]
  })
}
