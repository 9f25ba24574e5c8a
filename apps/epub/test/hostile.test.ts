import type { Edition } from '@huijiao/ast'
import { describe, expect, test } from 'vitest'
import { openBook } from './support/book.ts'
import { lines } from './support/checks/finding.ts'
import { CHECKS } from './support/checks/index.ts'
import { epubcheckJava, epubcheckTypeScript, hasJava, heeded } from './support/epubcheck.ts'
import { emptyWorks, HOSTILE, hostileEdition, longTitle, noWorks } from './support/hostile.ts'
import { rendering } from './support/render.ts'
import { samplePages } from './support/sample.ts'
import { textOf } from './support/xml.ts'

const EDITIONS = {
  'hostile strings everywhere': hostileEdition,
  'a title of 10,000 characters': longTitle,
  'empty works': emptyWorks,
  'no works': noWorks,
}

const rendered = (name: string, edition: () => Edition) =>
  rendering({ name, edition: edition(), pages: samplePages() })

describe.each(Object.entries(EDITIONS))('%s', (name, edition) => {
  test('come out well-formed, inert and linked', async () => {
    const book = openBook(await rendered(name, edition))
    // Hostile words are cleaned on their way into the book, so that they are not to be compared with the tree's.
    const names = Object.keys(CHECKS).filter((n) => !['text', 'metadata', 'landmarks'].includes(n))
    const found = names.flatMap((n) => lines(CHECKS[n]?.(book, edition()) ?? []))
    expect(found).toEqual([])
  })

  test('come out valid by epubcheck-ts', async () => {
    const bytes = await rendered(name, edition)
    expect(lines(heeded(await epubcheckTypeScript(bytes)))).toEqual([])
  })

  test.runIf(hasJava())(
    'come out valid by EPUBCheck',

    async () => {
      const bytes = await rendered(name, edition)
      expect(lines(heeded(await epubcheckJava(bytes)))).toEqual([])
    },
  )
})

test('what looks like markup is printed as it stands', async () => {
  const book = openBook(await rendered('hostile strings everywhere', hostileEdition))
  const text = book.docs.map((doc) => textOf(doc.tree)).join('\n')
  for (const [name, hostile] of Object.entries(HOSTILE))
    expect(text.includes(hostile), `${name}: ${hostile}`).toBe(true)
})

test('a long title is whole in the book', async () => {
  const book = openBook(await rendered('a title of 10,000 characters', longTitle))
  const long = '很长的题目'.repeat(2000)
  expect(book.docs.some((doc) => textOf(doc.tree).includes(long))).toBe(true)
})
