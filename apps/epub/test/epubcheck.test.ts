import { beforeAll, describe, expect, test } from 'vitest'
import { alter } from './support/alter.ts'
import { openBook } from './support/book.ts'
import { cases } from './support/cases.ts'
import { lines } from './support/checks/finding.ts'
import { notesOf } from './support/checks/notes.ts'
import { epubcheckJava, epubcheckTypeScript, hasJava, heeded } from './support/epubcheck.ts'
import { render, rendering } from './support/render.ts'
import { sample } from './support/sample.ts'

let book: Uint8Array
let broken: Uint8Array

beforeAll(async () => {
  book = await render(sample())
  const path = notesOf(openBook(book))[0]?.callDoc.path ?? ''
  broken = await alter(book, path, (text) =>
    text.replace(
      '</body>',
      '<p id="twice"><a href="#nowhere">x</a></p><p id="twice"><b><p>y</p></b></p></body>',
    ),
  )
})

describe('epubcheck-ts', () => {
  test.each(cases())('has nothing to say about $name', async (found) => {
    expect(lines(heeded(await epubcheckTypeScript(await rendering(found))))).toEqual([])
  })

  test('finds a broken link', async () => {
    const rules = (await epubcheckTypeScript(broken)).findings.map((found) => found.rule)
    expect(rules).toEqual(expect.arrayContaining(['RSC-012']))
  })
})

describe.runIf(hasJava())('EPUBCheck', () => {
  test.each(cases())('has nothing to say about $name', async (found) => {
    expect(lines(heeded(await epubcheckJava(await rendering(found))))).toEqual([])
  })

  test('finds a broken link and an id used twice', async () => {
    const rules = (await epubcheckJava(broken)).findings.map((found) => found.rule)
    expect(rules).toEqual(expect.arrayContaining(['RSC-012', 'RSC-005']))
  })
})

if (!hasJava())
  process.stderr.write(
    '\nSKIPPED: EPUBCheck by W3C needs Java, and there is none here. Only epubcheck-ts was run.\n\n',
  )
