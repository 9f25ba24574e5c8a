import { beforeAll, expect, test } from 'vitest'
import { ace } from './support/ace.ts'
import { alter } from './support/alter.ts'
import { openBook } from './support/book.ts'
import { lines } from './support/finding.ts'
import { notesOf } from './support/links.ts'
import { render } from './support/render.ts'
import { sample } from './support/sample.ts'

let book: Uint8Array

beforeAll(async () => {
  book = await render(sample())
})

test('Ace finds no violation', async () => {
  const verdict = await ace(book)
  expect(verdict.checker).toBe('Ace 1.4.6')
  expect(lines(verdict.findings)).toEqual([])
})

test('Ace finds a picture without description and grey text on grey', {
  timeout: 60_000,
}, async () => {
  const path = notesOf(openBook(book))[0]?.callDoc.path ?? ''
  const broken = await alter(book, path, (text) =>
    text.replace(
      '</body>',
      '<p style="color:#999;background:#888">淡</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="/></body>',
    ),
  )
  const found = lines((await ace(broken)).findings).join('\n')
  expect(found).toMatch(/image-alt/)
  expect(found).toMatch(/color-contrast/)
})
