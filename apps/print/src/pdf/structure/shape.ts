import { INLINE_TYPES } from './roles.ts'
import { contentsOf, type Element, element, type Kid } from './tree.ts'

/**
 * Takes out elements without meaning: the browser wraps each run of text and each container into a
 * `NonStruct`. Runs join the text around them; a container that holds a line of its own becomes a paragraph.
 */
export function simplify(root: Element): void {
  for (const kid of root.kids) if (kid.kind === 'element') simplify(kid)
  root.kids = root.kids.filter((kid) => kid.kind !== 'element' || !isEmpty(kid))
  if (LINES.has(root.type) || root.kids.every(isInline)) {
    root.kids = root.kids.flatMap((kid) => (isBare(kid) ? kid.kids : [kid]))
    return
  }
  root.kids = root.kids.flatMap((kid): Kid[] => {
    if (!isBare(kid)) return [kid]
    if (!kid.kids.every(isInline)) return kid.kids
    if (contentsOf(kid).length > 0 && !isNoteOnly(kid)) kid.type = 'P'
    return kid.type === 'P' ? [kid] : kid.kids
  })
}

const LINES = new Set([
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Span',
  'Em',
  'Strong',
  'Link',
])

/** Gives the items of lists the label and body that they must have. Source: ISO 32000-1, 14.8.4.3.3. */
export function shapeList(list: Element): void {
  list.kids = list.kids.map((kid) =>
    kid.kind === 'element' && (kid.type === 'LI' || kid.type === 'Caption' || kid.type === 'L')
      ? kid
      : element('LI', [kid]),
  )
  for (const item of list.kids) {
    if (item.kind !== 'element' || item.type !== 'LI') continue
    const labels = item.kids.filter((kid) => isType(kid, 'Lbl'))
    const bodies = item.kids.filter((kid) => isType(kid, 'LBody'))
    const rest = item.kids.filter((kid) => !isType(kid, 'Lbl') && !isType(kid, 'LBody'))
    const body =
      bodies.length > 0 && rest.length === 0 ? bodies : [element('LBody', [...bodies, ...rest])]
    item.kids = [...labels, ...body]
  }
}

function isType(kid: Kid, type: string): boolean {
  return kid.kind === 'element' && kid.type === type
}

function isBare(kid: Kid): kid is Element {
  if (kid.kind !== 'element' || kid.type !== 'NonStruct') return false
  const { alt, language, id, attributes } = kid
  return alt === undefined && language === undefined && id === undefined && attributes === undefined
}

function isInline(kid: Kid): boolean {
  if (kid.kind !== 'element' || INLINE_TYPES.has(kid.type)) return true
  return kid.type === 'NonStruct' && kid.kids.every(isInline)
}

function isNoteOnly(node: Element): boolean {
  return node.kids.every((kid) => isType(kid, 'Note'))
}

function isEmpty(node: Element): boolean {
  return node.kids.length === 0 && (node.type === 'NonStruct' || INLINE_TYPES.has(node.type))
}
