import { app, edition, heading, lacuna, paragraph, reading, title, work } from '@huijiao/ast'
import { describe, expect, it } from 'vitest'
import { toBook } from '../src/index.ts'
import { elements, html, meta } from './support/sample.ts'

const TAGS = new Set(
  'a aside b blockquote br code dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 header hr img li ol p rp rt ruby section small span strong table tbody td th thead tr ul wbr'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'id className src alt href lang xmlLang epub:type role ariaLabel ariaLabelledBy title scope start'.split(
    ' ',
  ),
)

describe('hostile text', () => {
  const hostile =
    '<script>alert(1)</script>&amp;"\'\u0000\u202Eabc\uFFFF<img onerror=x src=javascript:1>'
  const tree = edition(
    { ...meta, title: hostile, note: [hostile], rights: hostile },
    work('w', [
      heading(1, title(hostile)),
      paragraph(hostile, app('w-h', hostile, [reading('substitution', hostile, [hostile])])),
      lacuna({ reason: hostile }),
    ]),
  )

  it('becomes text, never an element or an attribute of another name', () => {
    const all = toBook(tree).documents.flatMap((d) => [...elements(d.children)])
    expect(all.map((e) => e.tagName)).not.toContain('script')
    expect(all.map((e) => e.tagName)).not.toContain('img')
    const names = new Set(all.flatMap((e) => Object.keys(e.properties)))
    expect([...names].filter((n) => /^on/i.test(n))).toEqual([])
    for (const e of all) expect(e.properties.href ?? '#').toMatch(/^#/)
  })

  it('gives only the elements and attributes that are allowed', () => {
    const all = toBook(tree).documents.flatMap((d) => [...elements(d.children)])
    const tags = new Set(all.map((e) => e.tagName))
    const names = new Set(all.flatMap((e) => Object.keys(e.properties)))
    expect([...tags].filter((t) => !TAGS.has(t))).toEqual([])
    expect([...names].filter((n) => !ATTRIBUTES.has(n))).toEqual([])
  })

  it('keeps no control characters and no controls of direction', () => {
    const text = toBook(tree)
      .documents.map((d) => html(d.children) + d.title)
      .join('')
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\u202A-\u202E\uFFFF]/u)
    expect(text).toContain('〓')
  })
})
