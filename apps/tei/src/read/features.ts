import type { Element } from 'xast'
import { attribute, elements, TeiError, textOf } from './xml.ts'

/** The value that a feature structure holds. */
export function valueOf(element: Element, characters: ReadonlyMap<string, string>): unknown {
  switch (element.name) {
    case 'fs':
      return Object.fromEntries(
        elements(element, 'f').map((f) => [
          attribute(f, 'name') ?? '',
          elements(f).map((value) => valueOf(value, characters))[0],
        ]),
      )
    case 'vColl':
      return elements(element).map((value) => valueOf(value, characters))
    case 'string':
      return textOf(element.children, characters)
    case 'numeric':
      return Number(attribute(element, 'value'))
    case 'binary':
      return attribute(element, 'value') === 'true'
    case 'symbol':
      return null
    default:
      throw new TeiError('fs', 'a value of a feature structure', element.name)
  }
}
