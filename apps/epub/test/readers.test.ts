import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Edition, leafBlocks, toText, type Work } from '@huijiao/ast'
import { launch, type Session, writeFontconfig } from '@huijiao/browser'
import { faceById, subset } from '@huijiao/fonts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alter } from './support/alter.ts'
import { type Book, openBook } from './support/book.ts'
import { cases } from './support/cases.ts'
import { type Note, notesOf } from './support/checks/notes.ts'
import { hostileEdition } from './support/hostile.ts'
import { ask, type ReaderName, shoot, usedFonts, withReader } from './support/readers.ts'
import { render, rendering } from './support/render.ts'
import { attribute, elements, findAll, hasWord, textOf } from './support/xml.ts'

let session: Session
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huijiao-readers-'))
  // A system font with no Chinese at all: whatever the book does not embed shows as boxes.
  const face = faceById('hei-400')
  if (face === undefined) throw new Error('no face for the reader')
  const conf = await writeFontconfig(folder, new Map([['latin.ttf', await subset(face, 'ABC ')]]))
  session = await launch({ fontconfig: conf })
})

afterAll(async () => {
  await session.close()
  await rm(folder, { recursive: true, force: true })
})

const squeeze = (text: string) => text.replace(/\s+/g, '')

/** The first call whose note is text of some length. */
function aNote(book: Book): Note & { note: NonNullable<Note['note']> } {
  for (const found of notesOf(book))
    if (found.note !== undefined && textOf(found.note).length > 8)
      return { ...found, note: found.note }
  throw new Error('expected a note in the book')
}

/** The titles of the works as they are listed. */
const titlesOf = (edition: Edition): string[] =>
  edition.children.flatMap((work) => {
    const [first] = leafBlocks(work)
    return first?.node.type === 'title' ? [toText(first.node).trim()] : []
  })

