import type {
  Figure,
  Flow,
  Lacuna,
  List,
  Section,
  SourceNote,
  Speech,
  Table,
  Verse,
} from '@huijiao/ast'
import type { Element } from 'xast'
import { x } from 'xastscript'
import { isPlain } from './characters.ts'
import { inline } from './inline.ts'
import { gap } from './runs.ts'
import { labelled, rest, type Writing } from './writing.ts'

/** A block that is no section. */
export function block(writing: Writing, node: Exclude<Flow, Section>, level: number): Element {
  switch (node.type) {
    case 'paragraph':
      return x('p', rest(writing, node), inline(writing, node.children))
    // TEI has these at the top and the end of a division alone.
    case 'salutation':
    case 'byline':
    case 'dateline':
      return x('ab', { type: node.type, ...rest(writing, node) }, inline(writing, node.children))
    case 'question':
    case 'answer':
      return x(
        'sp',
        rest(writing, node, [], [`#speech.${node.type}`]),
        node.children.map((child) => block(writing, child, level)),
      )
    case 'speech':
      return speech(writing, node, level)
    case 'verse':
      return verse(writing, node)
    case 'stage':
      return x('stage', rest(writing, node), inline(writing, node.children, 'words'))
    case 'lacuna':
      return x('ab', { type: 'gap' }, [gap(writing, node)])
    case 'figure':
      return figure(writing, node)
    case 'sourceNote':
      return sourceNote(writing, node)
    case 'blockquote':
      return x('quote', rest(writing, node), writing.contents(writing, node.children, level))
    case 'list':
      return list(writing, node, level)
    case 'table':
      return table(writing, node)
    default:
      return x('milestone', { unit: 'section', rend: 'rule', ...rest(writing, node) })
  }
}

/** The name stands before what is said; a later one is a line among the others. */
function speech(writing: Writing, node: Speech, level: number): Element {
  const parts = node.children.map((child, index) => {
    if (child.type !== 'speaker') return block(writing, child, level)
    const content = inline(writing, child.children, 'words')
    return index === 0
      ? x('speaker', rest(writing, child), content)
      : x('ab', { type: 'speaker', ...rest(writing, child) }, content)
  })
  // TEI has no speech in which nothing is said.
  const isSilent = parts.every(({ name }) => name === 'speaker' || name === 'stage')
  const silence = isSilent ? [x('ab', { type: SILENCE })] : []
  return x('sp', rest(writing, node), [...parts, ...silence])
}

/** A line that stands for no node. */
const SILENCE = 'none'

/** A gap stands as a line: TEI has no group without lines. */
const missingLine = (writing: Writing, node: Lacuna): Element =>
  x('l', { rend: 'gap' }, [gap(writing, node)])

const verse = (writing: Writing, node: Verse): Element =>
  x(
    'lg',
    { type: 'poem', ...rest(writing, node) },
    node.children.map((stanza) =>
      stanza.type === 'lacuna'
        ? missingLine(writing, stanza)
        : x(
            'lg',
            { type: 'stanza', ...rest(writing, stanza) },
            stanza.children.map((line) =>
              line.type === 'lacuna'
                ? missingLine(writing, line)
                : x('l', rest(writing, line), inline(writing, line.children)),
            ),
          ),
    ),
  )

const figure = (writing: Writing, node: Figure): Element =>
  x('figure', rest(writing, node, hasPlainAlt(node) ? ['src', 'alt'] : ['src']), [
    ...(node.src === undefined ? [] : [x('graphic', { url: node.src })]),
    ...node.children.map((part) =>
      part.type === 'caption'
        ? x('head', rest(writing, part), inline(writing, part.children))
        : x('ab', { type: 'credit', ...rest(writing, part) }, inline(writing, part.children)),
    ),
    ...(hasPlainAlt(node) ? [x('figDesc', node.alt)] : []),
  ])

/** A call leads to the first of the notes that bear its identifier. */
const hasPlainAlt = ({ alt }: Figure): boolean => alt !== undefined && isPlain(alt)

function sourceNote(writing: Writing, node: SourceNote): Element {
  const { identifier } = node
  if (identifier === undefined) {
    return x('note', { type: 'source', ...rest(writing, node) }, inline(writing, node.children))
  }
  const id = writing.notes.get(identifier)
  const isFirst = id !== undefined && !writing.written.has(id)
  if (isFirst) writing.written.add(id)
  const { attributes, said } = labelled(identifier)
  return x(
    'note',
    {
      type: 'source',
      ...attributes,
      ...(isFirst && { 'xml:id': id }),
      ...rest(writing, node, said),
    },
    inline(writing, node.children),
  )
}

function list(writing: Writing, node: List, level: number): Element {
  const { ordered, start } = node
  const said = [
    ...(typeof ordered === 'boolean' ? ['ordered'] : []),
    ...(typeof start === 'number' ? ['start'] : []),
  ]
  return x(
    'list',
    {
      ...(typeof ordered === 'boolean' && { rend: ordered ? 'numbered' : 'bulleted' }),
      ...(typeof start === 'number' && { n: String(start) }),
      ...rest(writing, node, said),
    },
    node.children.map((item) =>
      x('item', rest(writing, item), writing.contents(writing, item.children, level)),
    ),
  )
}

const table = (writing: Writing, node: Table): Element =>
  x(
    'table',
    rest(writing, node),
    node.children.map((row, index) =>
      x(
        'row',
        { ...(index === 0 && { role: 'label' }), ...rest(writing, row) },
        row.children.map((cell) => x('cell', rest(writing, cell), inline(writing, cell.children))),
      ),
    ),
  )
