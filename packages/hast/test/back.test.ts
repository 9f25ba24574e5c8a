import { app, edition, heading, paragraph, reading, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { namesOf, toBook } from '../src/index.ts'
import { html, meta } from './support/sample.ts'

const documentIn = (tree: ReturnType<typeof edition>, id: string) =>
  toBook(tree).documents.find((d) => d.id === id)

describe('the index of names', () => {
  const names = [
    { name: '子路', forms: ['仲由'] },
    { name: '子贡' },
    { name: '子' },
    { name: '颜回' },
  ]
  const tree = edition(
    { ...meta, names },
    work('a', [
      heading(1, title('甲篇')),
      paragraph('子路问政，子贡不语。仲由再问。'),
      paragraph('子曰：𠮷，子路。'),
    ]),
    work('b', [heading(1, title('乙篇')), paragraph('子贡去。')]),
  )

  it('finds each form, the longest where one is within another, by code points', () => {
    expect(
      namesOf(tree).map(({ name, places }) => [name, places.map((p) => [p.block, p.offset])]),
    ).toEqual([
      [
        '子路',
        [
          ['a-b2', 0],
          ['a-b2', 10],
          ['a-b3', 5],
        ],
      ],
      [
        '子贡',
        [
          ['a-b2', 5],
          ['b-b2', 0],
        ],
      ],
      ['子', [['a-b3', 0]]],
    ])
  })

  it('leads to the paragraphs, each once, and leaves out names that are nowhere', () => {
    const text = html(documentIn(tree, 'names')?.children ?? [])
    expect(text).toMatch(/子路<\/b> .*甲篇.*href="#a-b2"[^>]*>第1段<.*href="#a-b3"[^>]*>第2段</)
    expect(text.match(/href="#a-b2"/g)).toHaveLength(2)
    expect(text).not.toContain('颜回')
  })

  it('is not there where no name is listed', () => {
    expect(documentIn({ ...tree, meta }, 'names')).toBeUndefined()
  })
})

describe('two versions side by side', () => {
  const recensions = [
    { id: 'long', label: '长本', sigla: ['甲', '乙'], base: true },
    { id: 'short', label: '短本', sigla: ['丙'], base: false },
  ]
  const lacks = (id: string, text: string) =>
    app(id, text, [reading('lemma', text, ['甲', '乙']), reading('omission', '', ['丙'])], {
      cause: 'variation',
      certainty: 'high',
    })
  const other = app(
    'w-2',
    '桥边',
    [reading('lemma', '桥边', ['甲', '乙']), reading('substitution', '河边', ['丙'])],
    { cause: 'variation', certainty: 'high' },
  )
  const content = [
    heading(1, title('题')),
    paragraph('两本相同的一段。'),
    paragraph('他走到', other, '，', lacks('w-3', '看见花开了'), '。'),
    paragraph(lacks('w-4', '于是他又走回去了'), '。'),
  ]
  const tree = edition(meta, work('w', content, { sigla: ['甲', '乙', '丙'], recensions }))

  it('has the paragraphs in which they differ, as each has them', () => {
    const text = html(documentIn(tree, 'parallel')?.children ?? [])
    expect(text).toContain('<th scope="col">长本（甲、乙）</th><th scope="col">短本（丙）</th>')
    const rows = [
      ...text.matchAll(/<tr><td><p id="parallel-w-b\d">([^<]*)<\/p><\/td><td><p>([^<]*)</g),
    ].map(([, a, b]) => [a, b])
    expect(rows).toEqual([
      ['他走到桥边，看见花开了。', '他走到河边。'],
      ['于是他又走回去了。', '（无）'],
    ])
  })

  it('is not there where a work has one version', () => {
    const one = edition(meta, work('w', content, { sigla: ['甲', '乙', '丙'] }))
    expect(documentIn(one, 'parallel')).toBeUndefined()
  })
})
