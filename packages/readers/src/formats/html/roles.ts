import type { MarkKind } from '@huijiao/model'
import type { Element, Nodes } from 'hast'

/** What an element is to a reader of text. */
export type Role =
  /** Not shown: scripts, styles, controls. */
  | { readonly kind: 'hidden' }
  /** Set around the text: menus, what is related, rights; what a page holds and does not show. */
  | { readonly kind: 'navigation' }
  /** A note set apart, or the sign that calls one. */
  | { readonly kind: 'note' }
  /** A paragraph or the like; marked where its text is one block. */
  | { readonly kind: 'block'; readonly mark?: MarkKind; readonly level?: number }
  | { readonly kind: 'table' | 'row' | 'cell' | 'ruby' | 'small' | 'break' | 'page' | 'keep' }
  | { readonly kind: 'inline'; readonly mark?: MarkKind }

const HIDDEN = new Set(
  (
    'script style template noscript head object iframe svg math canvas audio video ' +
    'button select textarea input form img'
  ).split(' '),
)
const BLOCKS = new Set(
  (
    'address article body center dd details dialog div dl dt fieldset figure footer header hgroup hr html ' +
    'main ol section summary ul pre'
  ).split(' '),
)
const MARKED: Readonly<Record<string, MarkKind>> = {
  p: 'paragraph',
  figcaption: 'caption',
  caption: 'caption',
  blockquote: 'quote',
  li: 'item',
}
const INLINE: Readonly<Record<string, MarkKind>> = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
}

export function roleOf(element: Element): Role {
  const { tagName: name, properties } = element
  if (HIDDEN.has(name) || properties.hidden === true) return { kind: 'hidden' }
  const types = typesOf(element)
  if (types.has('pagebreak')) return { kind: 'page' }
  if (
    name === 'nav' ||
    AROUND.some((type) => types.has(type)) ||
    /(?:^|;)\s*display\s*:\s*none\b/iu.test(String(properties.style ?? ''))
  )
    return { kind: 'navigation' }
  if (NOTES.some((type) => types.has(type))) return { kind: 'note' }
  const heading = /^h([1-6])$/u.exec(name)
  if (heading !== null) return { kind: 'block', mark: 'heading', level: Number(heading[1]) }
  const mark = MARKED[name]
  if (mark !== undefined) return { kind: 'block', mark }
  if (BLOCKS.has(name)) return name === 'pre' ? { kind: 'keep' } : { kind: 'block' }
  if (name === 'tr') return { kind: 'row' }
  if (name === 'td' || name === 'th') return { kind: 'cell' }
  if (name === 'table' || name === 'ruby' || name === 'small') return { kind: name }
  if (name === 'br') return { kind: 'break' }
  if (name === 'aside') return { kind: 'navigation' }
  const within = INLINE[name]
  return within === undefined ? { kind: 'inline' } : { kind: 'inline', mark: within }
}

/** What ARIA and widespread style sheets call what stands around the text. */
const AROUND = [
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'nav',
  'navbar',
  'breadcrumb',
  'breadcrumbs',
]

/** What EPUB, ARIA and common converters call notes and their calls. */
const NOTES = [
  'footnote',
  'footnotes',
  'endnote',
  'endnotes',
  'rearnote',
  'rearnotes',
  'noteref',
  'footnote-ref',
  'footnote-back',
  'footnote-backref',
]

/** The values of `role`, `epub:type` and `class`, without their prefixes. */
function typesOf({ properties }: Element): ReadonlySet<string> {
  const values = [
    properties.role,
    properties['epub:type'],
    properties.epubType,
    properties.className,
  ]
  const words = values.flatMap((value) =>
    Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/\s+/u) : [],
  )
  return new Set(words.map((word) => word.replace(/^doc-/u, '').toLowerCase()))
}

export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}
