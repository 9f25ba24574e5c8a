import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { documentOf, elements, html, meta, sample } from './support/sample.ts'

describe('toBook', () => {
  it('gives the documents of a book in reading order', () => {
    expect(toBook(sample).documents.map((d) => [d.id, d.matter])).toEqual([
      ['titlepage', 'front'],
      ['colophon', 'front'],
      ['editorial-note', 'front'],
      ['w', 'body'],
      ['apparatus', 'back'],
      ['witnesses', 'back'],
    ])
  })

  it('gives notes to variation and to what is undecided, not to errors', () => {
    expect(toBook(sample).notes.map((n) => [n.number, n.entry.id])).toEqual([
      [1, 'w-v'],
      [3, 'w-u'],
    ])
    const text = html(documentOf('w').children)
    expect(text).toContain(
      '<span class="bound">对立<a id="call-w-v" class="note-call" href="#note-w-v" epub:type="noteref" role="doc-noteref" aria-label="校记〔一〕">〔一〕</a></span>',
    )
    expect(text).toContain(
      '<a id="call-w-n" class="note-call entry-call" href="#entry-w-n" aria-label="校记〔二〕">〔二〕</a>',
    )
  })

  it('links each call to its note, each note back, and each entry to its place', () => {
    const all = toBook(sample).documents.flatMap((d) => [...elements(d.children)])
    const ids = all.flatMap((e) => (typeof e.properties.id === 'string' ? [e.properties.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
    const targets = all.flatMap((e) =>
      typeof e.properties.href === 'string' ? [e.properties.href] : [],
    )
    expect(targets.length).toBeGreaterThan(8)
    for (const target of targets) expect(ids).toContain(target.slice(1))
  })

  it('numbers blocks as the text export does', () => {
    const text = html(documentOf('w').children)
    expect(text).toContain('<h1 id="w-b1" class="title supplied" epub:type="title">〔题〕</h1>')
    expect(text).toContain(
      '<p class="salutation" epub:type="z3998:salutation" id="w-b4">诸位：</p>',
    )
    expect(text).toContain('<h2 id="w-b9" class="title" epub:type="title">小节</h2>')
    expect(documentOf('w').headings).toEqual([
      { id: 'w-b1', depth: 1, title: '〔题〕', kind: 'heading' },
      { id: 'w-b6', depth: 2, title: '问？', kind: 'question' },
      { id: 'w-b9', depth: 2, title: '小节', kind: 'heading' },
    ])
  })

  it('gathers questions and answers', () => {
    expect(html(documentOf('w').children)).toContain(
      '<section class="qna" epub:type="qna" role="doc-qna"><div class="question" role="group" aria-label="问"><p id="w-b6">问？</p></div><div class="answer" role="group" aria-label="答"><p id="w-b7"><span class="voice">答：</span>一。</p><p id="w-b8">二。</p></div></section>',
    )
  })

  it('says in the appendix what witnesses have', () => {
    const text = html(documentOf('apparatus').children)
    expect(text).toContain('甲本作“对绝”。')
    expect(text).toContain('乙本脱“心”字')
    expect(text).toContain('乙本作“对”，孰是未定，今从甲本。')
  })

  it('marks pages where they begin, within runs and at the start of blocks', () => {
    const text = html(
      documentOf('w', sample, {
        pageBreaks: [
          { label: '2', document: 'w', block: 'w-b5', offset: 8 },
          { label: '3', document: 'w', block: 'w-b7', offset: 0 },
        ],
      }).children,
    )
    expect(text).toContain('抬头<span id="page-2" class="pagebreak"')
    expect(text).toMatch(/<p id="w-b7"><span id="page-3"[^>]*><\/span>答/)
  })

  it('speaks the language of the edition', () => {
    const traditional = { ...sample, meta: { ...meta, language: 'zh-Hant-TW' } }
    expect(documentOf('apparatus', traditional).title).toBe('校勘記')
    const english = { ...sample, meta: { ...meta, language: 'en' } }
    expect(documentOf('apparatus', english).title).toBe('Collation appendix')
  })
})
