import {
  app,
  type EditionMeta,
  edition,
  heading,
  paragraph,
  reading,
  suppliedTitle,
  title,
  work,
} from '@huijiao/ast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'

const meta: EditionMeta = {
  id: 'sample',
  title: '两城书信汇校',
  titleBreaks: [2, 4],
  language: 'zh-Hans',
  date: '2024-01-01',
  contributors: [],
  witnesses: [],
  note: [],
  trim: 'a5',
  layout: 'horizontal',
  generator: 'Huijiao 0',
}

const ruled = (id: string, by: string, date: string) =>
  app(id, '立', [reading('lemma', '立', ['乙']), reading('substitution', '绝', ['甲'])], {
    cause: 'noise',
    method: '理校',
    certainty: 'high',
    ruling: { reason: '文义', by, date },
  })

function pageOf(id: string, ...signatures: [by: string, date: string][]): string {
  const tree = edition(
    meta,
    work(
      'w',
      [
        heading(1, { ...suppliedTitle('两城书信往来'), breaks: [2, 4] }),
        ...signatures.map(([by, date], i) =>
          paragraph('久别。抬头对了他', ruled(`w-${i}`, by, date), '者二十余（“年”）。'),
        ),
      ],
      { sigla: ['甲', '乙'] },
    ),
  )
  const document = toBook(tree).documents.find((d) => d.id === id)
  return document === undefined ? '' : toHtml([...document.children])
}

describe('a ruling in the appendix', () => {
  it('is signed once for all where one editor made all of them on one day', () => {
    const text = pageOf('apparatus', ['某人', '2024-01-01'], ['某人', '2024-01-01'])
    expect(text).toContain('凡加“按”者，为某人2024年1月1日所作。')
    expect(text).toContain('按：文义。')
    expect(text).not.toContain('某人，2024-01-01')
  })

  it('is signed singly where they differ', () => {
    const text = pageOf('apparatus', ['某人', '2024-01-01'], ['他人', '2024-01-01'])
    expect(text).not.toContain('凡加')
    expect(text).toContain('某人，2024-01-01')
    expect(text).toContain('他人，2024-01-01')
  })
})

describe('a title that says where its lines may end', () => {
  it('is marked there, behind the sign of a supplied one too', () => {
    expect(pageOf('w')).toContain(
      'class="title supplied phrased" epub:type="title">〔两城<wbr>书信<wbr>往来〕</h1>',
    )
    expect(pageOf('titlepage')).toContain(
      '<h1 class="book-title phrased" epub:type="title">两城<wbr>书信<wbr>汇校</h1>',
    )
  })

  it('is plain where it says nothing', () => {
    const tree = edition({ ...meta, titleBreaks: [] }, work('w', [heading(1, title('题'))]))
    const all = toBook(tree)
      .documents.map((d) => toHtml([...d.children]))
      .join('')
    expect(all).not.toContain('wbr')
    expect(all).not.toContain('phrased')
  })
})
