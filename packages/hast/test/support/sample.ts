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
import { type BookOptions, toBook } from '../../src/index.ts'

export const meta: EditionMeta = {
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

export const readings = [reading('lemma', '立', ['乙']), reading('substitution', '绝', ['甲'])]
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

export const sample = edition(
  meta,
  work(
    'w',
    [
      heading(1, suppliedTitle('题'), subtitle('——副题'), byline('某报记者')),
      salutation('诸位：'),
      paragraph(
        dateline('某社1日电'),
        ' 抬头对',
        variation,
        '，笑着',
        noise,
        lacuna({ reason: '缺页' }),
        open,
      ),
      question(paragraph('问？')),
      answer(paragraph('答：一。'), paragraph('二。')),
      section(heading(2, title('小节')), paragraph(ruby('汉', 'hàn'), '字')),
    ],
    { sigla: ['甲', '乙'] },
  ),
)

export const html = (nodes: readonly ElementContent[]) => toHtml([...nodes])
export const documentOf = (id: string, tree = sample, options: BookOptions = {}) => {
  const found = toBook(tree, options).documents.find((d) => d.id === id)
  if (found === undefined) throw new Error(`no document ${id}`)
  return found
}

export function* elements(nodes: readonly ElementContent[]): Generator<Element> {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    yield node
    yield* elements(node.children)
  }
}

export const bookOf = (...children: Parameters<typeof work>[1]) =>
  edition(meta, work('w', [heading(1, title('题')), ...children], { sigla: ['甲', '乙'] }))
