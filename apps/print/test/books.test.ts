import type { Session } from '@huijiao/browser'
import { afterAll, beforeAll, describe } from 'vitest'
import { startBrowser } from '../src/render.ts'
import { BOOKS, type Read, readBook } from './books/book.ts'
import { fileChecks } from './books/file.ts'
import { lineChecks } from './books/lines.ts'
import { pageChecks } from './books/page.ts'
import { placeChecks } from './books/places.ts'

let browser: Session
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

describe.each(BOOKS)('$name', ({ make }) => {
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
})
