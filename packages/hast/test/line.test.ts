import { app, edition, paragraph, reading, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { bookOf, documentOf, html, meta } from './support/sample.ts'

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
    expect(html(documentOf('w', tree).children)).toContain(
      '二<a id="w-p2" class="app app-punctuation" href="#entry-w-p2" title="见校勘记">，</a>三',
    )
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
    expect(text).toContain('<ol start="3"><li><p id="w-b2">三</p></li></ol>')
    expect(text).toContain('<thead><tr id="w-b3"><th scope="col">首</th></tr></thead>')
  })
})
