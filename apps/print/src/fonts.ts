import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chain, type Face, fontconfig, gather, type Role, subset, type Use } from '@huijiao/fonts'
import type { Root, RootContent } from 'hast'
import { squareBody } from './body.ts'

/** Fonts of one book, in a folder of their own that only its browser sees. */
export interface BookFonts {
  /** Path of the font configuration. */
  readonly config: string
  /** The CSS families of a role, those that the book has. */
  readonly families: (role: Role) => string
  readonly remove: () => Promise<void>
}

/**
 * Cuts the faces to the characters of a book and lays them in a folder.
 *
 * Any text may come to stand in any of the roles of its element, so each role gets every character that is
 * set in it; digits and Latin letters go to all, for folios and references.
 *
 * @throws {UncoveredCharacterError} where no face has a character.
 */
export async function bookFonts(tree: Root, extra: string): Promise<BookFonts> {
  const plain = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;()[]-–/ '
  const uses: Use[] = [
    ...usesOf(tree.children, 'song', ''),
    ...(['song', 'hei-bold', 'kai'] as const).map(
      (role): Use => ({ text: `${plain}${extra}`, role }),
    ),
  ]
  const faces = gather(uses)
  const folder = await mkdtemp(join(tmpdir(), 'huijiao-fonts-'))
  const files = await Promise.all(
    faces.map(async ({ face, characters }) => ({
      name: `${face.id}.ttf`,
      bytes: squareBody(await subset(face, characters, 'ttf')),
    })),
  )
  const present = faces.map((f) => f.face)
  return {
    config: await fontconfig(folder, files),
    families: (role) => familiesOf(role, present),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function familiesOf(role: Role, present: readonly Face[]): string {
  const names = chain(role)
    .filter((f) => present.some((p) => p.id === f.id))
    .map((f) => `"${f.family}"`)
  return [...new Set(names)].join(', ')
}

const HEI = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'b', 'strong', 'th', 'dt'])
const KAI = new Set([
  'subtitle',
  'byline',
  'dateline',
  'dateline-run-in',
  'reasons',
  'note',
  'book-subtitle',
  'contributor-role',
])

/** Text by the role that the style sheet sets it in. */
function* usesOf(nodes: readonly RootContent[], role: Role, place: string): Generator<Use> {
  for (const node of nodes) {
    if (node.type === 'text') yield { text: node.value, role, place }
    if (node.type !== 'element') continue
    const classes = Array.isArray(node.properties.className)
      ? node.properties.className.map(String)
      : []
    const own: Role = classes.includes('book-title')
      ? 'song-bold'
      : HEI.has(node.tagName) || classes.includes('question')
        ? 'hei-bold'
        : node.tagName === 'blockquote' || classes.some((c) => KAI.has(c))
          ? 'kai'
          : role
    const id = typeof node.properties.id === 'string' ? node.properties.id : place
    yield* usesOf(node.children, own, id)
  }
}
