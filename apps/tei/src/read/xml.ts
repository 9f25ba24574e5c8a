import type { Element, ElementContent } from 'xast'

/** A TEI document is not as it is written here. */
export class TeiError extends Error {
  constructor(place: string, expected: string, got: string) {
    super(`${place}: expected ${expected}, got ${got}`)
    this.name = 'TeiError'
  }
}

export const isElement = (node: { readonly type: string }): node is Element =>
  node.type === 'element'

/** The elements in an element, of some names or all; white space between them counts for nothing. */
export const elements = (parent: Element, ...names: readonly string[]): Element[] =>
  parent.children.filter(
    (child): child is Element =>
      isElement(child) && (names.length === 0 || names.includes(child.name)),
  )

/** @throws {TeiError} where there is none. */
export function only(parent: Element, name: string): Element {
  const [found] = elements(parent, name)
  if (found === undefined) throw new TeiError(parent.name, `an element ${name}`, 'none')
  return found
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attributes[name] ?? undefined

/** Every element of some names below a node, in the order of the document. */
export function* descendants(
  parent: { readonly children: readonly (Element | { readonly type: string })[] },
  ...names: readonly string[]
): Generator<Element> {
  for (const child of parent.children) {
    if (!('children' in child)) continue
    if (names.includes(child.name)) yield child
    yield* descendants(child, ...names)
  }
}

/** The words of pointers, without their `#`. */
export const targets = (value: string | undefined): string[] =>
  (value ?? '').split(' ').flatMap((one) => (one === '' ? [] : [one.replace(/^#/u, '')]))

/** Text of content, characters without a code by their declarations. */
export const textOf = (
  nodes: readonly ElementContent[],
  characters: ReadonlyMap<string, string>,
): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (!isElement(node)) return ''
      const own = textOf(node.children, characters)
      return node.name === 'g' && own === ''
        ? (characters.get(targets(attribute(node, 'ref'))[0] ?? '') ?? '')
        : own
    })
    .join('')
