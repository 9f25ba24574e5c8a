import { INLINE_TYPES } from './roles.ts'
import { type Element, element, type Kid, visit } from './tree.ts'

/**
 * Gives tables of contents the items that they must have: each line, list item or loose link refers to its place,
 * and what is no item, such as the heading, stands before the table. Source: ISO 32000-1, 14.8.4.2.
 */
export function shapeContents(root: Element): void {
  visit(root, (node) => {
    node.kids = node.kids.flatMap((kid): Kid[] => {
      if (kid.kind !== 'element' || kid.type !== 'TOC' || isShaped(node)) return [kid]
      const { items, outside } = itemsOf(kid.kids)
      kid.kids = items
      return [...outside, kid]
    })
  })
}

function isShaped(above: Element): boolean {
  return above.type === 'TOC' || above.type === 'TOCI'
}

/** Sorts the children of a table into items and the rest; a run without a link belongs to the link before it. */
function itemsOf(kids: readonly Kid[]): { items: Kid[]; outside: Kid[] } {
  const items: Kid[] = []
  const outside: Kid[] = []
  let loose: Kid[] | undefined
  for (const kid of kids) {
    const isLine = kid.kind === 'element' && kid.type === 'P'
    if (kid.kind === 'element' && kid.type === 'Link') {
      loose = [kid]
      items.push(element('TOCI', [element('Reference', loose)]))
    } else if (loose !== undefined && kid.kind !== 'element') loose.push(kid)
    else if (loose !== undefined && isLine && !hasLink(kid)) loose.push(...kid.kids)
    else {
      loose = undefined
      if (isEntry(kid)) items.push(...entries(kid))
      else outside.push(kid)
    }
  }
  return { items, outside }
}

function hasLink(node: Element): boolean {
  return node.kids.some((kid) => kid.kind === 'element' && (kid.type === 'Link' || hasLink(kid)))
}

function isEntry(kid: Kid): boolean {
  return kid.kind === 'element' && ['P', 'L', 'LI', 'TOC', 'TOCI'].includes(kid.type)
}

/** The items that a line or a list makes. */
function entries(kid: Kid): Kid[] {
  if (kid.kind !== 'element') return []
  if (kid.type === 'L') return kid.kids.flatMap(entries)
  if (kid.type === 'TOC') return [element('TOC', kid.kids.flatMap(entries))]
  return [element('TOCI', parts(kid.kids))]
}

/** Runs and links become references; lists become tables of their own. */
function parts(kids: readonly Kid[]): Kid[] {
  const made: Kid[] = []
  let line: Kid[] = []
  const flush = (): void => {
    if (line.length > 0) made.push(element('Reference', line))
    line = []
  }
  for (const kid of kids) {
    if (kid.kind !== 'element' || (INLINE_TYPES.has(kid.type) && kid.type !== 'Lbl')) {
      line.push(kid)
      continue
    }
    flush()
    if (kid.type === 'L') made.push(element('TOC', kid.kids.flatMap(entries)))
    else if (kid.type === 'P') made.push(element('Reference', kid.kids))
    else made.push(kid)
  }
  flush()
  return made
}
