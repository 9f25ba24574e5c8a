import type { AsideKind, SourceNoteAside } from '@huijiao/model'
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import type { Draft } from '../../draft/draft.ts'
import { type Inline, inline } from '../../draft/inline.ts'
import { DEEPEST } from '../../file/limits.ts'
import { LINE_ENDS, REFERENCES, spell } from '../../draft/spell.ts'
import { callOf, isDigit, noteIdOf, noteOf, type Notes, notesIn } from './notes.ts'
import { parseHtml } from './parse.ts'
import { type Role, roleOf, wordsOf } from './roles.ts'

interface Walk {
  readonly draft: Draft
  readonly line: Inline
  /** The part that offsets lead into. */
  readonly text: string
  /** Offset of the HTML in the part. */
  readonly base: number
  readonly notes: Notes
  readonly inCell: boolean
  readonly depth: number
}

/**
 * Writes the text of a piece of HTML: blocks on lines of their own, a blank line between those that are apart; cells
 * of a row parted by a tab; `small` in （）; what is not shown, notes and what is set around the text aside.
 *
 * @param text of the part; the HTML is its `[from, to)`.
 * @param notes that are called, where the piece is one of several.
 */
export function htmlInto(
  draft: Draft,
  text: string,
  from = 0,
  to = text.length,
  notes?: Notes,
): void {
  const tree = parseHtml(text.slice(from, to))
  const walk: Walk = {
    draft,
    line: inline(draft, text),
    text,
    base: from,
    notes: notes ?? notesIn(tree),
    inCell: false,
    depth: 0,
  }
  const main = mainOf(tree)
  if (main === undefined) children(walk, tree)
  else around(walk, tree, main)
  walk.line.settle()
}

