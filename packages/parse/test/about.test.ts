import type { Language } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { editionHans, rulingsHans } from '../src/config/about/zh-hans.ts'
import { editionHant, rulingsHant } from '../src/config/about/zh-hant.ts'
import { keysIn, keysOf, schemaOf } from './keys.ts'

const PAGES: readonly [Language, string][] = [
  ['en', 'keys.md'],
  ['zh-Hans', 'keys.zh.md'],
  ['zh-Hant', 'keys.zh-Hant.md'],
]

describe.each([
  ['edition', editionHans, editionHant],
  ['rulings', rulingsHans, rulingsHant],
] as const)('the keys of %s.yaml', (file, hans, hant) => {
  const keys = keysOf(schemaOf(file))

  it('are each described, in all three languages', () => {
    expect(keys.filter(({ schema }) => (schema.description ?? '') === '')).toEqual([])
    const names = keys.map(({ name }) => name).sort()
    expect(Object.keys(hans).sort()).toEqual(names)
    expect(Object.keys(hant).sort()).toEqual(names)
  })
})

it.each(PAGES)('in %s the documentation of the keys is what %s says', async (language, page) => {
  await expect(keysIn(language)).toMatchFileSnapshot(`../../../docs/${page}`)
})
