import type { EditionMeta } from '../../src/index.ts'

export const meta: EditionMeta = {
  id: 'sample',
  title: '样书',
  language: 'zh-Hans',
  date: '2024-01-01',
  contributors: [],
  witnesses: [],
  note: [],
  trim: 'a5',
  layout: 'horizontal',
  generator: 'test',
}
