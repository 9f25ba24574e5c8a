import type { Role, Use } from '@huijiao/fonts'
import type { ElementContent } from 'hast'

const HEI_TAGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'b', 'strong', 'th', 'dt'])
const HEI_CLASSES = new Set(['question'])
const KAI_CLASSES = new Set([
  'subtitle',
  'byline',
  'dateline',
  'dateline-run-in',
  'note',
  'note-item',
  'book-subtitle',
  'reasons',
])

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
    const own =
      HEI_TAGS.has(node.tagName) || classes.some((c) => HEI_CLASSES.has(c))
        ? 'hei-bold'
        : node.tagName === 'blockquote' || classes.some((c) => KAI_CLASSES.has(c))
          ? 'kai'
          : role
    const id = typeof node.properties.id === 'string' ? node.properties.id : ''
    yield* usesOf(node.children, id === '' ? place : `${place.split('#')[0]}#${id}`, own)
  }
}
