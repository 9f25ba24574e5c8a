import { InputError } from '@huijiao/model'
import { describe, expect, it } from 'vitest'
import { proseOf } from '../../src/compose/prose.ts'

describe('what an editor writes in Markdown', () => {
  it('becomes blocks of a book', () => {
    const markdown =
      '# 小引\n\n此书**两种**，\n合而校之。[^1]\n\n- 其一\n\n| 名 | 数 |\n| --- | --- |\n| 笔 | 三 |\n\n[^1]: 见后。\n'
    expect(proseOf(markdown, 'preface.md')).toMatchObject([
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

  it.each(['<b>粗</b>', '![图](a.png)', '```\n码\n```'])('refuses at its line: %s', (what) => {
    expect(() => proseOf(`其一。\n\n${what}\n`, 'works/a.md')).toThrow(InputError)
    expect(() => proseOf(`其一。\n\n${what}\n`, 'works/a.md')).toThrow(/works\/a\.md:3:/)
  })
})
