import { InputError } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { proseOf } from '../../src/compose/prose.ts'

const from = { file: 'works/a.md', pictures: new Map([['a.png', 'data:image/png;base64,AA==']]) }

describe('what an editor writes in Markdown', () => {
  it('becomes blocks of a book', () => {
    const markdown =
      '# 小引\n\n此书**两种**，\n合而校之。[^1]\n\n- 其一\n\n| 名 | 数 |\n| --- | --- |\n| 笔 | 三 |\n\n[^1]: 见后。\n'
    expect(proseOf(markdown, { file: 'preface.md', pictures: new Map() })).toMatchObject([
      { type: 'heading', depth: 1 },
      {
        type: 'paragraph',
        children: [
          { value: '此书' },
          { type: 'strong' },
          { value: '，合而校之。' },
          { type: 'sourceNoteCall', identifier: '1' },
        ],
      },
      { type: 'list', ordered: false },
      { type: 'table', children: [{ type: 'tableRow' }, { type: 'tableRow' }] },
      { type: 'sourceNote', identifier: '1' },
    ])
  })

  it('has pictures with words and captions', () => {
    expect(proseOf('其一。\n\n![城楼一角](a.png "图一　城楼")\n', from)).toMatchObject([
      { type: 'paragraph' },
      {
        type: 'figure',
        src: 'data:image/png;base64,AA==',
        alt: '城楼一角',
        children: [{ type: 'caption', children: [{ value: '图一　城楼' }] }],
      },
    ])
  })

  it.each(['<b>粗</b>', '![图](b.png)', '![](a.png)', '文中![图](a.png)有图', '```\n码\n```'])(
    'refuses at its line: %s',
    (what) => {
      expect(() => proseOf(`其一。\n\n${what}\n`, from)).toThrow(InputError)
      expect(() => proseOf(`其一。\n\n${what}\n`, from)).toThrow(/works\/a\.md:3:/)
    },
  )
})
