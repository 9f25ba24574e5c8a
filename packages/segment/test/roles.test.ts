import { describe, expect, it } from 'vitest'
import { rolesOf } from '../src/blocks/roles.ts'

const titles = (...lines: string[]) =>
  rolesOf(
    lines.map((text) => ({
      text,
      head: true,
      title: true,
      level: 0,
      depth: null,
      label: null,
      there: new Map(),
      apart: false,
    })),
  ).map((r) => r.role)

describe('lines under a title', () => {
  it('are its parts where they are few', () => {
    expect(titles('古桥今日修复', '两岸居民重走石板路', '——永济桥修缮纪实')).toEqual([
      'title',
      'subtitle',
      'subtitle',
    ])
  })

  it('are verse where there are more of them than a headline has, its numbers headings', () => {
    expect(
      titles('静夜二首', '其一', '窗前月色白如霜', '疑是清秋落满墙', '其二', '小院无人花自开'),
    ).toEqual(['title', 'heading', 'paragraph', 'paragraph', 'heading', 'paragraph'])
  })

  it('are verse where they end as sentences do', () => {
    expect(titles('静夜', '窗前月色白如霜，', '疑是清秋落满墙。')).toEqual([
      'title',
      'paragraph',
      'paragraph',
    ])
  })
})
