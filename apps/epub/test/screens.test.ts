/// <reference lib="dom" />

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Session, writeFontconfig } from '@huijiao/browser'
import { faceById } from '@huijiao/fonts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alter } from './support/alter.ts'
import { type Book, openBook } from './support/book.ts'
import { cases } from './support/cases.ts'
import { notesOf } from './support/checks/notes.ts'
import { shoot, usedFonts, withReader } from './support/readers.ts'
import { rendering } from './support/render.ts'
import {
  fixedColours,
  fixedSizes,
  misfits,
  SPACED,
  strayNotes,
  withDocument,
} from './support/screens.ts'

const SYSTEM = 'Noto Serif SC'
const NARROW = 320

let session: Session
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-screens-'))
  // A reading device with one Chinese font of its own.
  const face = faceById('song-400')
  if (face === undefined) throw new Error('no face for the device')
  const conf = await writeFontconfig(folder, new Map([['system.ttf', await readFile(face.file)]]))
  session = await launch({ fontconfig: conf })
})

afterAll(async () => {
  await session.close()
  await rm(folder, { recursive: true, force: true })
})

const pathsOf = (book: Book) => book.docs.map((doc) => doc.path)

/** What is wrong with the documents of a book on a screen of 320 pixels, in whatever size, spacing and colour. */
async function faultsOf(book: Book, paths = pathsOf(book)): Promise<readonly string[]> {
  const faults: string[] = []
  for (const path of paths)
    await withDocument(session, book, path, NARROW, async (page) => {
      const found = {
        'at 320 pixels': await misfits(page, {}),
        'at 320 pixels and 200 %': await misfits(page, { percent: 200 }),
        'with wide spacing': await misfits(page, { css: SPACED }),
        'of fixed size': await fixedSizes(page),
        'of fixed colour': await fixedColours(page),
      }
      for (const [what, names] of Object.entries(found))
        faults.push(...names.map((name) => `${path}: ${what}: ${name}`))
    })
  return faults
}

/** The book for a reader that ignores its fonts. */
const withoutFonts = async (book: Book) =>
  openBook(
    await alter(book.bytes, 'OEBPS/style.css', (css) =>
      css.replaceAll(/@font-face\s*\{[^}]*\}/g, ''),
    ),
  )

describe.each(cases())('$name', (found) => {
  let book: Book

  beforeAll(async () => {
    book = openBook(await rendering(found))
  })

  test('fits a narrow screen, at twice the size, spaced out, and in the dark', async () => {
    expect(await faultsOf(book)).toEqual([])
  })

  test('leads from every call to its note and back to the call', async () => {
    let calls = 0
    for (const path of new Set(notesOf(book).map((note) => note.callDoc.path))) {
      const followed = await withDocument(session, book, path, 480, strayNotes)
      expect(followed.stray).toEqual([])
      calls += followed.calls
    }
    expect(calls).toBe(notesOf(book).length)
    expect(calls).toBeGreaterThan(3)
  })

  test('reads well in the fonts of the device alone', async () => {
    const bare = await withoutFonts(book)
    expect(await faultsOf(bare)).toEqual([])
    const glyphs = { device: 0, other: 0 }
    for (const path of pathsOf(bare).filter((p) => !p.endsWith('cover.xhtml')))
      await withDocument(session, bare, path, 480, async (page) => {
        for (const { family, embedded, glyphs: count } of await usedFonts(page, 'page')) {
          expect(embedded).toBe(false)
          glyphs[family.startsWith(SYSTEM) ? 'device' : 'other'] += count
        }
      })
    // Rare characters alone are beyond the font of the device.
    expect(glyphs.other).toBeLessThan(glyphs.device / 100)
    const first = notesOf(bare)[0]?.callDoc.path ?? ''
    await withReader(session, 'foliate', bare.bytes, async (page) => {
      await page.evaluate((href) => globalThis.reader?.goTo(href), first)
      await shoot(page, `${found.name}-device-fonts`)
    })
  })

  test('opens in a reader on a narrow screen', async () => {
    const first = notesOf(book)[0]?.callDoc.path ?? ''
    await withReader(
      session,
      'foliate',
      book.bytes,
      async (page) => {
        await page.evaluate((href) => globalThis.reader?.goTo(href), first)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW)
        await shoot(page, `${found.name}-narrow`)
      },
      { width: NARROW, height: 568 },
    )
  })
})

/** Styles that would spoil the book, and what is then found. */
const DEFECTS: readonly (readonly [name: string, css: string, says: RegExp])[] = [
  ['a block wider than the screen', 'p { min-width: 600px }', /at 320 pixels: p#/],
  ['a line that never ends', 'h1 { white-space: nowrap; font-size: 8em }', /at 320 pixels/],
  ['text cut off', 'p { height: 3em; overflow: hidden }', /at 320 pixels and 200 %.*cut off/],
  ['a fixed size', 'p { font-size: 15px }', /of fixed size: p\./i],
  ['a fixed colour', 'p { color: #222 }', /of fixed colour: p\./i],
  ['a fixed ground', 'p { background: white }', /of fixed colour: p\./i],
]

describe('what would spoil it is found', () => {
  let book: Book
  let noted: string

  beforeAll(async () => {
    const [sample] = cases()
    if (sample === undefined) throw new Error('no sample')
    book = openBook(await rendering(sample))
    noted = notesOf(book)[0]?.callDoc.path ?? ''
  })

  test.each(DEFECTS)('%s', async (_, added, says) => {
    const broken = openBook(await alter(book.bytes, 'OEBPS/style.css', (css) => `${css}${added}`))
    expect((await faultsOf(broken, [noted])).join('\n')).toMatch(says)
  })

  test('a note that leads back elsewhere, and a call to no note', async () => {
    const change = (from: RegExp, to: string) =>
      alter(book.bytes, noted, (text) => text.replace(from, to)).then(openBook)
    const back = await change(/(class="note-back" href="#)[^"]*/, '$1nowhere')
    const call = await change(/(class="note-call" href="#)[^"]*/, '$1nowhere')
    const strayOf = async (broken: Book) =>
      (await withDocument(session, broken, noted, 480, strayNotes)).stray.join('\n')
    expect(await strayOf(back)).toMatch(/back to #nowhere/)
    expect(await strayOf(call)).toMatch(/no note at #nowhere/)
  })

  test('a font that was embedded after all', async () => {
    const used = await withDocument(session, book, noted, 480, (page) => usedFonts(page, 'page'))
    expect(used.some((font) => font.embedded)).toBe(true)
  })
})
