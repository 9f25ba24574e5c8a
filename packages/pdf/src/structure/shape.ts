import { INLINE_TYPES } from './roles.ts'
import { contentsOf, type Element, type Kid } from './tree.ts'

const LINES = new Set('P H H1 H2 H3 H4 H5 H6 Span Em Strong Link Lbl'.split(' '))

/**
 * Takes out elements without meaning: the browser wraps each run of text and each container into a
 * `NonStruct`. Runs join the line that they belong to; a container that holds a line becomes a paragraph, any
 * other gives way to what it holds.
 */
export function simplify(node: Element): void {
  node.kids = LINES.has(node.type) || isLine(node) ? lineOf(node.kids) : blocksOf(node.kids)
}

/** The children of a line, runs laid open. */
function lineOf(kids: readonly Kid[]): Kid[] {
  return kids.flatMap((kid): Kid[] => {
    if (kid.kind !== 'element') return [kid]
    if (isBare(kid) || isGroup(kid)) return lineOf(kid.kids)
    simplify(kid)
    return isEmpty(kid) ? [] : [kid]
  })
}

/** The children of a block, containers laid open. */
function blocksOf(kids: readonly Kid[]): Kid[] {
  return kids.flatMap((kid): Kid[] => {
    if (kid.kind !== 'element') return [kid]
    if (isBare(kid)) {
      if (!isLine(kid)) return blocksOf(kid.kids)
      if (contentsOf(kid).length === 0) return lineOf(kid.kids)
      kid.type = 'P'
    } else if (isGroup(kid)) kid.type = 'P'
    simplify(kid)
    return isEmpty(kid) ? [] : [kid]
  })
}

/**
 * Whether the children of an element make up a line: all are inline, and one is a run or an inline element
 * rather than a container of runs.
 */
function isLine(node: Element): boolean {
  return node.kids.every(isInline) && node.kids.some(isRun)
}

function isRun(kid: Kid): boolean {
  if (kid.kind !== 'element') return true
  if (kid.type === 'NonStruct') return kid.kids.every((inner) => inner.kind !== 'element')
  return kid.type !== 'Note'
}

/** Takes out boxes in which nothing is read: those that a style sheet makes for what it draws. */
export function dropHollow(node: Element): void {
  node.kids = node.kids.filter((kid) => {
    if (kid.kind !== 'element') return true
    dropHollow(kid)
    return kid.type !== 'Div' || kid.kids.length > 0 || kid.alt !== undefined
  })
}

function isBare(kid: Element): boolean {
  if (kid.type !== 'NonStruct') return false
  const { alt, language, id, attributes } = kid
  return alt === undefined && language === undefined && id === undefined && attributes === undefined
}

/** Whether an element is a group that holds no more than a line: the browser makes one of `role=group`. */
function isGroup(node: Element): boolean {
  return node.type === 'Div' && isLine(node)
}

function isInline(kid: Kid): boolean {
  if (kid.kind !== 'element' || INLINE_TYPES.has(kid.type)) return true
  return kid.type === 'NonStruct' && kid.kids.every(isInline)
}

function isEmpty(node: Element): boolean {
  return node.kids.length === 0 && (node.type === 'NonStruct' || INLINE_TYPES.has(node.type))
}