/** The element that holds the text, where a page says so: `main`, or its only `article`. */
function mainOf(tree: Root): Element | undefined {
  const found: Element[] = []
  const articles: Element[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      if (node.tagName === 'main' || node.properties.role === 'main') found.push(node)
      else if (node.tagName === 'article') articles.push(node)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  if (found.length > 0) return found.length === 1 ? found[0] : undefined
  return articles.length === 1 ? articles[0] : undefined
}

/** What stands around the text of a page is set aside. */
function around(walk: Walk, node: Root | Element, main: Element): void {
  for (const child of node.children) {
    if (child === main) element(walk, main)
    else if (child.type === 'element' && holds(child, main)) around(walk, child, main)
    else if (child.type === 'element' && roleOf(child).kind === 'hidden') continue
    else setAside(walk, child, 'navigation')
  }
}

const holds = (node: Element, wanted: Element): boolean =>
  node.children.some(
    (child) => child === wanted || (child.type === 'element' && holds(child, wanted)),
  )

function children(walk: Walk, node: Root | Element): void {
  for (const child of node.children) one(walk, child)
}

function one(walk: Walk, node: RootContent): void {
  if (node.type === 'text') {
    const [from, to] = place(walk, node)
    const written = { raw: walk.text.slice(from, to), from }
    spell(walk.line, node.value, written, [REFERENCES, LINE_ENDS])
  } else if (node.type === 'comment') setAside(walk, node, 'comment')
  else if (node.type === 'element') element(walk, node)
}

function element(walk: Walk, node: Element): void {
  if (walk.depth > DEEPEST) return setAside(walk, node, 'other')
  const inner = { ...walk, depth: walk.depth + 1 }
  const before = walk.draft.last()
  const href = callOf(node, before)
  if (isCalled(walk, node)) return setAside(walk, node, 'note')
  if (href !== undefined && !isDigit(node, href, before, walk.notes)) {
    const call = href === '' ? undefined : { id: walk.notes.target(href) }
    return setAside(walk, node, 'note', call)
  }
  write(inner, node, roleOf(node))
}

function write(walk: Walk, node: Element, role: Role): void {
  const [start, end] = place(walk, node)
  const { draft, line } = walk
  switch (role.kind) {
    case 'hidden':
      return
    case 'navigation':
      return setAside(walk, node, 'navigation')
    case 'note':
      return notes(walk, node)
    case 'block':
      return block(walk, node, role)
    case 'table':
      return block(isLayout(node) ? walk : { ...walk, inCell: true }, node, { kind: 'block' })
    case 'row':
      line.settle()
      draft.feed(1, start)
      draft.mark('row', {}, () => children(walk, node))
      line.settle()
      return draft.feed(1, end)
    case 'cell':
      return cell(walk, node, start)
    case 'ruby':
      return ruby(walk, node)
    case 'small':
      return small(walk, node)
    case 'break':
      line.settle()
      return draft.put(walk.inCell ? ' ' : '\n', start, end)
    case 'page':
      return draft.page(pageLabel(node))
    case 'keep':
      feed(walk, 2, start)
      for (const child of node.children) keep(walk, child)
      return feed(walk, 2, end)
    case 'inline':
      if (role.mark === undefined) return children(walk, node)
      return draft.mark(role.mark, {}, () => children(walk, node))
  }
}

function block(walk: Walk, node: Element, role: Extract<Role, { kind: 'block' }>): void {
  const [start, end] = place(walk, node)
  const apart = role.mark === undefined || role.mark === 'item' ? 1 : 2
  feed(walk, apart, start)
  if (role.mark === undefined || walk.inCell) children(walk, node)
  else {
    const level = role.level ?? (role.mark === 'item' ? 1 : undefined)
    walk.draft.mark(role.mark, level === undefined ? {} : { level }, () => children(walk, node))
  }
  feed(walk, apart, end)
}

/** A block ends or begins; in a cell, which is a line, that is a space. */
function feed(walk: Walk, count: 1 | 2, at: number): void {
  walk.line.settle()
  if (!walk.inCell) walk.draft.feed(count, at)
  else if (!['', '\n', '\t'].includes(walk.draft.last())) walk.line.put('\n', at, at)
}

function cell(walk: Walk, node: Element, start: number): void {
  walk.line.settle()
  if (!walk.inCell) return block(walk, node, { kind: 'block' })
  if (!['', '\n'].includes(walk.draft.last())) walk.draft.put('\t', start, start)
  walk.draft.mark('cell', node.tagName === 'th' ? { level: 1 } : {}, () => children(walk, node))
}

/** A table that lays out a page has tables, headings or several paragraphs in a cell. */
function isLayout(table: Element): boolean {
  const inside = (node: Element): boolean =>
    node.children.some((child) => {
      if (child.type !== 'element') return false
      if (/^(?:table|h[1-6]|ul|ol|article|section)$/u.test(child.tagName)) return true
      const blocks = child.children.filter(
        (c) => c.type === 'element' && (c.tagName === 'p' || c.tagName === 'div'),
      )
      return (/^t[dh]$/u.test(child.tagName) && blocks.length > 1) || inside(child)
    })
  return inside(table)
}

/** The base with its gloss as a mark; the gloss is no text. */
function ruby(walk: Walk, node: Element): void {
  const isGloss = (child: ElementContent): boolean =>
    child.type === 'element' && ['rt', 'rp', 'rtc'].includes(child.tagName)
  const label = node.children
    .filter((child) => child.type === 'element' && child.tagName !== 'rp' && isGloss(child))
    .map(wordsOf)
    .join('')
  walk.draft.mark('ruby', { label }, () => {
    for (const child of node.children) if (!isGloss(child)) one(walk, child)
  })
  for (const child of node.children) if (isGloss(child)) setAside(walk, child, 'note')
}

/** Small type within a paragraph is an interlinear note, and reads as one: in （）. */
function small(walk: Walk, node: Element): void {
  const [start, end] = place(walk, node)
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (first === undefined || last === undefined) return
  const inLine = !['', '\n'].includes(walk.draft.last())
  if (!inLine) return children(walk, node)
  const bracketed = /^[（(〔[【]/u.test(wordsOf(node).trim())
  walk.draft.mark('note', {}, () => {
    if (!bracketed) walk.draft.put('（', start, place(walk, first)[0])
    children(walk, node)
    walk.line.settle()
    if (!bracketed) walk.draft.put('）', place(walk, last)[1], end)
  })
}

function keep(walk: Walk, node: ElementContent): void {
  if (node.type === 'element') for (const child of node.children) keep(walk, child)
  else if (node.type === 'text') {
    const [from, to] = place(walk, node)
    spell(walk.draft, node.value, { raw: walk.text.slice(from, to), from }, [REFERENCES, LINE_ENDS])
  }
}

const isCalled = (walk: Walk, node: Nodes): boolean =>
  node.type === 'element' && noteIdOf(node, walk.notes) !== undefined

/** Notes that stand together are set aside one by one. */
function notes(walk: Walk, node: Element): void {
  const holdsOne = (one: Nodes): boolean =>
    isCalled(walk, one) || ('children' in one && one.children.some(holdsOne))
  if (isCalled(walk, node) || !holdsOne(node)) return setAside(walk, node, 'note')
  for (const child of node.children) {
    if (child.type === 'element') notes(walk, child)
    else setAside(walk, child, 'note')
  }
}

function setAside(walk: Walk, node: Nodes, kind: AsideKind, call?: SourceNoteAside): void {
  const [from, to] = place(walk, node)
  const words = node.type === 'comment' ? node.value : wordsOf(node)
  const id = node.type === 'element' ? noteIdOf(node, walk.notes) : undefined
  const note = node.type === 'element' && id !== undefined ? noteOf(node, id) : call
  walk.draft.aside(kind, from, to, words.replaceAll(/\s+/gu, ' '), note)
}

function place(walk: Walk, node: Nodes): readonly [from: number, to: number] {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? from
  return [walk.base + from, walk.base + to]
}

function pageLabel({ properties }: Element): { label?: string } {
  const label =
    properties.title ?? properties.ariaLabel ?? /(?<!\d)\d+$/u.exec(String(properties.id))?.[0]
  return typeof label === 'string' ? { label } : {}
}
