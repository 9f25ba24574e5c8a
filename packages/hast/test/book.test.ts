import {
  answer,
  app,
  byline,
  dateline,
  type EditionMeta,
  edition,
  heading,
  lacuna,
  paragraph,
  question,
  reading,
  ruby,
  salutation,
  section,
  subtitle,
  suppliedTitle,
  title,
  work,
} from '@huijiao/ast'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'

const meta: EditionMeta = {
  id: 'sample',
  title: '样书',
  subtitle: '据两种文本',
  language: 'zh-Hans',
  date: '2024-01-01',
  contributors: [{ name: '某人', role: 'edt' }],
  witnesses: [
    {
      siglum: '甲',
      description: '某报识别本',
      kind: 'ocr',
      sources: [{ file: 'a.txt', sha256: 'ab'.repeat(32), encoding: 'utf-8', length: 9 }],
    },
  ],
  note: [],
  trim: 'a5',
  layout: 'horizontal',
  generator: 'Huijiao 0',
}

const readings = [reading('lemma', '立', ['乙']), reading('substitution', '绝', ['甲'])]
const variation = app('w-v', '立', readings, {
  cause: 'variation',
  method: '对校',
  certainty: 'high',
})
const noise = app('w-n', '心', [reading('lemma', '心', ['甲']), reading('omission', '', ['乙'])], {
  cause: 'noise',
  method: '理校',
  certainty: 'medium',
})
const open = app(
  'w-u',
  '同',
  [reading('lemma', '同', ['甲']), reading('substitution', '对', ['乙'])],
  {
    cause: 'noise',
  },
)

const sample = edition(
  meta,
  work(
    'w',
    [
      heading(1, suppliedTitle('题'), subtitle('——副题'), byline('某报记者')),
      salutation('诸位：'),
      paragraph(dateline('某社1日电'), ' 隔绝对', variation, '，好奇', noise, lacuna('缺页'), open),
      question(paragraph('问？')),
      answer(paragraph('答：一。'), paragraph('二。')),
      section(heading(2, title('小节')), paragraph(ruby('汉', 'hàn'), '字')),
    ],
    { sigla: ['甲', '乙'] },
  ),
)

const html = (nodes: readonly ElementContent[]) => toHtml([...nodes])
const documentOf = (id: string, tree = sample, options = {}) => {
  const found = toBook(tree, options).documents.find((d) => d.id === id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}

function* elements(nodes: readonly ElementContent[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    yield node
    yield* elements(node.children)
  }
}

describe('toBook', () => {
  it('gives the documents of a book in reading order', () => {
    expect(toBook(sample).documents.map((d) => [d.id, d.matter])).toEqual([
      ['titlepage', 'front'],
      ['colophon', 'front'],
      ['editorial-note', 'front'],
      ['w', 'body'],
      ['apparatus', 'back'],
      ['notes', 'back'],
      ['witnesses', 'back'],
    ])
  })

  it('gives notes to variation and to what is undecided, not to noise', () => {
    expect(toBook(sample).notes.map((n) => [n.number, n.app.id])).toEqual([
      [1, 'w-v'],
      [2, 'w-u'],
    ])
    const text = html(documentOf('w').children)
    expect(text).not.toContain('call-w-n')
    expect(text).toContain('<span id="w-u" class="app app-noise undecided">')
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
    expect(text).toContain('<h1 id="w-b1" class="title supplied">〔题〕</h1>')
    expect(text).toContain('<p class="salutation" id="w-b4">诸位：</p>')
    expect(text).toContain('<h2 id="w-b9" class="title">小节</h2>')
    expect(documentOf('w').headings).toEqual([
      { id: 'w-b1', depth: 1, title: '〔题〕' },
      { id: 'w-b9', depth: 2, title: '小节' },
    ])
  })

  it('gathers questions and answers', () => {
    expect(html(documentOf('w').children)).toContain(
      '<div class="qna" epub:type="qna"><div class="question"><p id="w-b6">问？</p></div><div class="answer"><p id="w-b7">答：一。</p><p id="w-b8">二。</p></div></div>',
    )
  })

  it('says in the appendix what witnesses have, how it was decided, and how surely', () => {
    const text = html(documentOf('apparatus').children)
    expect(text).toContain('甲本作“绝”（讹）；从乙本。')
    expect(text).toContain('乙本无（脱）；从甲本。')
    expect(text).toContain('转录之误；理校；较确。')
    expect(text).toContain('转录之误；未定。')
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
    expect(text).toContain('隔绝<span id="page-2" class="pagebreak"')
    expect(text).toMatch(/<p id="w-b7"><span id="page-3"[^>]*><\/span>答/)
  })

  it('speaks the language of the edition', () => {
    const traditional = { ...sample, meta: { ...meta, language: 'zh-Hant-TW' } }
    expect(documentOf('apparatus', traditional).title).toBe('校勘記')
    const english = { ...sample, meta: { ...meta, language: 'en' } }
    expect(documentOf('apparatus', english).title).toBe('Collation appendix')
  })
})

describe('hostile text', () => {
  const hostile =
    '<script>alert(1)</script>&amp;"\'\u0000\u202Eabc\uFFFF<img onerror=x src=javascript:1>'
  const tree = edition(
    { ...meta, title: hostile, note: [hostile], rights: hostile },
    work('w', [
      heading(1, title(hostile)),
      paragraph(hostile, app('w-h', hostile, [reading('substitution', hostile, [hostile])])),
      lacuna(hostile),
    ]),
  )

  it('becomes text, never an element or an attribute of another name', () => {
    const all = toBook(tree).documents.flatMap((d) => [...elements(d.children)])
    expect(all.map((e) => e.tagName)).not.toContain('script')
    expect(all.map((e) => e.tagName)).not.toContain('img')
    const names = new Set(all.flatMap((e) => Object.keys(e.properties)))
    expect([...names].filter((n) => /^on/i.test(n))).toEqual([])
    for (const e of all) expect(e.properties.href ?? '#').toMatch(/^#/)
  })

  it('keeps no control characters and no controls of direction', () => {
    const text = toBook(tree)
      .documents.map((d) => html(d.children) + d.title)
      .join('')
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\u202A-\u202E\uFFFF]/u)
    expect(text).toContain('〓')
  })
})
