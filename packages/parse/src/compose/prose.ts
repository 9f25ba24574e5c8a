import {
  figure,
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
import { fault, InputError } from '@huijiao/model'
import { parseMarkdown } from '@huijiao/readers'
import { unwrapped } from '@huijiao/text'
import type { Image, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast'

/** What the editor writes around the texts, in Markdown. */
export interface Prose {
  readonly preface?: readonly (Heading | Flow)[]
  readonly afterword?: readonly (Heading | Flow)[]
  /** By id of the work. */
  readonly headnotes: ReadonlyMap<string, readonly Flow[]>
}

/**
 * What an editor writes in Markdown as blocks of a book: paragraphs, headings, lists, quotations, tables, notes,
 * pictures.
 *
 * @param from name for messages, and the pictures by their addresses.
 * @throws {InputError} at the line of what a book has no form for: HTML, code, a picture within a line or without words.
 */
export function proseOf(markdown: string, from: Written): (Heading | Flow)[] {
  return parseMarkdown(markdown).children.flatMap((node) => block(node, from))
}

/** Where a text was written, and what stands beside it. */
export interface Written {
  readonly file: string
  /** Data URLs of pictures by their addresses in the text. */
  readonly pictures: ReadonlyMap<string, string>
}

/** A picture that a text asks for. */
export interface PictureLink {
  readonly url: string
  readonly line: number
  readonly column: number
}

/** The pictures that a text in Markdown asks for, in order. */
export function picturesIn(markdown: string): PictureLink[] {
  const found: PictureLink[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'image')
      found.push({
        url: node.url,
        line: node.position?.start.line ?? 1,
        column: node.position?.start.column ?? 1,
      })
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(parseMarkdown(markdown))
  return found
}

function block(node: RootContent, file: Written): (Heading | Flow)[] {
  switch (node.type) {
    case 'paragraph': {
      const [only, ...more] = node.children
      if (only?.type === 'image' && more.length === 0) return [pictureOf(only, file)]
      return [paragraph(...phrasing(node.children, file))]
    }
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

/** A picture on a line of its own, its title the caption. */
function pictureOf(node: Image, from: Written): Flow {
  const src = from.pictures.get(node.url)
  const alt = (node.alt ?? '').trim()
  if (src === undefined || alt === '') refuse(node, from)
  return figure({ src, alt }, node.title ?? undefined)
}

/** Blocks within a block have no headings. */
const flow = (nodes: readonly RootContent[], file: Written): Flow[] =>
  nodes.flatMap((node) => block(node, file)).filter((n): n is Flow => n.type !== 'heading')

const tableRow = (row: TableRow, file: Written) => ({
  type: 'tableRow' as const,
  children: row.children.map((cell) => ({
    type: 'tableCell' as const,
    children: phrasing(cell.children, file),
  })),
})

const phrasing = (nodes: readonly PhrasingContent[], file: Written): Phrasing[] =>
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

function refuse(node: Nodes, { file }: Written): never {
  const place = {
    file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  }
  throw new InputError([
    node.type === 'image'
      ? fault('prose-picture', place)
      : fault('prose-form', place, { node: node.type }),
  ])
}
