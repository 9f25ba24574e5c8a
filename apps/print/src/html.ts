import { readFileSync } from 'node:fs'
import type { Edition } from '@huijiao/ast'
import { baseStyles, clean } from '@huijiao/hast'
import { faceRules } from '@huijiao/hast/vocabulary'
import type { BookFonts } from './fonts.ts'
import type { Measures, PageBox } from './measures.ts'

/** The style sheets of the printed page, in their order. */
const STYLES = [
  'page',
  'text',
  'heads',
  'tables',
  'forms',
  'figures',
  'notes',
  'front',
  'back',
] as const

/** What the style sheet of a page depends on. */
interface Look {
  readonly measures: Measures
  readonly box: PageBox
  readonly fonts: BookFonts
  readonly vertical: boolean
}

/** The page that the browser lays out and prints. */
export function htmlOf(
  body: string,
  { meta }: Edition,
  { measures: m, box, fonts, vertical }: Look,
): string {
  const css = STYLES.map((name) =>
    readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'),
  ).join('\n')
  const variables = `:root {
  --em: ${m.em}px; --line: ${m.line}px; --small-em: ${m.small.em}px; --small-line: ${m.small.line}px;
  --compact-em: ${m.em * 0.9}px; --compact-line: ${(m.line * 5) / 6}px;
  --compact-small-em: ${m.small.em * 0.9}px; --compact-small-line: ${(m.small.line * 5) / 6}px;
  --measure: ${vertical ? box.text.height : box.text.width}px; --foot-rule: ${m.line * 0.75}px;
  --page: ${vertical ? box.text.width : box.text.height}px;
  --width: ${box.text.width}px; --height: ${box.text.height}px;
  --song: ${fonts.families('song')}; --hei: ${fonts.families('hei-bold')}; --kai: ${fonts.families('kai')};
}`
  const title = clean(meta.title).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!DOCTYPE html><html lang="${meta.language}"><head><meta charset="utf-8"><title>${title}</title>
<style>${fonts.css}\n${variables}\n${baseStyles()}\n${faceRules((role) => fonts.families(role))}\n${css}</style></head>
<body class="${vertical ? 'vertical' : 'horizontal'}">${body}</body></html>`
}
