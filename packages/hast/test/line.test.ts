import { app, edition, heading, paragraph, reading, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { bookOf, documentOf, html, meta } from './support/sample.ts'

describe('what stands in a line', () => {
  it('keeps the mark of an entry on the line of the word before it', () => {
    const long = app('w-l', '不习乎', [
      reading('lemma', '不习乎', ['甲']),
      reading('omission', '', ['乙']),
    ])
    const text = html(documentOf('w', bookOf(paragraph('传', long, '。'))).children)
    expect(text).toMatch(/<span class="bound">[^<]+<a id="call-w-l" class="note-call"/)
  })

  it('gives the language of runs in another script', () => {
    const text = html(
      documentOf('w', bookOf(paragraph('北极IPCC会议，K-12机，Москва与café'))).children,
    )
    expect(text).toContain('<span lang="en" xml:lang="en">IPCC</span>')
    expect(text).toContain('，K-12机')
    expect(text).toContain('<span lang="und-Cyrl" xml:lang="und-Cyrl">Москва</span>')
    expect(text).toContain('<span lang="und-Latn" xml:lang="und-Latn">café</span>')
  })

  it('joins the parts of an entry that runs over a gap or into another block', () => {
    const first = app(
      'w-s',
      '前段',
      [reading('lemma', '前段后段', ['甲']), reading('substitution', '后', ['乙'])],
      {
        cause: 'noise',
        certainty: 'high',
      },
    )
    const rest = app('w-s-part2', '后段', [], { cause: 'noise', continues: 'w-s' })
    const tree = bookOf(paragraph('其', first), paragraph(rest, '也'))
    expect(html(documentOf('apparatus', tree).children)).toContain(
      '<span class="lemma">前段后段</span>　<span class="entry-words">乙本误作“后”。</span>',
    )
    expect(html(documentOf('w', tree).children).match(/note-call/g)).toHaveLength(1)
  })

  it('lists punctuation by paragraph, each entry once', () => {
    const mark = (id: string) =>
      app(id, '，', [reading('lemma', '，', ['甲']), reading('punctuation', '“', ['乙'])], {
        layer: 'punctuation',
        cause: 'noise',
        certainty: 'high',
      })
    const tree = bookOf(paragraph('一', mark('w-p1'), '二', mark('w-p2'), '三'))
    const text = html(documentOf('apparatus', tree).children)
    expect(text.match(/class="locus"/g)).toHaveLength(1)
    expect(text).toContain('第1段</span>')
    expect(text).toContain('<span id="entry-w-p2" class="mark">“二，三”乙作前引号</span>')
    expect(toBook(tree).notes).toEqual([])
    expect(html(documentOf('w', tree).children)).toContain('<p id="w-b2">一，二，三</p>')
  })
})

describe('what stands for what is missing', () => {
  it('lists a work without a title as untitled', () => {
    const none = edition(
      meta,
      work('w', [], { sigla: ['甲'] }),
      work('v', [heading(1, title('题'))], { sigla: ['甲', '乙'] }),
    )
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
