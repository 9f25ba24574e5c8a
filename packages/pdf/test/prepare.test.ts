import { extractText } from '@huijiao/proof'
import type { Element, ElementContent, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { destinationsOf } from '../src/destinations.ts'
import { openPdf } from '../src/file.ts'
import { finish, prepareTags } from '../src/index.ts'
import { readStructure, type Element as Structure } from '../src/structure/tree.ts'
import { openPress, type Press } from './press.ts'
import { OPTIONS } from './sample.ts'

vi.setConfig({ testTimeout: 60_000 })

const placesIn = async (bytes: Uint8Array) => destinationsOf(await openPdf(bytes))

function h(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  }
}

const BOOK: Root = {
  type: 'root',
  children: [
    h('h1', {}, '题'),
    h(
      'p',
      {},
      '前',
      h(
        'ruby',
        {},
        '漢',
        h('rp', {}, '（'),
        h('rt', {}, 'hàn'),
        h('rp', {}, '）'),
        '字',
        h('rt', {}, 'zì'),
      ),
      '后',
      h('a', { id: 'c', href: '#n', role: 'doc-noteref' }, '①'),
    ),
    h(
      'aside',
      { id: 'n', role: 'doc-footnote' },
      h('a', { href: '#c', role: 'doc-backlink' }, '①'),
      '注文',
    ),
    h(
      'ol',
      { start: 3 },
      h('li', {}, h('p', {}, '甲')),
      h('li', { value: '7' }, '乙'),
      h('li', {}, '丙'),
    ),
    h('ol', { reversed: true }, h('li', {}, '末'), h('li', {}, '首')),
  ],
}

describe('prepareTags', () => {
  let press: Press

  beforeAll(async () => {
    press = await openPress()
  }, 60_000)

  afterAll(async () => {
    await press.close()
  })

  test('leaves nothing out of the tags that is left out without it', async () => {
    const options = { ...OPTIONS, outline: [] }
    const css = 'ol{list-style:decimal}'
    const bare = await finish(await press.print(toHtml(BOOK), css), options)
    expect(bare.obstacles).toEqual(['7 text objects within the pages have no tag'])
    const { obstacles, bytes } = await finish(
      await press.print(toHtml(prepareTags(BOOK, 'zh-Hans'))),
      options,
    )
    expect(obstacles).toEqual([])
    const { blocks, notes } = await extractText(bytes)
    expect(notes.map(({ text }) => text)).toEqual(['①注文'])
    expect(blocks.map(({ type, text }) => [type, text.trim()])).toEqual([
      ['H1', '题'],
      ['P', '前漢hàn字zì后①'],
      ['Lbl', '3.'],
      ['P', '甲'],
      ['Lbl', '7.'],
      ['LBody', '乙'],
      ['Lbl', '8.'],
      ['LBody', '丙'],
      ['Lbl', '2.'],
      ['LBody', '末'],
      ['Lbl', '1.'],
      ['LBody', '首'],
    ])
  })

  test('reads a note after its call, wherever it stands', async () => {
    const note = (id: string, text: string): Element =>
      h('aside', { id, role: 'doc-footnote' }, text)
    const call = (id: string): Element => h('a', { href: `#${id}`, role: 'doc-noteref' }, '①')
    const book: Root = {
      type: 'root',
      children: [
        h('p', {}, '前', call('注一'), '中', call('n2'), '后'),
        h('div', {}, note('n2', '二'), note('lost', '失')),
        h('p', {}, '末'),
        h('div', {}, note('注一', '一')),
      ],
    }
    const printed = await press.print(toHtml(prepareTags(book, 'zh-Hans')))
    const { bytes } = await finish(printed, { ...OPTIONS, outline: [] })
    const root = readStructure(await openPdf(bytes))
    const types = (node: Structure): unknown[] =>
      node.kids.flatMap((kid) => (kid.kind === 'element' ? [[kid.type, ...types(kid)]] : []))
    expect(root === undefined ? [] : types(root)).toEqual([
      ['P', ['Link'], ['Note'], ['Link'], ['Note']],
      ['Note'],
      ['P'],
    ])
    expect([...(await placesIn(bytes)).keys()].sort()).toEqual(['n2', '注一'])
    const { blocks, notes } = await extractText(bytes)
    expect(blocks.map(({ text }) => text)).toEqual(['前①中①后', '末'])
    expect(notes.map(({ text }) => text)).toEqual(['一', '二', '失'])
    const bare = await extractText(bytes, { withoutCalls: true })
    expect(bare.blocks.map(({ text }) => text)).toEqual(['前中后', '末'])
  })

  test('keeps the language of a passage in its hints, and the tree as it was', () => {
    const copy = structuredClone(BOOK)
    const quoted: Root = {
      type: 'root',
      children: [
        h('div', { lang: 'lzh' }, h('aside', { role: 'doc-endnote' }, '注')),
        h('aside', { id: '注一', role: 'doc-footnote' }),
      ],
    }
    expect(toHtml(prepareTags(quoted, 'zh-Hans'))).toBe(
      '<div lang="lzh"><aside role="doc-endnote" lang="lzh-x-note">注</aside></div>' +
        '<aside id="注一" role="doc-footnote" lang="zh-Hans-x-note-e6b3a8e4-b880"></aside>',
    )
    prepareTags(BOOK, 'zh-Hans')
    expect(BOOK).toEqual(copy)
  })
})
