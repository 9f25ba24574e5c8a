import {
  type Flow,
  type Heading,
  heading,
  type Phrasing,
  paragraph,
  sourceNote,
  sourceNoteCall,
  text,
  title,
} from '@huijiao/ast'
import { InputError, message } from '@huijiao/model'
import type { Nodes, PhrasingContent, RootContent, TableRow } from 'mdast'
import { parseMarkdown } from '@huijiao/readers'

/** What the editor writes around the texts, in Markdown. */
export interface Prose {
  readonly preface?: readonly (Heading | Flow)[]
  readonly afterword?: readonly (Heading | Flow)[]
  /** By id of the work. */
  readonly headnotes: ReadonlyMap<string, readonly Flow[]>
}

/**
 * What an editor writes in Markdown as blocks of a book: paragraphs, headings, lists, quotations, tables, notes.
 *
 * @param file name for messages.
 * @throws {InputError} at the line of what a book has no form for: HTML, pictures from elsewhere, code.
 */
export function proseOf(markdown: string, file: string): (Heading | Flow)[] {
  return parseMarkdown(markdown).children.flatMap((node) => block(node, file))
}

function block(node: RootContent, file: string): (Heading | Flow)[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(...phrasing(node.children, file))]
    case 'heading':
      return [heading(node.depth, title(...phrasing(node.children, file)))]
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }]
    case 'blockquote':
      return [{ type: 'blockquote', children: flow(node.children, file) }]
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered ?? false,
          ...(typeof node.start === 'number' ? { start: node.start } : {}),
          children: node.children.map((item) => ({
            type: 'listItem',
            children: flow(item.children, file),
          })),
        },
      ]
    case 'table':
      return [{ type: 'table', children: node.children.map((row) => tableRow(row, file)) }]
    case 'footnoteDefinition': {
      const content = node.children.flatMap((c) =>
        c.type === 'paragraph' ? phrasing(c.children, file) : refuse(c, file),
      )
      return [sourceNote(node.identifier, `［${node.label ?? node.identifier}］`, ...content)]
    }
    default:
      return refuse(node, file)
  }
}

/** Blocks within a block have no headings. */
const flow = (nodes: readonly RootContent[], file: string): Flow[] =>
  nodes.flatMap((node) => block(node, file)).filter((n): n is Flow => n.type !== 'heading')

const tableRow = (row: TableRow, file: string) => ({
  type: 'tableRow' as const,
  children: row.children.map((cell) => ({
    type: 'tableCell' as const,
    children: phrasing(cell.children, file),
  })),
})

/** A line end in the file is no space between Chinese characters. */
const unwrapped = (value: string): string =>
  value.replaceAll(/(?<=[^\p{ASCII}])\n(?=[^\p{ASCII}])/gu, '').replaceAll('\n', ' ')

const phrasing = (nodes: readonly PhrasingContent[], file: string): Phrasing[] =>
  nodes.flatMap((node): Phrasing[] => {
    switch (node.type) {
      case 'text':
        return [text(unwrapped(node.value))]
      case 'emphasis':
      case 'strong':
        return [{ type: node.type, children: phrasing(node.children, file) }]
      case 'break':
        return [{ type: 'break' }]
      case 'link':
        return phrasing(node.children, file)
      case 'footnoteReference':
        return [sourceNoteCall(node.identifier, `［${node.label ?? node.identifier}］`)]
      default:
        return refuse(node, file)
    }
  })

function refuse(node: Nodes, file: string): never {
  throw new InputError([
    message({
      file,
      line: node.position?.start.line ?? 1,
      column: node.position?.start.column ?? 1,
      rule: 'prose-form',
      reason: `A book has no form for this: ${node.type}`,
      expected: 'paragraphs, headings, lists, quotations, tables, notes, emphasis',
      actual: node.type,
      hint: 'Write it as text.',
    }),
  ])
}
