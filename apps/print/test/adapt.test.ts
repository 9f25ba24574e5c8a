import type { BookDocument } from '@huijiao/hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { printTree } from '../src/adapt.ts'

const documentOf = (...children: ReturnType<typeof h>[]): BookDocument => ({
  id: 'w',
  kind: 'work',
  matter: 'body',
  title: '题',
  lang: 'zh-Hans',
  headings: [],
  children,
})

const said = (vertical: boolean, ...children: ReturnType<typeof h>[]): string => {
  const documents = [documentOf(...children)]
  return toHtml(printTree([{ id: 'w', documents, recto: false }], 'zh-Hans', vertical))
}

describe('printTree', () => {
  it('makes verse of paragraphs whose lines end where they do', () => {
    const html = said(false, h('p', ['一行', h('br'), '又一行']), h('p', '散文'))
    expect(html).toContain('<p class="verse">一行<br>又一行</p><p>散文</p>')
  })

  it('numbers lists in Chinese in vertical lines', () => {
    const items = [h('li', h('p', '甲')), h('li', h('p', '乙')), h('li', h('p', '丙'))]
    const labels = (vertical: boolean, start: number): string[] =>
      [...said(vertical, h('ol', { start }, items)).matchAll(/list-number"[^>]*>([^<]*)</g)].map(
        ([, label]) => label ?? '',
      )
    expect(labels(true, 9)).toEqual(['九、', '十、', '十一、'])
    expect(labels(true, 19)).toEqual(['十九、', '二十、', '二十一、'])
    expect(labels(true, 99)).toEqual(['九十九、', '一〇〇、', '一〇一、'])
    expect(labels(false, 9)).toEqual(['9. ', '10. ', '11. '])
  })
})
