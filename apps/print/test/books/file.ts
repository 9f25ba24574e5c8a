import { leafBlocks, toText } from '@huijiao/ast'
import { toBook } from '@huijiao/hast'
import { checkPdf } from '@huijiao/pdf'
import { type Bookmark, bookmarksOf, extractText } from '@huijiao/proof'
import { expect, it } from 'vitest'
import { printOrder } from '../../src/adapt.ts'
import { measuresOf } from '../../src/measures.ts'
import { renderPdf } from '../../src/render.ts'
import type { Read } from './book.ts'

/** The mark of an entry of the apparatus. */
const MARK = /〔[〇一二三四五六七八九十百]+〕/gu

/** Checks the file: its checks and its text. */
export function fileChecks(book: () => Read): void {
  it('passes the checks of a finished PDF', async () => {
    const { edition, printed } = book()
    const { trim } = measuresOf(edition.meta.trim)
    const faults = await checkPdf(printed.pdf, { trim })
    expect(faults).toEqual({ boxes: [], fonts: [], ink: [], links: [], metadata: [], tags: [] })
  })

  it('has the text of the tree, to the character', async () => {
    const { edition, printed, shown } = book()
    const { blocks, notes } = await extractText(printed.pdf, { withoutCalls: true })
    // What stands beside a word is no part of the tree's plain text; the numbers of notes are links.
    const bare = (text: string) => text.replaceAll(/[\s①-⑳]/gu, '')
    const unmarked = (text: string) => text.replaceAll(MARK, '').replaceAll('tāotiè', '')
    const all = [...blocks, ...notes].map((b) => unmarked(bare(b.text))).join('\n')
    const missing = (text: string) =>
      edition.children.flatMap((work) =>
        [...leafBlocks(work)]
          // Cells are blocks of their own in the file.
          .filter(({ node }) => node.type !== 'tableRow')
          .filter(({ node }) => !text.includes(bare(shown(toText(node)))))
          .map(({ id }) => id),
      )
    expect(missing(all)).toEqual([])
    expect(all).not.toMatch(/[\0\u2e80-\u2fdf]/)
    expect(missing(all.replaceAll('，', '、')).length).toBeGreaterThan(0)
  })

  it('has the headings of the tree for its bookmarks', async () => {
    const { edition, printed } = book()
    const headings = printOrder(edition, toBook(edition).documents).flatMap((d) => d.headings)
    const titles = headings.map((h) => h.title)
    const bookmarks = await bookmarksOf(printed.pdf)
    expect(bookmarks.map((b) => b.title)).toEqual(titles)
    const wrong = (all: readonly Bookmark[]) => all.filter((b, i) => b.to !== headings[i]?.id)
    expect(wrong(bookmarks)).toEqual([])
    // One that leads to the heading after its own.
    const spoilt = bookmarks.map((b, i) => (i === 2 ? { ...b, to: bookmarks[3]?.to ?? '' } : b))
    expect(wrong(spoilt)).toHaveLength(1)
  })
}

/** Checks that it comes out the same again. */
export function sameChecks(book: () => Read): void {
  it('is the same each time, to the byte', async () => {
    const { edition, printed, browser } = book()
    const again = await renderPdf(edition, { browser })
    expect(Buffer.from(again.pdf).equals(Buffer.from(printed.pdf))).toBe(true)
    expect(again.pages).toEqual(printed.pages)
  })
}
