import type { AsideKind, MarkKind, SourceNoteAside } from '@huijiao/model'
import type { Html, Nodes, Paragraph, Parents, Root } from 'mdast'
import type { Draft } from '../../draft/draft.ts'
import { isCall } from '../html/notes.ts'
import { htmlInto } from '../html/walk.ts'
import { describedInto } from '../../draft/missing.ts'
import { LINE_ENDS, REFERENCES, type Spelling, spell } from '../../draft/spell.ts'
import { pageRule, withoutAttributes } from './converters.ts'
import { runningHeads } from './running-heads.ts'

/** A character that Markdown would read is written with a stroke before it. */
const ESCAPES: Spelling = { form: /\\[!-/:-@[-`{-~]/uy, of: (written) => written.slice(1) }
const SPELLINGS = [ESCAPES, REFERENCES, LINE_ENDS]

const MARKS: Partial<Record<Nodes['type'], MarkKind>> = {
  heading: 'heading',
  listItem: 'item',
  tableRow: 'row',
  tableCell: 'cell',
  blockquote: 'quote',
  emphasis: 'emphasis',
  strong: 'strong',
}

/**
 * Writes the text of a Markdown tree: its characters, and of what stands between them the white space and line ends,
 * so that lines stay lines. Notes, links that are a line of their own and comments stand aside; all else is markup.
 */
export function markdownInto(draft: Draft, text: string, tree: Root): void {
  const walk: Walk = { draft, text, running: runningHeads(tree), at: 0 }
  children(walk, tree, 0)
  between(walk, text.length)
}

interface Walk {
  readonly draft: Draft
  readonly text: string
  /** Headings that are the running heads of pages. */
  readonly running: ReadonlySet<Nodes>
  /** Up to here the file has been written. */
  at: number
}

/** The white space between what was written last and `to`; of what has markup in it the line ends. */
function between(walk: Walk, to: number): void {
  const gap = walk.text.slice(walk.at, to)
  const white = /^\s*$/u.test(gap) ? /\s+/gu : /\r\n?|\n/gu
  for (const { index, 0: found } of gap.matchAll(white)) {
    walk.draft.copy(walk.at + index, walk.at + index + found.length)
  }
  walk.at = Math.max(walk.at, to)
}

function children(walk: Walk, node: Parents, depth: number): void {
  let skipped = -1
  for (const [index, child] of node.children.entries()) {
    if (index <= skipped) continue
    const close = child.type === 'html' ? closing(node.children, index) : -1
    const last = node.children[close]
    if (last === undefined) one(walk, child, depth)
    else {
      piece(walk, placeOf(child)[0], placeOf(last)[1])
      skipped = close
    }
  }
}

/** Where the element ends that a tag in a line of Markdown opens; -1 where it is no such tag. */
function closing(nodes: readonly Nodes[], at: number): number {
  const name = tagName(nodes[at])
  if (name === '') return -1
  let open = 0
  for (let index = at; index < nodes.length; index += 1) {
    if (tagName(nodes[index]) === name) open += 1
    else if (tagName(nodes[index]) === `/${name}`) open -= 1
    if (open === 0) return index
  }
  return -1
}

/** `small`, or `/small` of a tag that closes; empty for anything else. */
const tagName = (node: Nodes | undefined): string =>
  node?.type === 'html'
    ? (/^<(\/?[a-z][a-z\d]*)(?:\s[^<>]*)?>$/iu.exec(node.value)?.[1] ?? '').toLowerCase()
    : ''

/** A piece of HTML. */
function piece(walk: Walk, from: number, to: number): void {
  between(walk, from)
  htmlInto(walk.draft, walk.text, from, to)
  walk.at = to
}

function one(walk: Walk, node: Nodes, depth: number): void {
  const [from, to] = placeOf(node)
  switch (node.type) {
    case 'footnoteDefinition':
      return aside(walk, 'note', from, to, { id: node.identifier, words: wordsOf(node) })
    case 'footnoteReference':
      return aside(walk, 'note', from, to, { id: node.identifier })
    case 'yaml':
    case 'definition':
    case 'image':
      return aside(walk, 'other', from, to)
    case 'thematicBreak':
      between(walk, from)
      return copy(walk, from, to)
    case 'break':
      return between(walk, to)
    case 'html':
      return html(walk, node)
    case 'paragraph':
      return paragraph(walk, node, depth)
    case 'heading':
      if (!walk.running.has(node)) return parent(walk, node, depth)
      aside(walk, 'running-head', from, to)
      return walk.draft.page({})
    default:
      if ('value' in node) leaf(walk, node)
      else if ('children' in node) parent(walk, node, depth)
  }
}

function aside(
  walk: Walk,
  kind: AsideKind,
  from: number,
  to: number,
  note?: SourceNoteAside,
): void {
  between(walk, from)
  walk.draft.aside(kind, from, to, walk.text.slice(from, to), note)
  walk.at = to
}

/** What a note says, its paragraphs one after the other; a line end between Chinese characters is no space. */
function wordsOf(node: Nodes): string {
  if ('value' in node) {
    return node.type === 'html'
      ? ''
      : node.value.replaceAll(/(?<=[^\0-\x7F])\s*\n\s*(?=[^\0-\x7F])/gu, '')
  }
  if (!('children' in node)) return node.type === 'break' ? ' ' : ''
  const parted = node.children.some(({ type }) => type === 'paragraph')
  return node.children.map(wordsOf).join(parted ? '\u3000' : '')
}

function copy(walk: Walk, from: number, to: number): void {
  walk.draft.copy(from, to)
  walk.at = to
}

function html(walk: Walk, node: Html): void {
  const [from, to] = placeOf(node)
  if (isWord(walk, node.value)) {
    between(walk, from)
    return copy(walk, from, to)
  }
  if (!pageRule(walk.draft, node.value, from, to)) piece(walk, from, to)
  walk.at = to
}

/** Elements of HTML that need not be closed. */
const UNCLOSED =
  /^(?:br|hr|wbr|img|input|col|link|meta|p|li|td|th|tr|dd|dt|rt|rp|rb|tbody|thead|tfoot|option|html|head|body)$/iu

/** Whether a word in angle brackets is no element, since nothing closes it: `List<String>`, `<a>`. */
function isWord({ text }: Walk, tag: string): boolean {
  const name = /^<([a-z][a-z\d]*)>$/iu.exec(tag)?.[1]
  if (name === undefined || UNCLOSED.test(name)) return false
  return !text.toLowerCase().includes(`</${name.toLowerCase()}`)
}

function paragraph(walk: Walk, node: Paragraph, depth: number): void {
  const [from, to] = placeOf(node)
  const raw = walk.text.slice(from, to)
  if (pageRule(walk.draft, raw, from, to)) {
    between(walk, from)
    walk.at = to
  } else if (isLinks(node)) aside(walk, 'navigation', from, to)
  else if (/^<sup>/iu.test(raw) && isCall(raw.slice('<sup>'.length, raw.indexOf('</')))) {
    aside(walk, 'note', from, to)
  } else children(walk, node, depth)
}

/** Whether a paragraph is nothing but links and pictures: where a page leads, and no text. */
function isLinks(node: Paragraph): boolean {
  const links = node.children.filter(({ type }) => type === 'link' || type === 'linkReference')
  return (
    links.length > 0 &&
    node.children.every(
      (child) =>
        ['link', 'linkReference', 'image'].includes(child.type) ||
        (child.type === 'text' && /^[\s|｜·>›»/]*$/u.test(child.value)),
    )
  )
}

function leaf(walk: Walk, node: Extract<Nodes, { value: string }>): void {
  const [from, to] = placeOf(node)
  between(walk, from)
  const raw = walk.text.slice(from, to)
  const attributes = raw === node.value ? withoutAttributes(raw) : null
  describedInto(
    walk.draft,
    (sink) => {
      if (attributes === null) spell(sink, node.value, { raw, from }, SPELLINGS, true)
      else for (const [start, end] of attributes) sink.copy(from + start, from + end)
    },
    walk.text,
  )
  walk.at = to
}

function parent(walk: Walk, node: Parents, depth: number): void {
  const [from] = placeOf(node)
  const kind = MARKS[node.type]
  // A tab parts the cells of a row; the white space around them is markup.
  if (kind === 'cell') walk.at = Math.max(walk.at, from)
  else between(walk, from)
  if (kind === undefined) return children(walk, node, depth + (node.type === 'list' ? 1 : 0))
  if (kind === 'cell' && !['', '\n'].includes(walk.draft.last())) walk.draft.put('\t', from, from)
  const level = node.type === 'heading' ? node.depth : kind === 'item' ? depth : undefined
  walk.draft.mark(kind, level === undefined ? {} : { level }, () => {
    // The number of an item is text; a bullet is its sign.
    const number = kind === 'item' ? /^\d+[.)]\s*/u.exec(walk.text.slice(from, from + 12)) : null
    if (number !== null) copy(walk, from, from + number[0].length)
    children(walk, node, depth)
  })
}

function placeOf(node: Nodes): readonly [from: number, to: number] {
  const from = node.position?.start.offset ?? 0
  return [from, node.position?.end.offset ?? from]
}
