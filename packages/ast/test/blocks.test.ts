import { describe, expect, it } from 'vitest'
import {
  answer,
  app,
  appsOf,
  dateline,
  heading,
  lacuna,
  leafBlocks,
  paragraph,
  question,
  reading,
  ruby,
  section,
  subtitle,
  suppliedTitle,
  title,
  toText,
  work,
} from '../src/index.ts'

const sample = work('w', [
  heading(1, suppliedTitle('题'), subtitle('——副题')),
  paragraph(dateline('某社某地1日电'), ' 甲', lacuna({ reason: '页缺' }), '乙'),
  question(paragraph('问？')),
  answer(paragraph('答：一。'), paragraph('二。')),
  section(heading(2, title('节')), paragraph(ruby('汉', 'hàn'), '字')),
  lacuna(),
])

describe('leafBlocks', () => {
  it('numbers each block once, in text order, through all containers', () => {
    const blocks = [...leafBlocks(sample)]
    expect(blocks.map((b) => b.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(blocks.map((b) => toText(b.node))).toEqual([
      '〔题〕',
      '——副题',
      '某社某地1日电 甲［……］乙',
      '问？',
      '答：一。',
      '二。',
      '节',
      '汉字',
      '［……］',
    ])
  })

  it('keeps a run-in dateline in its paragraph', () => {
    const third = [...leafBlocks(sample)][2]
    expect(third?.node.type).toBe('paragraph')
    expect(third?.ancestors.map((a) => a.type)).toEqual(['work'])
  })

  it('tells the containers of a block from the work down', () => {
    const inSection = [...leafBlocks(sample)][6]
    expect(inSection?.ancestors.map((a) => a.type)).toEqual(['work', 'section', 'heading'])
  })
})

describe('toText', () => {
  it('prints the lemma of an entry, and nothing for an empty one', () => {
    const entry = app('w-1', '心', [reading('lemma', '心', ['A'])])
    const omitted = app('w-2', '', [reading('addition', '的', ['A'])])
    expect(toText(paragraph('耐', entry, '和', omitted, '眼力'))).toBe('耐心和眼力')
  })
})

describe('appsOf', () => {
  it('finds entries at any depth in text order', () => {
    const w = work('w', [
      heading(1, title('题', app('w-1', '一', []))),
      answer(paragraph('答', app('w-2', '二', []))),
    ])
    expect([...appsOf(w)].map((a) => a.id)).toEqual(['w-1', 'w-2'])
  })
})
