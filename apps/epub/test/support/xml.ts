import type { Element, Nodes, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** Parses XML; throws with its place where it is not well-formed. */
export function parseXml(bytes: Uint8Array): Root {
  return fromXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

/** All elements below a node, in document order. */
export function* elements(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elements(child)
}

/** The first element of this name. */
export function find(node: Nodes, name: string): Element | undefined {
  for (const element of elements(node)) if (element.name === name) return element
  return undefined
}

export function findAll(node: Nodes, name: string): readonly Element[] {
  return [...elements(node)].filter((element) => element.name === name)
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attributes[name] ?? undefined
}

/** True where a space-separated attribute has this word. */
export function hasWord(element: Element, name: string, word: string): boolean {
  return (attribute(element, name) ?? '').split(/\s+/).includes(word)
}

export function byId(node: Nodes, id: string): Element | undefined {
  for (const element of elements(node)) if (attribute(element, 'id') === id) return element
  return undefined
}

/** The text below a node, a forced line break as a space, without the elements that `skip` names. */
export function textOf(node: Nodes, skip: (element: Element) => boolean = () => false): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  if (node.type === 'element' && skip(node)) return ''
  if (node.type === 'element' && node.name === 'br') return ' '
  if (!('children' in node)) return ''
  return node.children.map((child) => textOf(child, skip)).join('')
}
