import { beforeAll, describe, expect, test } from 'vitest'
import { alter } from './support/alter.ts'
import { type Book, openBook } from './support/book.ts'
import { checkContainer } from './support/checks/container.ts'
import { lines } from './support/checks/finding.ts'
import { CHECKS } from './support/checks/index.ts'
import { notesOf } from './support/checks/notes.ts'
import { checkSize } from './support/checks/size.ts'
import { DEFECTS } from './support/defects/index.ts'
import type { Defect } from './support/defects/model.ts'
import { render } from './support/render.ts'
import { sample } from './support/sample.ts'

let book: Book
const edition = sample()

beforeAll(async () => {
  book = openBook(await render(edition))
})

function pathOf(file: Defect['file']): string {
  if (file === 'noted') return notesOf(book)[0]?.callDoc.path ?? ''
  const paged = book.docs.find(
    (doc) => doc.source.includes('doc-pagebreak') && doc.path !== book.nav.path,
  )
  return file === 'paged' ? (paged?.path ?? '') : `OEBPS/${file}`
}

test('the sample has notes, pages and fonts for the checks to look at', () => {
  expect(notesOf(book).length).toBeGreaterThanOrEqual(4)
  expect(pathOf('paged')).not.toBe('')
  expect([...book.files.keys()].filter((path) => path.endsWith('.ttf')).length).toBeGreaterThan(1)
})

test('each check has a defect that it must find', () => {
  const own = ['container', 'size']
  const seeded = new Set([...DEFECTS.map((defect) => defect.check), ...own])
  expect([...seeded].toSorted()).toEqual(Object.keys(CHECKS).toSorted())
})

describe('each check finds its defect', () => {
  test.each(DEFECTS)('$check: $name', async ({ check, file, change, says }) => {
    const broken = openBook(await alter(book.bytes, pathOf(file), change))
    expect(lines(CHECKS[check]?.(broken, edition) ?? []).join('\n')).toMatch(says)
  })

  test('a book that has grown too large', () => {
    const bytes = new Uint8Array(1.2e6)
    expect(lines(checkSize({ ...book, bytes })).join('\n')).toMatch(/less than 1200000 bytes/)
  })

  test('a mimetype that is not first', async () => {
    const [first, ...rest] = book.entries
    if (first === undefined) throw new Error('an empty book')
    const found = lines(checkContainer({ ...book, entries: [...rest, first] }))
    expect(found.join('\n')).toMatch(/expected it first/)
  })

  test('a compressed mimetype', () => {
    const entries = book.entries.map((entry) => ({ ...entry, method: 8 }))
    expect(lines(checkContainer({ ...book, entries })).join('\n')).toMatch(/stored/)
  })

  test('a name used twice and a date of the machine', () => {
    const [, second] = book.entries
    if (second === undefined) throw new Error('an empty book')
    const entries = [...book.entries, { ...second, name: second.name.toUpperCase(), stamp: 1 }]
    const found = lines(checkContainer({ ...book, entries })).join('\n')
    expect(found).toMatch(/used once/)
    expect(found).toMatch(/pinned date/)
  })
})
