import type { Edition } from '@huijiao/ast'
import type { Session } from '@huijiao/browser'
import { afterAll, beforeAll, describe } from 'vitest'
import { startBrowser } from '../src/render.ts'
import { type Read, readBook } from './books/book.ts'
import { fileChecks } from './books/file.ts'
import { hardChecks } from './books/hard.ts'
import { lineChecks } from './books/lines.ts'
import { pageChecks } from './books/page.ts'
import { placeChecks } from './books/places.ts'
import { hardEdition } from './fixture.ts'
import { editionFolders, treeOf } from './sources.ts'

/** The books that every check is made on. */
const BOOKS: readonly {
  readonly name: string
  readonly make: () => Promise<Edition>
  /** Checks of this book alone. */
  readonly own?: (book: () => Read) => void
}[] = [
  { name: 'the book of hard cases', make: async () => hardEdition(), own: hardChecks },
  {
    name: 'the same in vertical lines',
    make: async () => hardEdition({ layout: 'vertical', openings: { works: 'recto' } }),
  },
  ...editionFolders().map((name) => ({ name, make: () => treeOf(name) })),
]

let browser: Session
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BOOKS)('$name', ({ make, own }) => {
  let read: Read | undefined
  const book = (): Read => {
    if (read === undefined) throw new Error('the book was not printed')
    return read
  }

  beforeAll(async () => {
    read = await readBook(await make(), browser)
  })

  pageChecks(book)
  lineChecks(book)
  placeChecks(book)
  fileChecks(book)
  own?.(book)
})
