import { edition, heading, lacuna, paragraph, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { documentOf, html, meta, sample } from './support/sample.ts'

const noteOf = (tree: typeof sample): string => html(documentOf('editorial-note', tree).children)

describe('the editorial note', () => {
  it('says what the rendering does', () => {
    const text = noteOf(sample)
    expect(text).toContain('〔一〕〔二〕')
    expect(text).toContain('［……］')
    expect(text).toContain('未定')
    expect(text).not.toContain('附录')
    expect(text).not.toContain('下同')
  })

  it('says nothing of what a book has not', () => {
    const plain = edition(
      meta,
      work('w', [heading(1, title('题')), paragraph('文')], { sigla: ['甲'] }),
    )
    const text = noteOf(plain)
    for (const word of ['校法四例', '未定', '［……］', '附录', '下同', '今改', '加〔〕', '校记']) {
      expect(text).not.toContain(word)
    }
  })

  it('comes without an appendix where nothing was compared', () => {
    const alone = edition(
      meta,
      work('w', [heading(1, title('题')), paragraph('文')], { sigla: ['甲'] }),
    )
    const { documents } = toBook(alone)
    expect(documents.map(({ kind }) => kind)).not.toContain('apparatus')
    expect(html(documents.flatMap(({ children }) => [...children]))).not.toContain('apparatus')
  })

  it('explains page and line where entries are found by them', () => {
    expect(noteOf({ ...sample, meta: { ...meta, apparatus: 'lines' } })).toContain('16.10')
  })
})

describe('what the editor writes', () => {
  const tree = {
    ...edition(
      meta,
      work('w', [heading(1, title('题')), paragraph('文'), lacuna()], {
        placement: 'appendix',
        lacks: ['beginning', 'end'],
        shortTitle: '短题',
        base: '甲',
        sigla: ['甲', '乙'],
        headnote: [paragraph('解题。')],
      }),
    ),
    preface: [heading(1, title('小引')), paragraph('其一。')],
    afterword: [paragraph('其后。')],
  }

  it('has its place: preface, headnote, afterword', () => {
    expect(toBook(tree).documents.map((d) => d.id)).toEqual([
      'titlepage',
      'colophon',
      'preface',
      'editorial-note',
      'w',
      'apparatus',
      'witnesses',
      'afterword',
    ])
    expect(documentOf('preface', tree).title).toBe('小引')
    expect(documentOf('afterword', tree).title).toBe('后记')
    expect(html(documentOf('w', tree).children)).toMatch(
      /<\/header><div class="headnote"><p>解题。<\/p>/,
    )
  })

  it('is followed: appendix, short title, what is lost, base text', () => {
    const text = html(documentOf('w', tree).children)
    expect(text).toContain('<p class="part-title">附录</p>')
    expect(text.indexOf('［上缺］')).toBeLessThan(text.indexOf('>文<'))
    expect(text.indexOf('［下缺］')).toBeGreaterThan(text.indexOf('>文<'))
    expect(documentOf('w', tree).title).toBe('附录　短题')
    expect(html(documentOf('witnesses', tree).children)).toContain('短题（底本）')
  })

  it('has pages marked in it', () => {
    const pageBreaks = [{ label: 'iv', document: 'preface', block: 'preface-b2', offset: 1 }]
    expect(html(documentOf('preface', tree, { pageBreaks }).children)).toMatch(
      /其<span id="page-iv"[^>]*><\/span>一。/,
    )
  })
})
