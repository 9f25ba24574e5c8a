import type { Edition } from '@huijiao/ast'
import type { Session } from '@huijiao/browser'
import { afterAll, beforeAll, describe } from 'vitest'
import { startBrowser } from '../src/render.ts'
import { type Read, readBook } from './books/book.ts'
import { fileChecks, sameChecks } from './books/file.ts'
import { hardChecks } from './books/hard.ts'
import { lineChecks } from './books/lines.ts'
import { pageChecks } from './books/page.ts'
import { placeChecks } from './books/places.ts'
import { hardEdition } from './fixture.ts'
import { editionFolders, treeOf } from './sources.ts'

/** A book, and what is asked of it. */
interface Case {
  readonly name: string
  readonly make: () => Promise<Edition>
  readonly checks: readonly ((book: () => Read) => void)[]
}

/** What holds of every page, whatever its size. */
const PAGES = [pageChecks, lineChecks, placeChecks, fileChecks]

const BOOKS: readonly Case[] = [
  {
    name: 'the book of hard cases',
    make: async () => hardEdition(),
    checks: [...PAGES, sameChecks, hardChecks],
  },
  {
    name: 'the same in vertical lines',
    make: async () => hardEdition({ layout: 'vertical', openings: { works: 'recto' } }),
    checks: PAGES,
  },
  // At A4 and 32k characters come out a trifle wider than their size: a line of as many as fit must not end earlier
  // where a box floats in it, or the print has more pages than the layout.
  ...(['32k', '16k', 'a4'] as const).map((trim) => ({
    name: `the same at ${trim}`,
    make: async () => hardEdition({ trim }),
    checks: PAGES,
  })),
  ...editionFolders().map((name) => ({
    name,
    make: () => treeOf(name),
    checks: [...PAGES, sameChecks],
  })),
]

let browser: Session
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BOOKS)('$name', ({ make, checks }) => {
  let read: Read | undefined
  const book = (): Read => {
    if (read === undefined) throw new Error('the book was not printed')
    return read
  }

  beforeAll(async () => {
    read = await readBook(await make(), browser)
  })

  for (const check of checks) check(book)
})
