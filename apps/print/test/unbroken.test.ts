import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { unbroken } from '../src/unbroken.ts'

const address = 'https://example.org/a/path/'

describe('unbroken', () => {
  it('marks what is too long for a line to wait for it, part by part', () => {
    expect(toHtml(unbroken(h('p', `见 ${address}，`)))).toBe(
      `<p>见 <span class="unbroken">${address}</span>，</p>`,
    )
    expect(toHtml(unbroken(h('p', [h('i', 'https'), '://example.org/a/path/ 处'])))).toBe(
      '<p><i><span class="unbroken">https</span></i><span class="unbroken">://example.org/a/path/</span> 处</p>',
    )
  })

  it('leaves words, and code', () => {
    for (const kept of [h('p', 'The quick brown fox jumps over'), h('p', h('code', address))])
      expect(unbroken(kept)).toEqual(kept)
  })
})
