/**
 * The content model of the canonical tree as data. The assertion of trees, the walk over blocks, the guards and the
 * table in the readme all follow from it; the types in `nodes.ts` are held to it by the compiler.
 */

/** Names of groups of node types in the content model. */
export const GROUPS = {
  phrasing: [
    'text',
    'app',
    'lacuna',
    'ruby',
    'dateline',
    'properName',
    'inlineNote',
    'sourceNoteCall',
    'stage',
    'emphasis',
    'strong',
    'break',
  ],
  flow: [
    'paragraph',
    'salutation',
    'question',
    'answer',
    'section',
    'lacuna',
    'byline',
    'dateline',
    'verse',
    'speech',
    'stage',
    'figure',
    'sourceNote',
    'blockquote',
    'list',
    'table',
    'thematicBreak',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

/**
 * How a node counts as a block: `leaf` takes one line of the text export and one number; `container` holds blocks;
 * `none` is no block. A `lacuna`, `dateline` or `stage` is a leaf among blocks and phrasing within a line.
 */
export type BlockKind = 'leaf' | 'container' | 'none'

/** A field of a node that is checked: its type, and whether it may be missing. */
export interface FieldSpec {
  readonly type: 'string' | 'boolean' | 'depth' | 'count' | 'breaks'
  readonly optional?: true
}

/** Content and fields of one type of node. */
export interface NodeSpec {
  /** Types and groups of the children; null: it has none. */
  readonly content: readonly string[] | null
  readonly block: BlockKind
  readonly fields?: Readonly<Record<string, FieldSpec>>
  /** One line for the readme. */
  readonly about: string
}

const PHRASING = ['phrasing'] as const
const STRING: FieldSpec = { type: 'string' }
const OPTIONAL: FieldSpec = { type: 'string', optional: true }

export const SPEC = {
  edition: {
    content: ['work'],
    block: 'container',
    about: 'the root; `meta` describes the book, `preface` and `afterword` are the editor’s',
  },
  work: {
    content: ['heading', 'flow'],
    block: 'container',
    fields: { base: OPTIONAL, shortTitle: OPTIONAL },
    about:
      'a text; its heading comes first; `lacks` its beginning or end; `headnote` is the editor’s',
  },
  section: {
    content: ['heading', 'flow'],
    block: 'container',
    about: 'part of a work with a heading of its own; sections nest to any depth',
  },
  heading: {
    content: ['title', 'subtitle', 'dateline', 'byline'],
    block: 'container',
    fields: { depth: { type: 'depth' } },
    about: '`depth` 1 opens a work, 2 and more a section',
  },
  title: {
    content: PHRASING,
    block: 'leaf',
    fields: {
      supplied: { type: 'boolean', optional: true },
      breaks: { type: 'breaks', optional: true },
    },
    about:
      '`supplied: true` where the sources carry none: shown as 〔…〕; `breaks`: offsets where a line may end',
  },
  subtitle: { content: PHRASING, block: 'leaf', about: '`——副题`' },
  byline: {
    content: PHRASING,
    block: 'leaf',
    about: '`某报记者 某某`; in a heading or among blocks',
  },
  dateline: {
    content: PHRASING,
    block: 'leaf',
    about: '`某社某地1日电`; in a heading, among blocks, or run in at the head of a paragraph',
  },
  paragraph: { content: PHRASING, block: 'leaf', about: 'mdast’s' },
  salutation: {
    content: PHRASING,
    block: 'leaf',
    about: '`女士们、先生们：` on a line of its own',
  },
  question: {
    content: ['paragraph', 'lacuna'],
    block: 'container',
    about: 'of an interview or a press conference',
  },
  answer: {
    content: ['paragraph', 'lacuna'],
    block: 'container',
    about: 'all paragraphs of one answer',
  },
  verse: { content: ['stanza', 'lacuna'], block: 'container', about: 'a poem, or verses in prose' },
  stanza: {
    content: ['line', 'lacuna'],
    block: 'container',
    about: 'lines that belong together; a poem without divisions is one stanza',
  },
  line: { content: PHRASING, block: 'leaf', about: 'a line of verse, kept as a line' },
  speech: {
    content: ['speaker', 'paragraph', 'verse', 'stage', 'lacuna'],
    block: 'container',
    about: 'what one person of a play says',
  },
  speaker: { content: PHRASING, block: 'leaf', about: 'the person’s name before a speech' },
  stage: {
    content: PHRASING,
    block: 'leaf',
    about: 'a stage direction; within a line or on its own',
  },
  figure: {
    content: ['caption', 'credit'],
    block: 'container',
    fields: { src: OPTIONAL, alt: OPTIONAL },
    about:
      'a picture; `src` is a data URL of a PNG or JPEG, absent where the book has only its caption; `alt` says what it shows',
  },
  caption: { content: PHRASING, block: 'leaf', about: 'the words printed below a picture' },
  credit: { content: PHRASING, block: 'leaf', about: 'whose picture it is: `某社记者 某某 摄`' },
  sourceNote: {
    content: PHRASING,
    block: 'leaf',
    fields: { identifier: OPTIONAL },
    about:
      'a note that the source itself prints (原注), its mark included; `sigla` where not all witnesses have it; not the apparatus',
  },
  sourceNoteCall: {
    content: PHRASING,
    block: 'none',
    fields: { identifier: STRING },
    about: 'the mark in the text that calls the source’s note of the same `identifier`',
  },
  inlineNote: {
    content: PHRASING,
    block: 'none',
    about: 'a note that the source prints small within the line (夹注)',
  },
  properName: {
    content: PHRASING,
    block: 'none',
    fields: { kind: STRING },
    about: '专名号 (`kind: "name"`) or 甲式书名号 (`kind: "title"`) of the source',
  },
  text: {
    content: null,
    block: 'none',
    fields: { value: STRING },
    about:
      'mdast’s, with `data.attestations`, and `data.guessed` where its form in the script is a guess',
  },
  app: {
    content: ['text', 'lacuna'],
    block: 'none',
    about: 'an apparatus entry in its place, see below',
  },
  lacuna: {
    content: null,
    block: 'leaf',
    fields: {
      quantity: { type: 'count', optional: true },
      extent: OPTIONAL,
      reason: OPTIONAL,
      citation: OPTIONAL,
    },
    about:
      'a known gap, printed ［……］, in a line or as a block; of `quantity` characters where each has a sign, printed □ for each; `extent`, `reason` and `citation` are the editor’s words',
  },
  ruby: {
    content: PHRASING,
    block: 'none',
    fields: { annotation: STRING },
    about: '`annotation` stands beside the base',
  },
  emphasis: { content: PHRASING, block: 'none', about: 'mdast’s; 着重号' },
  strong: { content: PHRASING, block: 'none', about: 'mdast’s' },
  break: { content: null, block: 'none', about: 'mdast’s' },
  thematicBreak: { content: null, block: 'leaf', about: 'mdast’s' },
  blockquote: { content: ['flow'], block: 'container', about: 'mdast’s' },
  list: {
    content: ['listItem'],
    block: 'container',
    fields: { marked: { type: 'boolean', optional: true } },
    about: 'mdast’s; `marked` where the items have marks of their own in their text',
  },
  listItem: { content: ['flow'], block: 'container', about: 'mdast’s' },
  table: {
    content: ['tableRow'],
    block: 'container',
    about: 'mdast’s; the first row is its head',
  },
  tableRow: {
    content: ['tableCell'],
    block: 'leaf',
    about: 'mdast’s; one line of the text export, cells parted by tabs',
  },
  tableCell: { content: PHRASING, block: 'none', about: 'mdast’s' },
} as const satisfies Readonly<Record<string, NodeSpec>>

/** The name of a type of node. */
export type NodeType = keyof typeof SPEC

const isGroup = (name: string): name is keyof typeof GROUPS => name in GROUPS

/** Whether a value names a type of node. */
export const isNodeType = (name: unknown): name is NodeType =>
  typeof name === 'string' && Object.hasOwn(SPEC, name)

/** Content and fields of a type of node. */
export const specOf = (type: NodeType): NodeSpec => SPEC[type]

/** The types that may be children of a type, groups resolved; null where it has no children. */
export function childTypes(type: NodeType): readonly string[] | null {
  const { content } = specOf(type)
  return content?.flatMap((name) => (isGroup(name) ? GROUPS[name] : [name])) ?? null
}

/** The types that count as blocks in one way, in the order of the specification. */
export const typesOf = (block: BlockKind): NodeType[] =>
  Object.keys(SPEC).filter(
    (type): type is NodeType => isNodeType(type) && SPEC[type].block === block,
  )

/** The content model as rows of a table in Markdown, as the readme has it. */
export function specTable(): string[] {
  const rows = Object.entries(SPEC).map(([type, { content, block, about }]) => {
    const parent = content === null ? '' : content.map((c) => `${c}*`).join(', ')
    return `| \`${type}\` | ${parent} | ${block === 'none' ? '' : block} | ${about} |`
  })
  return ['| node | children | block | what |', '| --- | --- | --- | --- |', ...rows]
}
