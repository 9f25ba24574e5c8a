import { faces } from '@huijiao/fonts'
import { describe, expect, test } from 'vitest'
import { styles } from '../../src/styles.ts'

const META = { layout: 'horizontal', language: 'zh-Hans' } as const
const embedded = faces().filter((f) => ['song-400', 'hei-700', 'kai-400'].includes(f.id))
const css = styles(embedded, META)
const rules = css.replaceAll(/@font-face\s*\{[^}]*\}|\/\*[\s\S]*?\*\//g, '')

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

  test('runs in columns where the edition does', () => {
    expect(css).not.toContain('vertical-rl')
    expect(styles(embedded, { ...META, layout: 'vertical' })).toContain('writing-mode: vertical-rl')
  })

  test('names no simplified faces for other scripts', () => {
    expect(styles(embedded, { ...META, language: 'zh-Hant-TW' })).not.toContain('Songti SC')
    expect(css).toContain('Songti SC')
  })
})
