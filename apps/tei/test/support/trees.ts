import {
  type Attestation,
  childTypes,
  type Edition,
  type FieldSpec,
  METHODS,
  type NodeType,
  READING_TYPES,
  specOf,
} from '@huijiao/ast'
import * as fc from 'fast-check'

const SIGLA = ['甲', 'B', '宋本 一', '1']
const FILES = ['a.txt', '卷一/b c.xml#wit2']

/** Text as sources have it, and as they should not: signs of XML, controls, characters without a code. */
const TEXT = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('春江', '潮水連海平', '，', '。', 'a word') },
      fc.constantFrom(
        '&',
        '<p>',
        ']]>',
        '"',
        "'",
        '&amp;',
        '<!--',
        '　',
        ' ',
        '\n',
        '\t',
        '\r',
        '\r\n',
      ),
      fc.constantFrom(
        '\ue000',
        '\u{f0001}',
        '⿰木皮',
        '⿱⿰木木心',
        '⿰木',
        '⿰',
        '\u0007',
        '\ufffe',
        '\ud800',
        '𠀀',
        '😀',
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''))

/** Where some files say that text is on a page. */
const PRINT = fc.constantFrom(
  undefined,
  undefined,
  {
    page: '3',
    image: 'scans/p 3.png',
    size: [800, 1200],
    box: [10, 20, 30.5, 40],
    confidence: 0.9,
  },
  { page: '4' },
)

const ATTESTATION: fc.Arbitrary<Attestation> = fc
  .tuple(fc.constantFrom(...SIGLA), fc.constantFrom(...FILES), fc.nat(99), fc.nat(9), PRINT)
  .map(([siglum, file, start, length, print]) => ({
    siglum,
    file,
    start,
    end: start + length,
    ...(print && { print }),
  })) as fc.Arbitrary<Attestation>

const ATTESTATIONS = fc.array(ATTESTATION, { maxLength: 2 })

const READING = fc.record({
  text: TEXT,
  sigla: fc.uniqueArray(fc.constantFrom(...SIGLA), { maxLength: 3 }),
  type: fc.constantFrom(...READING_TYPES),
  attestations: ATTESTATIONS,
})

const EVIDENCE = fc.record({
  method: fc.constantFrom(...METHODS),
  supports: TEXT,
  weight: fc.constantFrom(0, -1.5, 0.1 + 0.2, 1e-9, 40),
  reason: fc.constantFrom(
    { kind: 'wordhood', words: ['春', '<江>'] },
    { kind: 'witnesses', sigla: ['甲'], voices: 1, more: false },
    { kind: 'omission' },
  ),
  places: fc.array(ATTESTATION, { maxLength: 1 }),
})

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Fields that the content model leaves to the types. */
const OTHER_FIELDS: Partial<Record<NodeType, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  text: { data: optional(fc.record({ attestations: ATTESTATIONS })) },
  app: {
    layer: fc.constantFrom('content', 'punctuation'),
    readings: fc.array(READING, { maxLength: 3 }),
    method: fc.constantFrom(...METHODS, null),
    evidence: fc.array(EVIDENCE, { maxLength: 2 }),
    certainty: fc.constantFrom('high', 'medium', 'low', 'undecided'),
    cause: fc.constantFrom('noise', 'variation'),
    ruling: optional(
      fc.record({
        reason: TEXT,
        citation: optional(TEXT),
        by: fc.constantFrom('编者', '校者'),
        date: fc.constant('2026-01-01'),
      }),
    ),
  },
  properName: { kind: fc.constantFrom('name', 'title') },
  figure: { src: optional(fc.constant('data:image/png;base64,iVBORw0KGgo=')) },
  list: {
    ordered: fc.constantFrom(true, false, null, undefined),
    start: fc.constantFrom(3, null, undefined),
  },
  work: {
    placement: fc.constantFrom('body', 'appendix'),
    sigla: fc.constant(SIGLA),
    recensions: fc.constantFrom([], [{ id: 'r', label: '长本', sigla: ['甲'], base: true }]),
    lacks: optional(fc.constant(['beginning'])),
  },
}

