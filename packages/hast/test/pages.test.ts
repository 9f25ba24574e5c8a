import { app, edition, heading, paragraph, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { documentOf, html, meta, readings, sample } from './support/sample.ts'

describe('pages of the printed book', () => {
  const at = (label: string, document: string, block: string, offset: number) => ({
    label,
    document,
    block,
    offset,
  })

  it('are marked in front and back matter too', () => {
    const pageBreaks = [at('iii', 'editorial-note', 'editorial-note-title', 1)]
    expect(html(documentOf('editorial-note', sample, { pageBreaks }).children)).toMatch(
      /凡<span id="page-iii"[^>]*aria-label="iii"><\/span>例/,
    )
  })

  it('count there neither white space nor references, which are pages in print', () => {
    const pageBreaks = [at('7', 'apparatus', 'entry-w-n', 3)]
    expect(html(documentOf('apparatus', sample, { pageBreaks }).children)).toMatch(
      /class="entry-number"[^>]*>〔二〕<span id="page-7"/,
    )
  })

  it('are found in whichever part of the appendix has their block', () => {
    const two = edition(
      meta,
      ...['v', 'w'].map((id) =>
        work(id, [heading(1, title('题')), paragraph('久', app(`${id}-1`, '立', readings))]),
      ),
    )
    const pageBreaks = [at('9', 'apparatus', 'entry-w-1', 0)]
    const { documents, pages } = toBook(two, { pageBreaks, worksPerPart: 1 })
    expect(pages.map((p) => p.document)).toEqual(['apparatus_2'])
    const part = documents.find((d) => d.id === 'apparatus_2')
    expect(html(part?.children ?? [])).toContain('id="page-9"')
  })

  it('are left out where they begin in what print alone has', () => {
    const pageBreaks = [at('v', 'contents', 'contents', 0), at('1', 'w', 'w-b1', 0)]
    expect(toBook(sample, { pageBreaks }).pages).toEqual([at('1', 'w', 'w-b1', 0)])
  })

  it.each(['w', 'apparatus'])('are an error where the block is unknown: %s', (document) => {
    const pageBreaks = [at('9', document, 'gone', 0)]
    expect(() => toBook(sample, { pageBreaks })).toThrow(/page 9: .*“gone”.*Hint/)
  })

  it('have ids of letters and digits alone', () => {
    const pageBreaks = [at('"><x', 'w', 'w-b1', 0)]
    expect(html(documentOf('w', sample, { pageBreaks }).children)).toContain('id="page-u22u3eu3cx"')
  })
})
