import type { Element } from 'xast'
import { x } from 'xastscript'
import { characters, type Declared } from './characters.ts'

/**
 * A value as a feature structure, TEI's form of data: what no element of TEI says.
 *
 * @example `{ weight: 1.5 }` is `<fs><f name="weight"><numeric value="1.5"/></f></fs>`.
 */
export function featureStructure(
  value: object,
  declared: Declared,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const features = Object.entries(value as Readonly<Record<string, unknown>>)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => x('f', { name }, [feature(one, declared)]))
  return x('fs', { ...attributes }, features)
}

function feature(value: unknown, declared: Declared): Element {
  if (typeof value === 'string') return x('string', characters(value, declared))
  if (typeof value === 'number') return x('numeric', { value: String(value) })
  if (typeof value === 'boolean') return x('binary', { value: String(value) })
  if (Array.isArray(value)) {
    return x(
      'vColl',
      { org: 'list' },
      value.map((one) => feature(one, declared)),
    )
  }
  if (typeof value === 'object' && value !== null) return featureStructure(value, declared)
  return x('symbol', { value: 'null' })
}
