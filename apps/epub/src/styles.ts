import { readFileSync } from 'node:fs'
import type { EditionMeta } from '@huijiao/ast'
import { chain, type Face, hasCentredMarks, marksOf, type Role } from '@huijiao/fonts'
import { baseStyles } from '@huijiao/hast'
import { faceRules } from '@huijiao/hast/vocabulary'

/** The file of a face in the book. */
export const fontFile = (face: Face): string => `${face.id}.ttf`

/** What screens need, by what it dresses, in the order of the cascade. */
const STYLES = ['text', 'heads', 'notes', 'front', 'back', 'tables'] as const

/** The style sheet of the book: its faces, what all renderings share, what screens need. */
export function styles(
  faces: readonly Face[],
  { layout, language }: Pick<EditionMeta, 'layout' | 'language'>,
): string {
  const own = STYLES.map((name) =>
    readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8'),
  ).join('\n')
  const text = own.replaceAll(/"@([a-z-]+)"/g, (_, role: string) =>
    families(role as Role, faces, language),
  )
  const direction = layout === 'vertical' ? [VERTICAL] : []
  const roles = faceRules((role) => families(role, faces, language))
  return [...faces.map(fontFace), baseStyles(), roles, text, ...direction].join('\n')
}

const fontFace = (face: Face): string =>
  `@font-face {
  font-family: "${face.family}";
  font-weight: ${face.weight};
  font-style: normal;
  src: url("fonts/${fontFile(face)}") format("truetype");
}
`

/** Columns from right to left, for editions that are set so; old readers know the second name. */
const VERTICAL = `html {
  -epub-writing-mode: vertical-rl;
  -webkit-writing-mode: vertical-rl;
  writing-mode: vertical-rl;
}
`

/** What reading systems call such faces, for those that ignore the book's own: first by script, then by kind. */
const SYSTEM: Readonly<Record<string, readonly [simplified: string, any: string]>> = {
  song: ['"Songti SC", "Noto Serif CJK SC", SimSun', 'serif'],
  hei: ['"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei"', 'sans-serif'],
  kai: ['"Kaiti SC", STKaiti, KaiTi', 'serif'],
}

/** The families of a role in the order of its fallbacks, those that the book embeds, then those of the system. */
function families(role: Role, faces: readonly Face[], language: string): string {
  const marks = hasCentredMarks(language)
    ? chain(marksOf(role)).filter(({ id }) => id.startsWith('rare-'))
    : []
  const embedded = [...marks, ...chain(role)]
    .filter((f) => faces.includes(f))
    .map((f) => `"${f.family}"`)
  const [simplified, any] = SYSTEM[role.split('-')[0] ?? ''] ?? ['', 'serif']
  const named = /^zh(?!.*-(?:hant|tw|hk|mo)\b)/i.test(language) ? [simplified] : []
  return [...new Set(embedded), ...named, any].join(', ')
}
