import {
  chain,
  type Face,
  faceOf,
  gather,
  needsGlyph,
  type Role,
  subsets,
  toWoff2,
  type Use,
} from '@huijiao/fonts'
import { roleOf, VOCABULARY } from '@huijiao/hast/vocabulary'
import type { ElementContent } from 'hast'

/** Files of faces, by their path from the folder of the style sheet that names them. */
export interface FaceFiles {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly css: string
}

/** The roles that pages set text in, and what systems call such faces, for characters that none of ours has. */
const SYSTEM: Readonly<Record<'song' | 'song-bold' | 'hei-bold' | 'kai', string>> = {
  song: '"Songti SC", "Noto Serif CJK SC", SimSun, serif',
  'song-bold': '"Songti SC", "Noto Serif CJK SC", SimSun, serif',
  'hei-bold': '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
  kai: '"Kaiti SC", STKaiti, KaiTi, serif',
}

/** Numbers and signs of lists and links, which the style sheet draws. */
const DRAWN = '0123456789.•·'

/**
 * The faces that some pages need, cut to their characters. A character that no face has is left to the system of whoever
 * reads: a page can do what a book cannot.
 */
export async function facesFor(nodes: readonly ElementContent[]): Promise<FaceFiles> {
  const uses = [...usesOf(nodes, 'song'), { text: DRAWN, role: 'song' as const }]
  const faces = gather(uses.map((use) => ({ ...use, text: faced(use) })))
  const cut = await subsets(faces)
  const files = new Map<string, Uint8Array>()
  for (const { face, bytes } of cut) files.set(fileOf(face), await toWoff2(bytes))
  return { files, css: css(faces.map(({ face }) => face)) }
}

const faced = ({ text, role }: Use): string =>
  [...new Set(text)]
    .filter((c) => {
      const point = c.codePointAt(0) ?? 0
      return needsGlyph(point) && faceOf(point, role) !== undefined
    })
    .join('')

/** Every run of text with the role that the style sheet sets it in. */
function* usesOf(nodes: readonly ElementContent[], role: Role): Generator<Use> {
  for (const node of nodes) {
    if (node.type === 'text') yield { text: node.value, role }
    if (node.type !== 'element') continue
    const { className } = node.properties
    const classes = Array.isArray(className) ? className.map(String) : []
    yield* usesOf(node.children, roleOf(node.tagName, classes) ?? role)
  }
}

const fileOf = (face: Face): string => `fonts/${face.id}.woff2`

function css(faces: readonly Face[]): string {
  const families = Object.entries(SYSTEM).map(([role, system]) => {
    const own = chain(role as Role)
      .filter((f) => faces.includes(f))
      .map((f) => `"${f.family}"`)
    return `  --${role}: ${[...new Set(own), system].join(', ')};`
  })
  const roles = Object.entries(VOCABULARY).flatMap(([selector, { role }]) =>
    role === undefined
      ? []
      : [`.book ${selector} {\n  font-family: var(--${role});\n${weight(role)}}`],
  )
  return [...faces.map(fontFace), `:root {\n${families.join('\n')}\n}`, ...roles, ''].join('\n')
}

const weight = (role: Role): string => (role.endsWith('-bold') ? '  font-weight: 700;\n' : '')

/** Text is shown at once in a face of the system, and again when its own has come. */
const fontFace = (face: Face): string =>
  `@font-face {
  font-family: "${face.family}";
  font-weight: ${face.weight};
  font-display: swap;
  src: url("${fileOf(face)}") format("woff2");
}`
