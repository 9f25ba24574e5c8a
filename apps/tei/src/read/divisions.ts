import type { Flow, Heading } from '@huijiao/ast'
import type { Element } from 'xast'
import { blockOf, headingOf } from './blocks.ts'
import { fieldsOf, type Reading } from './reading.ts'
import { attribute, elements } from './xml.ts'

const HEADS: readonly string[] = ['head', 'byline', 'dateline']

/** What a division holds, the parts that only continue it put back into it. */
export function divisionOf(
  reading: Reading,
  content: readonly Element[],
  level: number,
): (Heading | Flow)[] {
  const count = content.findIndex(({ name }) => !HEADS.includes(name))
  const heads = content.slice(0, count < 0 ? content.length : count)
  const others = content.slice(heads.length)
  return [
    ...(heads.length === 0 ? [] : [headingOf(reading, heads, level)]),
    ...others.flatMap((element): (Heading | Flow)[] => {
      if (element.name !== 'div') return [blockOf(reading, element, level)]
      const isPart = attribute(element, 'type') === 'continued'
      if (isPart) return divisionOf(reading, elements(element), level)
      const children = divisionOf(reading, elements(element), level + 1)
      return [{ type: 'section', ...fieldsOf(reading, element), children }]
    }),
  ]
}

/** Blocks that are the content of an element, or of a text of its own within it. */
export function contentsOf(reading: Reading, element: Element, level: number): Flow[] {
  const parts = elements(element)
  const [first] = parts
  if (first?.name === 'floatingText') return floatingOf(reading, first, level)
  return parts.map((part) => blockOf(reading, part, level))
}

/** The blocks of a text within the text. */
export const floatingOf = (reading: Reading, element: Element, level: number): Flow[] =>
  divisionOf(
    reading,
    elements(element, 'body').flatMap((body) => elements(body)),
    level,
  ) as Flow[]
