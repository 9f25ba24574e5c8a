import {
  blockquote,
  dateline,
  type Flow,
  figure,
  heading,
  inlineNote,
  lacuna,
  list,
  paragraph,
  properName,
  type SPEC,
  section,
  sourceNote,
  sourceNoteCall,
  speaker,
  speech,
  stage,
  stanza,
  table,
  title,
  verse,
} from '@huijiao/ast'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { handlers } from '../src/index.ts'
import { bookOf, documentOf, html } from './support/sample.ts'

type Block = Flow

/** What the blocks become, without the work's own title and its foot. */
function rendered(...blocks: Block[]): string {
  const all = html(documentOf('w', bookOf(...blocks)).children)
  return all.slice(all.indexOf('</header>') + 9, all.indexOf('<p class="to-apparatus">'))
}

describe('a handler', () => {
  it.each<[name: keyof typeof SPEC, blocks: Block[], expected: string]>([
    [
      'verse',
      [verse(stanza('前行', '后行'), stanza('又行'))],
      '<div class="verse" epub:type="z3998:verse"><div class="stanza"><p class="line" id="w-b2">前行</p><p class="line" id="w-b3">后行</p></div><div class="stanza"><p class="line" id="w-b4">又行</p></div></div>',
    ],
    [
      'speech',
      [speech(speaker('甲'), paragraph('来', stage('下'))), stage('幕落')],
      '<div class="speech"><p class="speaker" id="w-b2">甲</p><p id="w-b3">来<span class="stage-run-in">下</span></p></div><p class="stage" id="w-b4">幕落</p>',
    ],
    [
      'sourceNote',
      [paragraph('文', sourceNoteCall('1', '①')), sourceNote('1', '①注')],
      '<p id="w-b2">文<a class="source-call" href="#w-b3" epub:type="noteref" role="doc-noteref">①</a></p><p class="source-note" epub:type="footnote" role="doc-footnote" id="w-b3">①注</p>',
    ],
    [
      'sourceNoteCall',
      [paragraph('文', sourceNoteCall('9', '⑨'))],
      '<p id="w-b2">文<span class="source-call">⑨</span></p>',
    ],
    [
      'inlineNote',
      [paragraph('某', inlineNote('音谋'))],
      '<p id="w-b2">某<small class="inline-note">音谋</small></p>',
    ],
    [
      'properName',
      [paragraph(properName('name', '某人'), '著', properName('title', '某书'))],
      '<p id="w-b2"><span class="name-mark">某人</span>著<span class="title-mark">某书</span></p>',
    ],
    [
      'figure',
      [figure({ src: 'data:image/png;base64,AAAA', alt: '"城楼' }, '图为城楼', '某某 摄')],
      '<figure class="figure"><img src="data:image/png;base64,AAAA" alt="&#x22;城楼"><figcaption><p class="caption" id="w-b2">图为城楼</p><p class="credit" id="w-b3">某某 摄</p></figcaption></figure>',
    ],
    [
      'list',
      [{ ...list(true, '一、甲', '二、乙'), marked: true }],
      '<ul class="marked"><li><p id="w-b2">一、甲</p></li><li><p id="w-b3">二、乙</p></li></ul>',
    ],
    [
      'tableRow',
      [table(['名', '数'], ['笔', '三'])],
      '<table><thead><tr id="w-b2"><th scope="col">名</th><th scope="col">数</th></tr></thead><tbody><tr id="w-b3"><td>笔</td><td>三</td></tr></tbody></table>',
    ],
    [
      'sourceNote',
      [{ ...sourceNote('n1', '〔1〕见前。'), sigla: ['甲', '丙'] }],
      '<p class="source-note" epub:type="footnote" role="doc-footnote" id="w-b2">〔1〕见前。（甲、丙本）</p>',
    ],
    [
      'lacuna',
      [paragraph('是', lacuna({ quantity: 2 }), '年间')],
      '<p id="w-b2">是<span class="missing" role="img" aria-label="此处缺2字" title="此处缺2字">□□</span>年间</p>',
    ],
    [
      'blockquote',
      [blockquote(paragraph('引'), lacuna())],
      '<blockquote><p id="w-b2">引</p><p id="w-b3" class="lacuna-block"><span class="lacuna" role="img" aria-label="此处有缺文" title="此处有缺文">［……］</span></p></blockquote>',
    ],
    ['dateline', [dateline('某社一日电')], '<p class="dateline" id="w-b2">某社一日电</p>'],
    [
      'section',
      [section(heading(9, title('深')))],
      '<section class="section" epub:type="z3998:subchapter"><header class="section-head"><h6 id="w-b2" class="title" epub:type="title">深</h6></header></section>',
    ],
  ])('renders %s', (_name, blocks, expected) => {
    expect(rendered(...blocks)).toBe(expected)
  })

  it('marks a page that begins at a row within its first cell', () => {
    const pageBreaks = [{ label: '2', document: 'w', block: 'w-b3', offset: 0 }]
    const tree = bookOf(table(['名', '数'], ['笔', '三']))
    expect(html(documentOf('w', tree, { pageBreaks }).children)).toMatch(
      /<tr id="w-b3"><td><span id="page-2"[^>]*><\/span>笔/,
    )
  })

  it.each(['javascript:alert(1)', 'https://example.org/a.png', 'data:image/svg+xml;base64,AAAA'])(
    'shows no picture but one that the tree holds: %s',
    (src) => {
      expect(rendered(figure({ src, alt: '' }, '图'))).not.toContain('<img')
    },
  )

  it('can be overridden by the caller, and reaches the others through the state', () => {
    const tree = bookOf(paragraph(properName('name', '某人'), '来'))
    const text = html(
      documentOf('w', tree, {
        handlers: { properName: (state, node) => [h('u', state.all(node))] },
      }).children,
    )
    expect(text).toContain('<u>某人</u>来')
    expect(handlers.properName).toBeTypeOf('function')
  })

  it('loses no text of a node that it does not know', () => {
    const unknown = { type: 'marquee', children: [{ type: 'text', value: '仍在' }] }
    expect(rendered(paragraph(unknown as never))).toContain('仍在')
  })
})
