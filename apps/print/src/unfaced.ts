import { codePointName, hasFace, type Role } from '@huijiao/fonts'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { h } from 'hastscript'
import { roleOf } from './fonts.ts'

/** A character that no face has, and how often the book has it. */
export interface Unfaced {
  readonly character: string
  readonly times: number
  /** Id of the element where it is first. */
  readonly place: string
}

/**
 * Puts a box with its code point in the place of each character that no face has: no character keeps a book from being
 * printed. A reader of the tags hears the name of the code point.
 */
export function boxUnfaced(root: Root): {
  readonly tree: Root
  readonly unfaced: readonly Unfaced[]
} {
  const found = new Map<string, Unfaced>()
  const note = (character: string, place: string): void => {
    const known = found.get(character) ?? { character, times: 0, place }
    found.set(character, { ...known, times: known.times + 1 })
  }
  const within = (nodes: readonly ElementContent[], role: Role, place: string): ElementContent[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') return boxed(node.value, role, (c) => note(c, place))
      return node.type === 'element' ? [inside(node, role, place)] : [node]
    })
  const inside = (node: Element, role: Role, place: string): Element => {
    const own = typeof node.properties.id === 'string' ? node.properties.id : place
    return { ...node, children: within(node.children, roleOf(node) ?? role, own) }
  }
  const children = root.children.map(
    (node): RootContent => (node.type === 'element' ? inside(node, 'song', '') : node),
  )
  return { tree: { ...root, children }, unfaced: [...found.values()] }
}

function boxed(value: string, role: Role, note: (character: string) => void): ElementContent[] {
  const parts: ElementContent[] = []
  let text = ''
  for (const character of value) {
    if (hasFace(character, role)) {
      text += character
      continue
    }
    note(character)
    if (text !== '') parts.push({ type: 'text', value: text })
    text = ''
    parts.push(boxOf(character))
  }
  return text === '' && parts.length > 0 ? parts : [...parts, { type: 'text', value: text }]
}

/** A box as large as a character, with the digits of its code point in two rows. */
function boxOf(character: string): Element {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const half = digits.length >> 1
  const ariaLabel = codePointName(character.codePointAt(0) ?? 0)
  return h('span', { className: ['unfaced'], role: 'img', ariaLabel }, [
    h('span', digits.slice(0, half)),
    h('span', digits.slice(half)),
  ])
}
