import { leafBlocks, toText } from '@huijiao/ast'
import { expect, it } from 'vitest'
import { measuresOf } from '../../src/measures.ts'
import { checkPdf, extractText } from '../../src/pdf/index.ts'
import type { Read } from './book.ts'

/** Checks the file: its checks and its text. */
export function fileChecks(book: () => Read): void {
  it('passes the checks of a finished PDF', async () => {
    const { edition, printed } = book()
    const { trim } = measuresOf(edition.meta.trim)
    const faults = await checkPdf(printed.pdf, { trim })
    expect(faults).toEqual({ boxes: [], fonts: [], ink: [], metadata: [], tags: [] })
    const wrong = await checkPdf(printed.pdf, { trim: measuresOf('16k').trim })
    expect(wrong.boxes.length).toBeGreaterThan(0)
  })

  it('has the text of the tree, to the character', async () => {
    const { edition, printed } = book()
    const { blocks } = await extractText(printed.pdf, { withoutCalls: true })
    // What stands beside a word is no part of the tree's plain text.
    const all = blocks.map((b) => b.text.replaceAll(/\s/g, '').replaceAll('tāotiè', '')).join('\n')
    const missing = (text: string) =>
      edition.children.flatMap((work) =>
        [...leafBlocks(work)]
          // Cells and items are blocks of their own in the file.
          .filter(({ node }) => node.type !== 'table' && node.type !== 'list')
          .filter(({ node }) => !text.includes(toText(node).replaceAll(/\s/g, '')))
          .map(({ id }) => id),
      )
    expect(missing(all)).toEqual([])
    expect(all).not.toMatch(/[\0\u2e80-\u2fdf]/)
    expect(missing(all.replaceAll('，', '、')).length).toBeGreaterThan(0)
  })
}
