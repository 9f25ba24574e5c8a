import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/export/text.ts'
import { collated } from '../../src/processor.ts'
import { readEdition } from '../../src/read/edition.ts'
import { expectedEditions } from './editions.ts'

describe.each(expectedEditions)('the reading text of $name', ({ folder, expected }) => {
  it('stays as its editor left it, to the byte', async () => {
    const file = await readEdition(folder, { rulings: true })
    const texts = collated(file).edition.children.map((work) => [`${work.id}.txt`, textOf(work)])
    const files = readdirSync(expected('text')).map((name) => [
      name,
      readFileSync(expected(`text/${name}`), 'utf8'),
    ])
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(files))
  })
})
