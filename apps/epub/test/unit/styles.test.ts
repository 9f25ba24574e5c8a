import { faces } from '@huijiao/fonts'
import { VOCABULARY } from '@huijiao/hast/vocabulary'
import type { Element } from 'hast'
import { describe, expect, test } from 'vitest'
import { usesOf } from '../../src/roles.ts'
import { styles } from '../../src/styles.ts'

const META = { layout: 'horizontal', language: 'zh-Hans' } as const
const embedded = faces().filter((f) =>
  ['song-400', 'song-700', 'hei-700', 'kai-400'].includes(f.id),
)
const css = styles(embedded, META)
const rules = css.replaceAll(/@font-face\s*\{[^}]*\}|\/\*[\s\S]*?\*\//g, '')

/** An element with a text. */
function h(tagName: string, properties: Element['properties'] | string, text = ''): Element {
  const value = typeof properties === 'string' ? properties : text
  return {
    type: 'element',
    tagName,
    properties: typeof properties === 'string' ? {} : properties,
    children: [{ type: 'text', value }],
  }
}

describe('the style sheet', () => {
  test('leaves colours and sizes to the reader', () => {
    expect(rules).not.toMatch(/(?:^|[\s;{])(?:background(?:-color)?|color)\s*:(?!\s*inherit)/)
    expect(rules).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i)
    expect(rules.match(/font-size\s*:\s*[^;]+/g)?.length).toBeGreaterThan(3)
    for (const size of rules.match(/font-size\s*:\s*[^;]+/g) ?? []) expect(size).toMatch(/em$|%$/)
    expect(rules).not.toMatch(/!important/)
    expect(rules).not.toMatch(/\d(?:pt|cm|mm|in|pc)\b/)
  })

  test('indents paragraphs by two ems and justifies them', () => {
    expect(rules).toMatch(/\bp \{[^}]*text-indent: 2em;[^}]*text-align: justify;/)
  })

  test('declares each embedded face, and the reader’s own after them', () => {
    expect(css.match(/@font-face/g)).toHaveLength(embedded.length)
    for (const list of rules.match(/font-family: [^;]+/g) ?? [])
      expect(list).toMatch(/"Huijiao [^"]+".*(?:serif|sans-serif)$/)
    expect(css).not.toContain('"@')
  })

  test('sets each kind of block in the role that its characters are cut for', () => {
    const family = (selector: string) =>
      [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
        .filter(([, names]) => names?.split(',').some((name) => name.trim() === selector))
        .flatMap(([, , body]) => /font-family: "([^"]+)"/.exec(body ?? '')?.[1] ?? [])
        .at(-1)
    const cut = (node: Element): string => [...usesOf([node], 'x')][0]?.role ?? ''
    const families: Record<string, string> = {
      'hei-bold': 'Huijiao Hei',
      kai: 'Huijiao Kai',
      song: 'Huijiao Song',
    }
    expect(family('body')).toBe('Huijiao Song')
    const faced = Object.entries(VOCABULARY).flatMap(([selector, { role }]) =>
      role === undefined ? [] : [[selector, role] as const],
    )
    for (const [selector, role] of faced) {
      const [, className] = /^\.([\w-]+)$/u.exec(selector) ?? []
      const node =
        className === undefined ? h(selector, '字') : h('p', { className: [className] }, '字')
      const expected = role === 'song-bold' ? 'Huijiao Song' : families[role]
      expect(cut(node), selector).toBe(role)
      expect(family(selector), selector).toBe(expected)
    }
  })

  test('runs in columns where the edition does', () => {
    expect(css).not.toContain('vertical-rl')
    expect(styles(embedded, { ...META, layout: 'vertical' })).toContain('writing-mode: vertical-rl')
  })

  test('names no simplified faces for other scripts', () => {
    expect(styles(embedded, { ...META, language: 'zh-Hant-TW' })).not.toContain('Songti SC')
    expect(css).toContain('Songti SC')
  })
})
