import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { editionHans, rulingsHans } from '../src/config/about/zh-hans.ts'
import { editionHant, rulingsHant } from '../src/config/about/zh-hant.ts'

interface Schema {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Every key that a schema has, a key of a list's items or of a map below it after a point, with its description. */
function keysOf({ properties = {}, items }: Schema, above = ''): [key: string, about: string][] {
  const own = Object.entries(properties).flatMap(([name, schema]): [string, string][] => [
    [`${above}${name}`, schema.description ?? ''],
    ...keysOf(schema, `${above}${name}.`),
  ])
  return [...own, ...(items === undefined ? [] : keysOf(items, above))]
}

const read = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8')) as Schema

describe.each([
  ['edition.schema.json', editionHans, editionHant],
  ['rulings.schema.json', rulingsHans, rulingsHant],
])('the keys of %s', (name, hans, hant) => {
  const keys = keysOf(read(name))

  it('are each described, in all three languages', () => {
    expect(keys.filter(([, about]) => about === '')).toEqual([])
    const names = keys.map(([key]) => key).sort()
    expect(Object.keys(hans).sort()).toEqual(names)
    expect(Object.keys(hant).sort()).toEqual(names)
  })
})
