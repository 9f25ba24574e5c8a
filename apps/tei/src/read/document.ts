import type { Edition, EditionMeta, Work } from '@huijiao/ast'
import type { Element } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { contentsOf, divisionOf, floatingOf } from './divisions.ts'
import { fieldsOf, type Reading, readingOf } from './reading.ts'
import { attribute, elements, isElement, only, TeiError } from './xml.ts'

/**
 * Reads back what `toTei` wrote, in either form, and gives the tree.
 *
 * @throws {TeiError} where the document is another.
 */
export function fromTei(xml: string): Edition {
  const root = fromXml(xml).children.find(isElement)
  if (root?.name !== 'TEI')
    throw new TeiError('the document', 'an element TEI', root?.name ?? 'none')
  const reading = readingOf(root, contentsOf)
  const text = only(root, 'text')
  const { meta } = fieldsOf(reading, text)
  const front = elements(text, 'front').flatMap((part) => elements(part, 'div'))
  const back = elements(text, 'back').flatMap((part) => elements(part, 'div'))
  const prose = (parts: readonly Element[], type: 'preface' | 'afterword') =>
    parts
      .filter((part) => attribute(part, 'type') === type)
      .map((part) => ({ [type]: divisionOf(reading, elements(part), 1) }))[0] ?? {}
  return {
    type: 'edition',
    meta: meta as EditionMeta,
    ...prose(front, 'preface'),
    ...prose(back, 'afterword'),
    children: elements(only(text, 'body'), 'div').map((div) => workOf(reading, div)),
  }
}

function workOf(reading: Reading, element: Element): Work {
  const isHeadnote = (part: Element): boolean =>
    part.name === 'floatingText' && attribute(part, 'type') === 'headnote'
  const parts = elements(element)
  const headnote = parts.find(isHeadnote)
  return {
    type: 'work',
    ...fieldsOf(reading, element),
    id: attribute(element, 'xml:id') ?? '',
    placement: attribute(element, 'subtype') === 'appendix' ? 'appendix' : 'body',
    ...(headnote !== undefined && { headnote: floatingOf(reading, headnote, 1) }),
    children: divisionOf(
      reading,
      parts.filter((part) => !isHeadnote(part)),
      1,
    ),
  } as Work
}
