import { present } from '@huijiao/hast'
import { describe, expect, test } from 'vitest'
import { openBook } from './support/book.ts'
import { cases } from './support/cases.ts'
import { lines } from './support/checks/finding.ts'
import { CHECKS } from './support/checks/index.ts'
import { notesOf } from './support/checks/notes.ts'
import { rendering } from './support/render.ts'
import { attribute } from './support/xml.ts'

const CASES = cases().map((found) => ({ ...found, book: rendering(found) }))

describe.each(CASES)('$name', ({ book: bytes, edition }) => {
  test.each(Object.keys(CHECKS))('passes the check of its %s', async (name) => {
    expect(lines(CHECKS[name]?.(openBook(await bytes), edition) ?? [])).toEqual([])
  })

  test('has a note for each real variation, in the order of the text', async () => {
    const book = openBook(await bytes)
    const expected = present(edition).flatMap(({ entries }) =>
      entries.filter((e) => e.note).map((e) => e.id),
    )
    const called = notesOf(book).map((found) => attribute(found.call, 'id')?.replace(/^call-/, ''))
    expect(called).toEqual(expected)
  })
})
