import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { type Hint, hintLanguage } from './structure/hints.ts'

/** What the address of a link within the book begins with, where the link says what stands there: `…/id/id#target`. */
export const PLACES = 'https://edition.invalid/at/'

/**
 * Rewrites HTML that is to be printed so that the print is tagged in full: notes and contents get their types, ruby and the
 * numbers of lists are said in elements that the browser does not leave out of the tags. It looks the same; the
 * numbers of lists are elements of the class `list-number` instead of markers.
 *
 * @param language language of the tree, for example `zh-Hans`.
 * @param label what stands before an item of a numbered list.
 */
export function prepareTags(tree: Root, language: string, label: Label = inDigits): Root {
  return { ...tree, children: tree.children.map((child) => prepared(child, language, label)) }
}

type Label = (number: number) => string

const inDigits: Label = (number) => `${number}. `

/** Types of the roles that the browser has no tag for. */
const HINTS: ReadonlyMap<string, Hint> = new Map([
  ['doc-footnote', 'note'],
  ['doc-endnote', 'note'],
  ['doc-toc', 'toc'],
])

/** Annotations as the browser's own style sheet sets those of `rt`. */
const ANNOTATION =
  'display:ruby-text;font-size:50%;line-height:normal;text-indent:0;text-emphasis:none'

function prepared<Node extends RootContent>(node: Node, language: string, label: Label): Node
function prepared(node: RootContent, language: string, label: Label): RootContent {
  if (node.type !== 'element') return node
  const own = node.properties['lang']
  const spoken = typeof own === 'string' ? own : language
  if (node.tagName === 'ruby') return ruby(node, spoken, label)
  const children = node.children.map((child) => prepared(child, spoken, label))
  const hint = HINTS.get(String(node.properties['role']))
  if (hint !== undefined) {
    return {
      ...node,
      properties: {
        ...node.properties,
        lang: hintLanguage(spoken, hint, hint === 'note' ? idOf(node) : ''),
      },
      children,
    }
  }
  if (node.tagName === 'ol') return numbered({ ...node, children }, spoken, label)
  return { ...node, children }
}

function ruby(node: Element, language: string, label: Label): Element {
  const children: ElementContent[] = []
  let base: ElementContent[] = []
  const flush = (): void => {
    if (base.length > 0) children.push(hinted(language, 'base', {}, base))
    base = []
  }
  for (const child of node.children) {
    const tag = child.type === 'element' ? child.tagName : undefined
    if (tag === 'rp') continue
    if (child.type === 'element' && tag === 'rt') {
      flush()
      children.push(
        hinted(
          language,
          'rt',
          { ...child.properties, className: ['ruby-text'], style: ANNOTATION },
          child.children,
        ),
      )
    } else base.push(prepared(child, language, label))
  }
  flush()
  return hinted(
    language,
    'ruby',
    { ...node.properties, className: ['ruby'], style: 'display:ruby;text-indent:0' },
    children,
  )
}

/** A list whose numbers are text. Letters and the like are for the style sheet of another list. */
function numbered(list: Element, language: string, said: Label): Element {
  const { start, reversed } = list.properties
  const items = list.children.filter((child) => isElement(child, 'li')).length
  const step = reversed === true ? -1 : 1
  let number = numeric(start) ?? (step < 0 ? items : 1)
  const children = list.children.map((child): ElementContent => {
    if (child.type !== 'element' || child.tagName !== 'li') return child
    number = numeric(child.properties['value']) ?? number
    const label = hinted(language, 'label', { className: ['list-number'] }, [
      { type: 'text', value: said(number) },
    ])
    number += step
    return led(child, label)
  })
  const style = joined(list.properties['style'], 'list-style:none')
  return { ...list, properties: { ...list.properties, style }, children }
}

/** An item with its number at the head of its first line. */
function led(item: Element, label: Element): Element {
  const at = item.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = item.children[at]
  if (first?.type === 'element' && (first.tagName === 'p' || first.tagName === 'div')) {
    return { ...item, children: item.children.with(at, led(first, label)) }
  }
  return { ...item, children: [label, ...item.children] }
}

function hinted(
  language: string,
  hint: Hint,
  properties: Properties,
  children: readonly ElementContent[],
): Element {
  const lang = hintLanguage(language, hint)
  // A span without a role is none of the elements that the browser tags.
  return {
    type: 'element',
    tagName: 'span',
    properties: { ...properties, role: 'group', lang },
    children: [...children],
  }
}

function idOf(node: Element): string {
  return typeof node.properties['id'] === 'string' ? node.properties['id'] : ''
}

function isElement(node: ElementContent, tagName: string): boolean {
  return node.type === 'element' && node.tagName === tagName
}

function joined(style: Properties[string], more: string): string {
  return typeof style === 'string' && style !== '' ? `${style};${more}` : more
}

/** The whole number of an attribute, which a tree may hold as text. */
function numeric(value: Properties[string]): number | undefined {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}
