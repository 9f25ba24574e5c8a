import type { Role, Use } from '@huijiao/fonts'
import { roleOf } from '@huijiao/hast/vocabulary'
import type { ElementContent } from 'hast'

/** Every run of text with the role that the style sheet sets it in, for the faces to be cut to. */
export function* usesOf(
  nodes: readonly ElementContent[],
  place: string,
  role: Role = 'song',
): Generator<Use> {
  for (const node of nodes) {
    if (node.type === 'text') yield { text: node.value, role, place }
    if (node.type !== 'element') continue
    const classes = Array.isArray(node.properties.className)
      ? node.properties.className.map(String)
      : []
    const own = roleOf(node.tagName, classes) ?? role
    const id = typeof node.properties.id === 'string' ? node.properties.id : ''
    yield* usesOf(node.children, id === '' ? place : `${place.split('#')[0]}#${id}`, own)
  }
}
