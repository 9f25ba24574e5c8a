import { readFileSync } from 'node:fs'
import { chain, type Face, type Role } from '@huijiao/fonts'
import { baseStyles } from '@huijiao/hast'

/** The file of a face in the book. */
export const fontFile = (face: Face): string => `${face.id}.ttf`

/** The style sheet of the book: its faces, what all renderings share, what screens need. */
export function styles(faces: readonly Face[]): string {
  const own = readFileSync(new URL('../styles/epub.css', import.meta.url), 'utf8')
  const text = own.replaceAll(/"@([a-z-]+)"/g, (_, role: string) => families(role as Role, faces))
  return [...faces.map(fontFace), baseStyles(), text].join('\n')
}

const fontFace = (face: Face): string =>
  `@font-face {
  font-family: "${face.family}";
  font-weight: ${face.weight};
  font-style: normal;
  src: url("fonts/${fontFile(face)}") format("truetype");
}
`

/** The families of a role in the order of its fallbacks, those that the book embeds. */
function families(role: Role, faces: readonly Face[]): string {
  const names = chain(role)
    .filter((f) => faces.includes(f))
    .map((f) => `"${f.family}"`)
  return [...new Set(names)].join(', ') || '"Huijiao Song"'
}
