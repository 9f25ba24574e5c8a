import { app, edition, heading, paragraph, reading, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { elements, meta } from './support/sample.ts'

describe('a book of many works', () => {
  const note = (id: string) =>
    app(id, '甲', [reading('lemma', '甲', ['甲'])], { cause: 'variation' })
  const many = edition(
    meta,
    ...['a', 'b', 'c'].map((id) =>
      work(id, [heading(1, title(id)), paragraph('文', ...(id === 'b' ? [] : [note(`${id}-1`)]))], {
        sigla: ['甲', '乙'],
      }),
    ),
  )
  const options = { worksPerPart: 1, href: (document: string, id: string) => `${document}#${id}` }

  it('has its appendix in parts, and leads to the right one', () => {
    const { documents } = toBook(many, options)
    expect(documents.map((d) => d.id).filter((id) => /apparatus|notes/.test(id))).toEqual([
      'apparatus',
      'apparatus_2',
      'apparatus_3',
    ])
    const targets = new Set(
      documents.flatMap((d) =>
        [...elements(d.children)].flatMap((e) =>
          e.properties.id === undefined ? [] : [`${d.id}#${e.properties.id}`],
        ),
      ),
    )
    const links = documents.flatMap((d) =>
      [...elements(d.children)].flatMap((e) =>
        e.properties.href === undefined ? [] : [e.properties.href],
      ),
    )
    expect(links.length).toBeGreaterThan(8)
    for (const link of links) expect(targets).toContain(link)
  })
})
