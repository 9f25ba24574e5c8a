import type {
  CanonicalNode,
  Figure,
  Flow,
  Heading,
  Lacuna,
  List,
  Section,
  Speech,
  Table,
  Verse,
} from '@huijiao/ast'
import type { Element } from 'xast'
import { gapOf, identifierOf, inlineOf } from './inline.ts'
import { fieldsOf, type Reading } from './reading.ts'
import { attribute, elements, only, targets, TeiError, textOf } from './xml.ts'

/** The block that an element is written for. */
export function blockOf(reading: Reading, element: Element, level: number): Exclude<Flow, Section> {
  const fields = fieldsOf(reading, element)
  const leaf = <T extends string>(type: T) => ({
    type,
    ...fields,
    children: inlineOf(reading, element),
  })
  switch (element.name) {
    case 'p':
      return leaf('paragraph')
    case 'ab':
      return lineOf(reading, element) as Exclude<Flow, Section>
    case 'sp':
      return spoken(reading, element, fields, level)
    case 'lg':
      return {
        type: 'verse',
        ...fields,
        children: elements(element).map((s) => stanzaOf(reading, s)),
      }
    case 'stage':
      return leaf('stage')
    case 'figure':
      return figureOf(reading, element, fields)
    case 'note':
      return { ...leaf('sourceNote'), ...identifierOf(element) }
    case 'quote':
      return { type: 'blockquote', ...fields, children: reading.contents(reading, element, level) }
    case 'list':
      return listOf(reading, element, fields, level)
    case 'table':
      return tableOf(reading, element, fields)
    case 'milestone':
      return { type: 'thematicBreak', ...fields }
    default:
      throw new TeiError('blocks', 'an element that is written for a node', element.name)
  }
}

/** A line of a kind for which TEI has no element that may stand anywhere, or a gap. */
function lineOf(reading: Reading, element: Element): CanonicalNode {
  const type = attribute(element, 'type') ?? ''
  if (type === 'gap') return gapOf(reading, only(element, 'gap'))
  return {
    type,
    ...fieldsOf(reading, element),
    children: inlineOf(reading, element),
  } as CanonicalNode
}

function spoken(reading: Reading, element: Element, fields: object, level: number) {
  const pointers = targets(attribute(element, 'ana'))
  const type = (['question', 'answer'] as const).find((t) => pointers.includes(`speech.${t}`))
  const said = elements(element).filter((child) => attribute(child, 'type') !== 'none')
  const children = said.map((child) =>
    child.name === 'speaker'
      ? { type: 'speaker', ...fieldsOf(reading, child), children: inlineOf(reading, child) }
      : blockOf(reading, child, level),
  )
  return { type: type ?? 'speech', ...fields, children } as Speech
}

function stanzaOf(reading: Reading, element: Element): Verse['children'][number] {
  if (element.name === 'l') return gapOf(reading, only(element, 'gap'))
  return {
    type: 'stanza',
    ...fieldsOf(reading, element),
    children: elements(element).map(
      (line): Lacuna | { type: 'line'; children: ReturnType<typeof inlineOf> } =>
        attribute(line, 'rend') === 'gap'
          ? gapOf(reading, only(line, 'gap'))
          : { type: 'line', ...fieldsOf(reading, line), children: inlineOf(reading, line) },
    ),
  }
}

function figureOf(reading: Reading, element: Element, fields: object): Figure {
  const [graphic] = elements(element, 'graphic')
  const [description] = elements(element, 'figDesc')
  const src = graphic && attribute(graphic, 'url')
  return {
    type: 'figure',
    ...fields,
    ...(src !== undefined && { src }),
    ...(description !== undefined && { alt: textOf(description.children, reading.characters) }),
    children: elements(element, 'head', 'ab').map((part) => ({
      type: part.name === 'head' ? 'caption' : 'credit',
      ...fieldsOf(reading, part),
      children: inlineOf(reading, part),
    })),
  }
}

function listOf(reading: Reading, element: Element, fields: object, level: number): List {
  const rend = attribute(element, 'rend')
  const start = attribute(element, 'n')
  return {
    type: 'list',
    ...fields,
    ...(rend !== undefined && { ordered: rend === 'numbered' }),
    ...(start !== undefined && { start: Number(start) }),
    children: elements(element, 'item').map((item) => ({
      type: 'listItem',
      ...fieldsOf(reading, item),
      children: reading.contents(reading, item, level),
    })),
  }
}

const tableOf = (reading: Reading, element: Element, fields: object): Table => ({
  type: 'table',
  ...fields,
  children: elements(element, 'row').map((row) => ({
    type: 'tableRow',
    ...fieldsOf(reading, row),
    children: elements(row, 'cell').map((cell) => ({
      type: 'tableCell',
      ...fieldsOf(reading, cell),
      children: inlineOf(reading, cell),
    })),
  })),
})

/** The parts of a heading that open a division. */
export function headingOf(reading: Reading, parts: readonly Element[], level: number): Heading {
  const [first] = parts
  const depth = Number((first && attribute(first, 'n')) ?? level)
  const children = parts
    .filter((part) => attribute(part, 'type') !== 'none')
    .map((part) => {
      const [supplied] = part.name === 'head' ? elements(part, 'supplied') : []
      const type =
        part.name === 'head'
          ? attribute(part, 'type') === 'sub'
            ? 'subtitle'
            : 'title'
          : part.name
      return {
        type,
        ...fieldsOf(reading, part),
        ...(supplied !== undefined && { supplied: true }),
        children: inlineOf(reading, supplied ?? part),
      }
    })
  return { type: 'heading', depth, children: children as Heading['children'] }
}
