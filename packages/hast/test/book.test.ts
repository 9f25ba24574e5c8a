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
    expect(text).toContain('<a id="w-u" class="app app-noise undecided" href="#entry-w-u">同</a>')
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
      { id: 'w-b1', depth: 1, title: '〔题〕', kind: 'heading' },
      { id: 'w-b6', depth: 2, title: '问？', kind: 'question' },
      { id: 'w-b9', depth: 2, title: '小节', kind: 'heading' },
    ])
  })

  it('gathers questions and answers', () => {
    expect(html(documentOf('w').children)).toContain(
      '<section class="qna" epub:type="qna" role="doc-qna"><div class="question" role="group" aria-label="问"><p id="w-b6">问？</p></div><div class="answer" role="group" aria-label="答"><p id="w-b7">答：一。</p><p id="w-b8">二。</p></div></section>',
    )
  })

  it('says in the appendix what witnesses have, how it was decided, and how surely', () => {
    const text = html(documentOf('apparatus').children)
    expect(text).toContain('甲本作“绝”；从乙本。')
    expect(text).toContain('乙本作“对”；从甲本。')
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

const bookOf = (...children: Parameters<typeof work>[1]) =>
  edition(meta, work('w', [heading(1, title('题')), ...children], { sigla: ['甲', '乙'] }))

describe('what stands in a line', () => {
  it('keeps the call of a note on the line of the character before it', () => {
    const long = app('w-l', '不习乎', [reading('lemma', '不习乎', ['甲'])], { cause: 'variation' })
    const text = html(documentOf('w', bookOf(paragraph('传', long))).children)
    expect(text).toMatch(
      /<a id="w-l"[^>]*>不习<\/a><span class="bound"><span class="app app-variation undecided">乎<\/span><a id="call-w-l"/,
    )
  })

  it('names an entry without text, so that its link can be heard', () => {
    const empty = app(
      'w-e',
      '',
      [reading('addition', '衍', ['乙']), reading('lemma', '', ['甲'])],
      {
        cause: 'noise',
        certainty: 'high',
        method: '对校',
      },
    )
    const text = html(documentOf('w', bookOf(paragraph('前', empty, '后'))).children)
    expect(text).toContain('aria-label="见校勘记"></a>')
    expect(html(documentOf('apparatus', bookOf(paragraph('前', empty, '后'))).children)).toContain(
      '<b class="lemma">｜</b>',
    )
  })

  it('gives the language of runs in another script', () => {
    const text = html(
      documentOf('w', bookOf(paragraph('亚太APEC会议，B-25机，Москва与café'))).children,
    )
    expect(text).toContain('<span lang="en" xml:lang="en">APEC</span>')
    expect(text).toContain('，B-25机')
    expect(text).toContain('<span lang="und-Cyrl" xml:lang="und-Cyrl">Москва</span>')
    expect(text).toContain('<span lang="und-Latn" xml:lang="und-Latn">café</span>')
  })

  it('joins the parts of an entry that runs over a gap or into another block', () => {
    const first = app('w-s', '前段', [reading('lemma', '前段后段', ['甲'])], { cause: 'noise' })
    const rest = app('w-s-part2', '后段', [], { cause: 'noise', continues: 'w-s' })
    const tree = bookOf(paragraph('其', first), paragraph(rest, '也'))
    expect(toBook(tree).notes).toHaveLength(1)
    expect(html(documentOf('apparatus', tree).children)).toContain(
      '<b class="lemma">前段／后段</b><span class="context">也</span>',
    )
    expect(html(documentOf('w', tree).children)).toContain('<span id="w-s-part2"')
  })

  it('quotes text that has quotation marks in brackets of another kind', () => {
    const tree = bookOf(
      paragraph(
        app('w-q', '“新”', [
          reading('lemma', '“新”', ['甲']),
          reading('substitution', '新', ['乙']),
        ]),
      ),
    )
    expect(html(documentOf('w', tree).children)).toContain('「“新”」：乙本作“新”；从甲本')
  })

  it('lists punctuation by block, each entry once', () => {
    const mark = (id: string) =>
      app(id, '，', [reading('lemma', '，', ['甲']), reading('punctuation', '、', ['乙'])], {
        layer: 'punctuation',
        cause: 'noise',
        certainty: 'high',
      })
    const tree = bookOf(paragraph('一', mark('w-p1'), '二', mark('w-p2'), '三'))
    const text = html(documentOf('apparatus', tree).children)
    expect(text.match(/class="locus"/g)).toHaveLength(1)
    expect(text).toContain('<a id="entry-w-p2" class="mark" href="#w-p2">“，二，三”</a>乙作“、”')
    expect(toBook(tree).notes).toEqual([])
  })
})

describe('what stands for what is missing', () => {
  it('lists a work without a title as untitled', () => {
    const none = edition(meta, work('w', [], { sigla: ['甲'] }))
    expect(documentOf('w', none).headings).toEqual([
      { id: 'w', depth: 1, title: '无题', kind: 'heading' },
    ])
    expect(html(documentOf('apparatus', none).children)).toContain('本篇仅见甲本')
  })

  it('keeps the number that a list begins with, and marks the head of a table', () => {
    const cell = (value: string) => ({
      type: 'tableCell' as const,
      children: [{ type: 'text' as const, value }],
    })
    const text = html(
      documentOf(
        'w',
        bookOf(
          {
            type: 'list',
            ordered: true,
            start: 3,
            children: [{ type: 'listItem', children: [paragraph('三')] as never }],
          },
          { type: 'table', children: [{ type: 'tableRow', children: [cell('首')] }] },
        ),
      ).children,
    )
    expect(text).toContain('<ol id="w-b2" start="3"><li><p>三</p></li></ol>')
    expect(text).toContain('<thead><tr><th scope="col">首</th></tr></thead>')
  })
})

describe('a book of many works', () => {
  const note = (id: string) =>
    app(id, '甲', [reading('lemma', '甲', ['甲'])], { cause: 'variation' })
  const many = edition(
    meta,
    ...['a', 'b', 'c'].map((id) =>
      work(id, [heading(1, title(id)), paragraph('文', ...(id === 'b' ? [] : [note(`${id}-1`)]))], {
        sigla: ['甲', '乙'],
      }),
    ),
  )
  const options = { worksPerPart: 1, href: (document: string, id: string) => `${document}#${id}` }

  it('has its appendix and its list of notes in parts, and leads to the right one', () => {
    const { documents } = toBook(many, options)
    expect(documents.map((d) => d.id).filter((id) => /apparatus|notes/.test(id))).toEqual([
      'apparatus',
      'apparatus_2',
      'apparatus_3',
      'notes',
      'notes_3',
    ])
    const targets = new Set(
      documents.flatMap((d) =>
        [...elements(d.children)].flatMap((e) =>
          e.properties.id === undefined ? [] : [`${d.id}#${e.properties.id}`],
        ),
      ),
    )
    const links = documents.flatMap((d) =>
      [...elements(d.children)].flatMap((e) =>
        e.properties.href === undefined ? [] : [e.properties.href],
      ),
    )
    expect(links.length).toBeGreaterThan(9)
    for (const link of links) expect(targets).toContain(link)
  })
})

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
      /class="locus"[^>]*>第\d+段<\/a> <span class="context">[^<]{3}<span id="page-7"/,
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

const TAGS = new Set(
  'a aside b blockquote br code dd div dl dt em h1 h2 h3 h4 h5 h6 header hr li ol p rp rt ruby section span strong table tbody td th thead tr ul wbr'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'id className href lang xmlLang epub:type role ariaLabel ariaLabelledBy title scope start'.split(
    ' ',
  ),
)

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

  it('gives only the elements and attributes that are allowed', () => {
    const all = toBook(tree).documents.flatMap((d) => [...elements(d.children)])
    const tags = new Set(all.map((e) => e.tagName))
    const names = new Set(all.flatMap((e) => Object.keys(e.properties)))
    expect([...tags].filter((t) => !TAGS.has(t))).toEqual([])
    expect([...names].filter((n) => !ATTRIBUTES.has(n))).toEqual([])
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