/** Some words of the longest block of a work, without a break in them. */
function wordsOf(work: Work): string {
  const runs = [...leafBlocks(work)].flatMap(
    (b) => toText(b.node).match(/\p{Script=Han}{4,12}/gu) ?? [],
  )
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function hrefOf(items: readonly { label: string; href: string }[], label: string): string {
  const found = items.find((item) => item.label.includes(label))
  if (found === undefined)
    throw new Error(`expected “${label}” among ${items.map((i) => i.label).join(', ')}`)
  return found.href
}

describe.each(cases())('$name', (found) => {
  let bytes: Uint8Array
  let book: Book

  beforeAll(async () => {
    bytes = await rendering(found)
    book = openBook(bytes)
  })

  describe.each(['foliate', 'epubjs'] as const)('in %s', (name: ReaderName) => {
    test('opens and lists all works in the contents', async () => {
      const { title, toc } = await withReader(session, name, bytes, (page) =>
        ask(page, (reader) => ({ title: reader.title, toc: reader.toc })),
      )
      expect(title).toContain(found.edition.meta.title)
      const titles = titlesOf(found.edition)
      expect(titles.length).toBeGreaterThan(4)
      for (const label of titles)
        expect(toc.map((item) => squeeze(item.label)).join('\n')).toContain(squeeze(label))
      expect(toc.some((item) => item.depth > 0)).toBe(true)
    })

    test('shows every work in the embedded fonts', async () => {
      await withReader(session, name, bytes, async (page) => {
        const toc = await ask(page, (reader) => reader.toc)
        for (const work of found.edition.children) {
          const [title] = titlesOf({ ...found.edition, children: [work] })
          if (title === undefined || title === '') continue
          await ask(page, (reader, href) => reader.goTo(href), hrefOf(toc, title))
          const { text } = await ask(page, (reader) => reader.open())
          expect(squeeze(text)).toContain(wordsOf(work))
          const declared = await ask(page, (reader) => reader.fonts())
          expect(declared.filter((font) => font.status === 'loaded').length).toBeGreaterThan(0)
          expect(declared.filter((font) => font.status === 'error')).toEqual([])
          const used = await usedFonts(page)
          expect(used.filter((font) => !font.embedded)).toEqual([])
          expect(used.reduce((sum, font) => sum + font.glyphs, 0)).toBeGreaterThan(10)
          await shoot(page, `${found.name}-${name}-${work.id}`)
        }
      })
    })

    test('shows the note of a call', async () => {
      const { call, callDoc, note } = aNote(book)
      const shown = await withReader(session, name, bytes, async (page) => {
        await ask(
          page,
          (reader, href) => reader.goTo(href),
          name === 'foliate' ? callDoc.path : callDoc.path.replace(/^[^/]+\//, ''),
        )
        const answer = await ask(
          page,
          (reader, selector) => reader.note(selector),
          `[id="${attribute(call, 'id')}"]`,
        )
        await shoot(page, `${found.name}-${name}-note`)
        return answer
      })
      const [kind, ...rest] = shown.split('\n')
      expect(kind).toBe(name === 'foliate' ? 'footnote' : 'shown')
      expect(squeeze(rest.join('\n'))).toBe(squeeze(textOf(note)))
    })

    test('jumps by the page list', async () => {
      const list = [...elements(book.nav.tree)].find((nav) =>
        hasWord(nav, 'epub:type', 'page-list'),
      )
      const labels = list === undefined ? [] : findAll(list, 'a').map((link) => textOf(link).trim())
      expect(labels.length).toBeGreaterThan(2)
      await withReader(session, name, bytes, async (page) => {
        const pages = await ask(page, (reader) => reader.pages)
        // epub.js takes every label for a figure, the roman ones of the front matter too.
        const read = (label: string) =>
          name === 'epubjs' ? String(Number.parseInt(label, 10)) : label
        expect(pages.map((item) => item.label)).toEqual(labels.map(read))
        for (const at of [0, Math.floor(pages.length / 2), pages.length - 1]) {
          const target = pages[at]
          if (target === undefined) throw new Error('expected pages')
          await ask(page, (reader, href) => reader.goTo(href), target.href)
          const { html } = await ask(page, (reader) => reader.open())
          expect(html).toContain(`id="${target.href.split('#')[1]}"`)
        }
      })
    })
  })
})

test.each(cases())('$name follows the reader: dark, and twice the size', async (found) => {
  const bytes = await rendering(found)
  const book = openBook(bytes)
  const [title = ''] = titlesOf(found.edition)
  await withReader(session, 'foliate', bytes, async (page) => {
    await shoot(page, `${found.name}-cover`)
    const toc = await ask(page, (reader) => reader.toc)
    const work = hrefOf(toc, title)
    await ask(page, (reader, href) => reader.goTo(href), book.nav.path)
    await shoot(page, `${found.name}-contents`)
    await ask(page, (reader, href) => reader.goTo(href), work)
    const plain = await ask(page, (reader) => reader.computed('p'))
    expect(plain.color).toBe('rgb(0, 0, 0)')

    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    await ask(page, (reader, css) => reader.style(css), 'html{color-scheme:light dark}')
    await ask(page, (reader, href) => reader.goTo(href), work)
    await shoot(page, `${found.name}-dark`)
    for (const selector of ['p', 'h1', 'a[role=doc-noteref]', 'aside p', 'aside a'])
      expect(await ask(page, (reader, s) => reader.computed(s).color, selector)).toBe(
        'rgb(255, 255, 255)',
      )

    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
    await ask(page, (reader, css) => reader.style(css), 'html{font-size:200%}')
    await ask(page, (reader, href) => reader.goTo(href), work)
    await shoot(page, `${found.name}-large`)
    const large = await ask(page, (reader) => reader.computed('p'))
    expect(large.size).toBe(plain.size * 2)
  })
})

describe('a reader shows what is wrong', () => {
  const [first] = cases()
  if (first === undefined) throw new Error('no sample')
  const broken = async (path: string | undefined, from: RegExp, to: string) => {
    const book = openBook(await rendering(first))
    const { call, callDoc } = aNote(book)
    const changed = await alter(book.bytes, path ?? callDoc.path, (t) => t.replaceAll(from, to))
    return { changed, href: callDoc.path.replace(/^[^/]+\//, ''), id: attribute(call, 'id') }
  }

  test('in fonts that are not embedded', async () => {
    const { changed, href } = await broken('OEBPS/style.css', /@font-face\s*\{[^}]*\}/g, '')
    await withReader(session, 'epubjs', changed, async (page) => {
      await ask(page, (reader, at) => reader.goTo(at), href)
      expect(await ask(page, (reader) => reader.fonts())).toEqual([])
      expect((await usedFonts(page)).some((font) => !font.embedded)).toBe(true)
    })
  })

  test('in a call whose note is gone, and in a note without its text', async () => {
    const noteOf = ({ changed, href, id }: Awaited<ReturnType<typeof broken>>) =>
      withReader(session, 'epubjs', changed, async (page) => {
        await ask(page, (reader, at) => reader.goTo(at), href)
        return ask(page, (reader, selector) => reader.note(selector), `[id="${id}"]`)
      })
    expect(await noteOf(await broken(undefined, / id="note-[^"]*"/g, ''))).toBe('no note')
    const empty = await noteOf(
      await broken(undefined, /(<aside[^>]*>)[\s\S]*?<\/aside>/g, '$1</aside>'),
    )
    expect(empty.split('\n').slice(1).join('')).toBe('')
  })
})

test('nothing hostile runs in a reader that allows scripts', async () => {
  await withReader(session, 'foliate', await render(hostileEdition()), async (page) => {
    const toc = await ask(page, (reader) => reader.toc)
    for (const { href } of toc) await ask(page, (reader, h) => reader.goTo(h), href)
    for (const frame of page.frames())
      expect(await frame.evaluate('globalThis.owned === undefined').catch(() => true)).toBe(true)
    expect(page.url()).toBe('https://edition.invalid/reader.html')
  })
})
