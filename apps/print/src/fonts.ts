import {
  chain,
  type Face,
  gather,
  hasCentredMarks,
  marksOf,
  type Role,
  regional,
  subsets,
  type Use,
} from '@huijiao/fonts'
import { roleOf as roleByName } from '@huijiao/hast/vocabulary'
import type { Element, Root, RootContent } from 'hast'
import { squareBody } from './body.ts'

/** A face cut to the characters of a book, as the page asks for it. */
interface BookFace {
  /** Address, relative to the page. */
  readonly path: string
  readonly bytes: Promise<Uint8Array>
}

/** The faces of one book. */
export interface BookFonts {
  readonly faces: readonly BookFace[]
  /** Rules that name the faces. */
  readonly css: string
  /** The CSS families of a role, those that the book has. */
  readonly families: (role: Role) => string
}

/**
 * Cuts the faces to the characters of a book. Cutting goes on while the browser starts and reads the page.
 *
 * Any text may come to stand in any of the roles of its element, so each role gets every character that is
 * set in it; digits and Latin letters go to all, for folios and references.
 *
 * @throws {UncoveredCharacterError} where no face has a character; the tree has boxes for those.
 */
export function bookFonts(tree: Root, extra: string, language: string): BookFonts {
  const plain = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,:;()[]-–/ '
  const uses: Use[] = [
    ...usesOf(tree.children, 'song', ''),
    ...(['song', 'hei-bold', 'kai'] as const).map(
      (role): Use => ({ text: `${plain}${extra}`, role }),
    ),
  ]
  const needed = gather(regional(uses, language))
  const cut = subsets(needed)
  const faces = needed.map(({ face }, index) => {
    const bytes = cut.then((all) => squareBody(all[index]?.bytes ?? new Uint8Array()))
    // Whoever waits for it hears of a fault.
    bytes.catch(() => undefined)
    return { path: `faces/${face.id}.ttf`, bytes }
  })
  const present = needed.map((f) => f.face)
  return {
    faces,
    css: present.map(ruleOf).join('\n'),
    families: (role) => familiesOf(role, present, language),
  }
}

const ruleOf = ({ id, family, weight }: Face): string =>
  `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(faces/${id}.ttf) }`

function familiesOf(role: Role, present: readonly Face[], language: string): string {
  const marks = hasCentredMarks(language) ? chain(marksOf(role)).filter(isRegional) : []
  const names = [...marks, ...chain(role)]
    .filter((f) => present.some((p) => p.id === f.id))
    .map((f) => `"${f.family}"`)
  return [...new Set(names)].join(', ')
}

/** Whether a face has marks as a region does, and not what fills up other faces. */
const isRegional = ({ id }: Face): boolean => id.startsWith('rare-')

/** The role that the style sheet gives an element; undefined where it has that of the element around it. */
export const roleOf = ({ tagName, properties }: Element): Role | undefined =>
  roleByName(tagName, Array.isArray(properties.className) ? properties.className.map(String) : [])

/** Text by the role that the style sheet sets it in. */
function* usesOf(nodes: readonly RootContent[], role: Role, place: string): Generator<Use> {
  for (const node of nodes) {
    if (node.type === 'text') yield { text: node.value, role, place }
    if (node.type !== 'element') continue
    const id = typeof node.properties.id === 'string' ? node.properties.id : place
    yield* usesOf(node.children, roleOf(node) ?? role, id)
  }
}