const FIELD: Readonly<Record<FieldSpec['type'] | 'count', fc.Arbitrary<unknown>>> = {
  count: fc.integer({ min: 1, max: 9 }),
  string: TEXT,
  boolean: fc.boolean(),
  depth: fc.integer({ min: 1, max: 4 }),
  breaks: fc.constant([1, 3]),
}

/** Nodes that hold nothing are no text of TEI: a group of lines without a line, a list without an item. */
const MAY_BE_EMPTY = new Set<NodeType>([
  'text',
  'app',
  'title',
  'paragraph',
  'tableCell',
  'section',
  'heading',
])

/** How deep nodes stand in each other. */
const DEEPEST = 4

function node(type: NodeType, depth: number): fc.Arbitrary<object> {
  const { fields = {} } = specOf(type)
  const checked = Object.entries(fields).map(([name, field]: [string, FieldSpec]) => [
    name,
    field.optional === true ? optional(FIELD[field.type]) : FIELD[field.type],
  ])
  const children = childTypes(type)
  const shape: Record<string, fc.Arbitrary<unknown>> = {
    type: fc.constant(type),
    ...Object.fromEntries(checked),
    ...OTHER_FIELDS[type],
    ...(children === null
      ? {}
      : { children: nodes(children as NodeType[], depth, MAY_BE_EMPTY.has(type) ? 0 : 1) }),
  }
  return fc.record(shape).map(withoutUndefined)
}

/** Some nodes of some types; near the bottom, of those that hold least. */
function nodes(types: readonly NodeType[], depth: number, least: number): fc.Arbitrary<object[]> {
  const low = ['paragraph', 'text', 'lacuna', 'break'] as const
  const few = types.filter((type) => (low as readonly string[]).includes(type))
  const chosen = depth < DEEPEST || few.length === 0 ? types : few
  return fc.array(
    fc.constantFrom(...chosen).chain((type) => node(type, depth + 1)),
    { minLength: least, maxLength: 3 },
  )
}

function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object
}

/** A tree over every type of node that the specification has, with hostile text. */
export const TREES: fc.Arbitrary<Edition> = fc
  .record({
    works: fc.array(
      fc.tuple(
        node('work', 0),
        node('heading', 1),
        optional(nodes(['paragraph', 'section'], 2, 1)),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    preface: optional(nodes(['paragraph', 'section'], 2, 1)),
    afterword: optional(nodes(['paragraph', 'blockquote'], 2, 1)),
    title: TEXT,
  })
  .map(({ works, preface, afterword, title }) => {
    const ids = { count: 0 }
    const children = works.map(([work, heading, headnote]) => ({
      ...work,
      ...(headnote === undefined ? {} : { headnote }),
      children: [heading, ...(work as { children: object[] }).children],
    }))
    const edition = { type: 'edition', meta: metaOf(title), preface, afterword, children }
    return identified(withoutUndefined(edition), ids) as Edition
  })

/** Gives works and entries ids of their own. */
function identified(value: unknown, ids: { count: number }): unknown {
  if (Array.isArray(value)) return value.map((one) => identified(one, ids))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => [key, identified(one, ids)])
  const made = Object.fromEntries(entries) as Record<string, unknown>
  if (made['type'] === 'work' || made['type'] === 'app') made['id'] = `id-${(ids.count += 1)}`
  if (made['type'] === 'app' && ids.count % 3 === 0) made['continues'] = `id-${ids.count}`
  return made
}

const metaOf = (title: string): Edition['meta'] => ({
  id: 'made',
  title,
  language: 'zh-Hant',
  date: '2026-01-01',
  contributors: [
    { name: '编者', role: 'edt' },
    { name: '报社', role: 'aut', body: true },
  ],
  witnesses: [
    {
      siglum: '甲',
      description: title,
      kind: 'ocr',
      publication: { title: '某报', date: '1946', page: '2' },
      sources: [{ file: 'a.txt', sha256: 'ab', encoding: 'utf-8', length: 100 }],
    },
    { siglum: 'B', description: '', kind: 'web', sources: [] },
  ],
  note: [title],
  names: [{ name: '某人', forms: ['某'] }],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  editionNumber: 2,
  subjects: ['校勘'],
  trim: 'a5',
  layout: 'vertical',
  generator: 'Huijiao 0.1.0',
})
