import { toBook } from '@huijiao/hast'
import { extractText } from '@huijiao/proof'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import type { Read } from './book.ts'

/** Checks that only the book of hard cases can answer: it has what they ask for. */
export function hardChecks(book: () => Read): void {
  longNotes(book)
  titles(book)
  tables(book)
  matter(book)
  names(book)
}

function longNotes(book: () => Read): void {
  describe('long notes', () => {
    it('lose nothing where they are divided over pages', async () => {
      const { edition, printed } = book()
      const { notes } = await extractText(printed.pdf)
      const all = notes.map((n) => n.text.replaceAll(/\s/g, '')).join('')
      const long = edition.children.find((w) => w.id === 'long-note')
      const [note] = toBook(edition).notes.filter((n) => n.work === long?.id)
      const reason = note?.entry.ruling?.reason ?? ''
      expect([...reason].length).toBeGreaterThan(1400)
      const kept = (text: string) => text.includes(reason.replaceAll(/\s/g, ''))
      expect(kept(all)).toBe(true)
      // A line lost where the note goes over.
      const line = all.indexOf(reason.replaceAll(/\s/g, '').slice(600, 630))
      expect(line).toBeGreaterThan(0)
      expect(kept(all.slice(0, line) + all.slice(line + 30))).toBe(false)
    })
  })
}

function titles(book: () => Read): void {
  describe('titles', () => {
    it('end their lines with a clause where that can be', () => {
      const lines = new Map<string, string>()
      for (const [page, { glyphs }] of book().pages.entries()) {
        for (const g of glyphs.filter(({ size }) => Math.abs(size - 15.75) < 0.2)) {
          const line = `${page} ${Math.round(g.y)}`
          lines.set(line, (lines.get(line) ?? '') + g.text)
        }
      }
      const titles = [...lines.values()]
      const first = titles.findIndex((line) => line.startsWith('春江潮水'))
      const own = titles.slice(first, first + 2)
      expect(own.join('').replaceAll(/\s/g, '')).toBe(
        '春江潮水连海平，海上明月共潮生，滟滟随波千万里何处春江无月明',
      )
      const within = (all: readonly string[]) =>
        all.slice(0, -1).filter((l) => !/[，。\s]$/.test(l))
      expect(within(own)).toEqual([])
      // As long as one another, which is all that the browser asks.
      expect(
        within(['春江潮水连海平，海上明月共潮生，滟', '滟随波千万里 何处春江无月明']),
      ).toHaveLength(1)
    })
  })
}

function tables(book: () => Read): void {
  describe('tables', () => {
    it('have every row on the grid of the text', () => {
      const { measures, pages } = book()
      const { em, line } = measures
      const glyphs = pages.flatMap((p) => p.glyphs)
      const phase = (y: number): number => y % (line * 0.75)
      const [text] = glyphs.filter(
        (g) => Math.abs(g.size - em * 0.75) < 0.1 && /平常|春江/.test(g.text),
      )
      const rows = glyphs.filter((g) => g.text.includes('行第'))
      expect(rows.length).toBeGreaterThan(30)
      // Smaller letters stand a little higher in the middle of a line, and the last row by its rule.
      const off = (y: number): boolean => Math.abs(phase(text?.y ?? 0) - phase(y) - 0.7) > 0.9
      expect(rows.filter((g) => off(g.y)).map((g) => `${g.y} ${g.text}`)).toEqual([])
      expect(rows.every((g) => off(g.y + 2))).toBe(true)
    })
  })
}

function matter(book: () => Read): void {
  describe('front and back matter', () => {
    it('tells where its pages begin, as a book without pages would mark them', () => {
      const { edition, printed, pages } = book()
      const works = new Set(edition.children.map((w) => w.id))
      const breaks = printed.pages.breaks.filter((b) => !works.has(b.document))
      const marked = toBook(edition, { pageBreaks: breaks }).documents
      // Numbers of lists and pages are print's own.
      const plain = (text: string) => text.replaceAll(/[\s\d.]/g, '')
      let compared = 0
      for (const { label, document } of breaks) {
        const page = pages.findIndex((p) => p.label === label)
        const html = marked
          .map((d) => toHtml([...d.children]))
          .find((h) => h.includes(`id="page-${label}"`))
        // The contents are print's own; a table that goes on has its head again.
        if (html === undefined || document === 'witnesses') continue
        const rest = html.slice(html.indexOf(`id="page-${label}"`)).replace(/^[^>]*>/, '')
        const expected = plain(
          rest.replaceAll(/<a class="locus"[^>]*>.*?<\/a>/g, '').replaceAll(/<[^>]+>/g, ''),
        ).slice(0, 5)
        const shown = plain((pages[page]?.glyphs ?? []).map((g) => g.text).join(''))
        expect([label, shown.includes(expected)]).toEqual([label, true])
        // Among the first words of the page, behind its head, a folio, a number or a reference.
        expect(shown.indexOf(expected)).toBeLessThan(60)
        compared += 1
      }
      expect(compared).toBeGreaterThan(4)
    })
  })
}

function names(book: () => Read): void {
  describe('the index of names', () => {
    const textOf = (label: string): string =>
      (book().pages.find((p) => p.label === label)?.glyphs ?? []).map((g) => g.text).join('')
    const listed = (name: string): string[] => {
      const all = book()
        .pages.flatMap((p) => p.glyphs.map((g) => g.text))
        .join('')
      const [, found = ''] = new RegExp(`名称索引.*${name} ?([\\d、]+)`, 'u').exec(all) ?? []
      return found.split('、')
    }

    it('gives the pages on which a name stands, each once', () => {
      for (const [name, ...forms] of [['孔丘', '仲尼'], ['左传']] as const) {
        const own = listed(name)
        expect(own.length).toBeGreaterThan(0)
        expect(new Set(own).size).toBe(own.length)
        const has = (label: string) => [name, ...forms].some((form) => textOf(label).includes(form))
        expect(own.filter((label) => !has(label))).toEqual([])
        expect(has('1')).toBe(false)
      }
    })
  })
}
