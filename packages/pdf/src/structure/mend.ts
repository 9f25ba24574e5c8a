import type { StrayContent } from '../content/rewrite.ts'
import type { PdfFile } from '../file.ts'
import { shapeContents } from './contents.ts'
import { levelHeadings } from './headings.ts'
import { applyHints } from './hints.ts'
import { tagLinks } from './links.ts'
import { placeNotes } from './notes.ts'
import { joinRests } from './rests.ts'
import { shapeList, simplify } from './shape.ts'
import { placeStrays } from './strays.ts'
import { fillRows, scopeHeaders } from './table.ts'
import { type Content, type Element, type Kid, visit } from './tree.ts'

/**
 * Makes the structure of a printed page one that PDF/UA-1 allows.
 *
 * @param contents what became of a stretch of content that the browser tagged: none where nothing was painted,
 * several where it had to be split.
 * @param strays stretches that the browser did not tag.
 */
export function mendStructure(
  file: PdfFile,
  root: Element,
  contents: (content: Content) => readonly Content[],
  strays: readonly StrayContent[],
): void {
  visit(root, (node) => {
    node.kids = node.kids.flatMap((kid): readonly Kid[] =>
      kid.kind === 'content' ? contents(kid) : [kid],
    )
  })
  placeStrays(root, strays, ({ content }, mcid) =>
    contents({ kind: 'content', page: content.page, mcid }),
  )
  tagLinks(file, root)
  applyHints(root)
  placeNotes(file, root)
  root.type = 'Document'
  dropHollow(root)
  joinRests(root)
  figures(root)
  simplify(root)
  shapeContents(root)
  levelHeadings(root)
  let notes = 0
  visit(root, (node) => {
    if (node.type === 'L') shapeList(node)
    else if (node.type === 'Table') {
      fillRows(node)
      scopeHeaders(file, node)
    } else if (node.type === 'Note') node.id = `note-${++notes}`
  })
}

/** A figure without a description that only holds others is a group; its description is on what it holds. */
function figures(root: Element): void {
  visit(root, (node) => {
    if (node.type !== 'Figure' || node.alt !== undefined) return
    if (node.kids.some((kid) => kid.kind === 'element')) node.type = 'Div'
  })
}

/** Takes out boxes in which nothing is read: those that a style sheet makes for what it draws. */
function dropHollow(node: Element): void {
  node.kids = node.kids.filter((kid) => {
    if (kid.kind !== 'element') return true
    dropHollow(kid)
    return kid.type !== 'Div' || kid.kids.length > 0 || kid.alt !== undefined
  })
}
