import { beforeAll, expect, test } from 'vitest'
import { ace } from './support/ace.ts'
import { alter } from './support/alter.ts'
import { openBook } from './support/book.ts'
import { cases } from './support/cases.ts'
import { lines } from './support/checks/finding.ts'
import { notesOf } from './support/checks/notes.ts'
import { render, rendering } from './support/render.ts'
import { sample } from './support/sample.ts'

let book: Uint8Array

beforeAll(async () => {
  book = await render(sample())
})

test.each(cases())('Ace finds no violation in $name', async (found) => {
  const verdict = await ace(await rendering(found))
  expect(verdict.checker).toBe('Ace 1.4.6')
  expect(lines(verdict.findings)).toEqual([])
})

test('Ace finds a picture without description and a section without role', async () => {
  const path = notesOf(openBook(book))[0]?.callDoc.path ?? ''
  const broken = await alter(book, path, (text) =>
    text.replace(
      '</body>',
      '<section epub:type="epilogue"><p>尾</p></section><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/></body>',
    ),
  )
  const found = lines((await ace(broken)).findings).join('\n')
  expect(found).toMatch(/image-alt/)
  expect(found).toMatch(/epub-type-has-matching-role/)
})
