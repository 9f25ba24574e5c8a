import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { squeezed } from '../src/squeeze.ts'

const said = (node: ElementContent, vertical = false): string =>
  toHtml(squeezed(node, vertical)).replaceAll(/<span class="squeezed">(.)<\/span>/g, '<$1>')

describe('squeezed', () => {
  it('halves the mark that opens, or the first of two that close', () => {
    expect(said(h('blockquote', '说：“好。”（完）。'))).toBe(
      '<blockquote>说：<“>好<。>”<（>完<）>。</blockquote>',
    )
    expect(said(h('h1', '“吗？”'))).toBe('<h1>“吗<？>”</h1>')
  })

  it('reads over elements in a line, not over blocks and calls of notes', () => {
    expect(said(h('blockquote', [h('a', '本”'), '，又']))).toBe(
      '<blockquote><a>本<”></a>，又</blockquote>',
    )
    expect(said(h('blockquote', [h('p', '完。'), h('p', '“起')]))).toBe(
      '<blockquote><p>完。</p><p>“起</p></blockquote>',
    )
    const call = h('a', { role: 'doc-noteref' }, '）')
    expect(said(h('blockquote', ['本', call, '，又']))).toBe(
      '<blockquote>本<a role="doc-noteref">）</a>，又</blockquote>',
    )
  })

  it('halves what opens after a mark that stands in the middle of its square in vertical lines', () => {
    expect(said(h('p', '说：『好』，「对」'), true)).toBe('<p>说：<『>好』，「对」</p>')
  })

  it('leaves Song to the face', () => {
    expect(said(h('p', '说：“好。”'))).toBe('<p>说：“好。”</p>')
    expect(said(h('p', [h('b', '说：“'), '“好']))).toBe('<p><b>说：<“></b>“好</p>')
  })
})
