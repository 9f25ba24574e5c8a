import type { Lacuna, Phrasing, SourceNoteCall, Text } from '@huijiao/ast'
import type { Element, ElementContent } from 'xast'
import { entryOf } from './apparatus.ts'
import { attestationsOf, fieldsOf, type Reading } from './reading.ts'
import { attribute, elements, isElement, targets, TeiError, textOf } from './xml.ts'

/** The phrasing that is the content of an element. */
export function inlineOf(reading: Reading, element: Element): Phrasing[] {
  return phrasing(reading, element.children)
}

function phrasing(reading: Reading, content: readonly ElementContent[]): Phrasing[] {
  const nodes: Phrasing[] = []
  let bare: ElementContent[] = []
  const settle = (): void => {
    if (bare.length > 0) nodes.push({ type: 'text', value: textOf(bare, reading.characters) })
    bare = []
  }
  for (let at = 0; at < content.length; at += 1) {
    const child = content[at]
    if (child === undefined || (!isElement(child) && child.type !== 'text')) continue
    if (child.type === 'text' || child.name === 'g') {
      bare.push(child)
      continue
    }
    settle()
    const outside = reading.entries.get(attribute(child, 'xml:id') ?? '')
    if (child.name !== 'anchor' || outside === undefined) {
      nodes.push(phraseOf(reading, child))
      continue
    }
    const end = targets(attribute(outside, 'to'))[0]
    const from = at + 1
    do at += 1
    while (at < content.length && !isAnchor(content[at], end))
    nodes.push(
      entryOf(reading, outside, phrasing(reading, content.slice(from, at)) as (Text | Lacuna)[]),
    )
  }
  settle()
  return nodes
}

const isAnchor = (node: ElementContent | undefined, id: string | undefined): boolean =>
  node !== undefined && isElement(node) && attribute(node, 'xml:id') === id

function phraseOf(reading: Reading, element: Element): Phrasing {
  const fields = fieldsOf(reading, element)
  const children = (): Phrasing[] => inlineOf(reading, element)
  switch (element.name) {
    case 'seg':
      return segmentOf(reading, element, fields)
    case 'app':
      return entryOf(reading, element, lemmaOf(reading, element))
    case 'gap':
      return gapOf(reading, element)
    case 'ruby': {
      const [base, annotation] = elements(element, 'rb', 'rt')
      return {
        type: 'ruby',
        ...fields,
        annotation: textOf(annotation?.children ?? [], reading.characters),
        children: base === undefined ? [] : inlineOf(reading, base),
      }
    }
    case 'stage':
      return { type: 'stage', ...fields, children: children() }
    case 'name':
    case 'title':
      return { type: 'properName', ...fields, kind: element.name, children: children() }
    case 'note':
      return { type: 'inlineNote', ...fields, children: children() }
    case 'ref':
      return {
        type: 'sourceNoteCall',
        ...identifierOf(element),
        ...fields,
        children: children(),
      } as SourceNoteCall
    case 'emph':
      return { type: 'emphasis', ...fields, children: children() }
    case 'hi':
      return { type: 'strong', ...fields, children: children() }
    case 'lb':
      return { type: 'break', ...fields }
    default:
      throw new TeiError('phrasing', 'an element that is written for a node', element.name)
  }
}

function segmentOf(reading: Reading, element: Element, fields: object): Phrasing {
  const type = attribute(element, 'type')
  if (type === 'dateline' || type === 'stage') {
    return { type, ...fields, children: inlineOf(reading, element) }
  }
  const attestations = attestationsOf(reading, element)
  const value = textOf(element.children, reading.characters)
  return attestations.length === 0
    ? { type: 'text', ...fields, value }
    : { type: 'text', data: { attestations }, ...fields, value }
}

/** The lemma of an entry in its place, supplied or not. */
function lemmaOf(reading: Reading, element: Element): (Text | Lacuna)[] {
  const [lemma] = elements(element, 'lem')
  const [supplied] = lemma === undefined ? [] : elements(lemma, 'supplied')
  const holder = supplied ?? lemma
  return holder === undefined ? [] : (inlineOf(reading, holder) as (Text | Lacuna)[])
}

export function gapOf(reading: Reading, element: Element): Lacuna {
  const says = elements(element, 'desc').map((desc) => [
    attribute(desc, 'type') ?? '',
    textOf(desc.children, reading.characters),
  ])
  return { type: 'lacuna', ...fieldsOf(reading, element), ...Object.fromEntries(says) } as Lacuna
}

/** The identifier of a note of the source, where an attribute holds it. */
export function identifierOf(element: Element): { readonly identifier?: string } {
  const identifier = attribute(element, 'n')
  return identifier === undefined ? {} : { identifier }
}
