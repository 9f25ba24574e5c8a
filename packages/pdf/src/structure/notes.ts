import { nameText } from '../destinations.ts'
import { lookup, type PdfFile, textOf } from '../file.ts'
import { PDFName } from '../pdf-lib.ts'
import { linksOf } from './links.ts'
import { type Element, type Kid, visit } from './tree.ts'

/**
 * Moves each note behind the call that links to it, parts of a divided note in their order: on the page it stands
 * at the foot, where a reader of the tags would meet it amid a sentence. A note without a call stays.
 */
export function placeNotes(file: PdfFile, root: Element): void {
  const notes = new Map<string, Element[]>()
  const calls = new Map<string, { readonly link: Element; readonly above: Element }>()
  visit(root, (node, parents) => {
    if (node.type === 'Note' && node.anchor !== undefined) {
      notes.set(node.anchor, [...(notes.get(node.anchor) ?? []), node])
    }
    const above = parents.at(-1)
    if (above === undefined || parents.some(({ type }) => type === 'Note')) return
    for (const link of linksOf(file, node)) {
      const target = lookup(link, 'Dest')
      const id = target instanceof PDFName ? nameText(target) : (textOf(target) ?? '')
      if (!calls.has(id)) calls.set(id, { link: node, above })
    }
  })
  const moved = new Set<Kid>()
  for (const [id, parts] of notes) if (calls.has(id)) for (const part of parts) moved.add(part)
  if (moved.size === 0) return
  visit(root, (node) => {
    node.kids = node.kids.filter((kid) => !moved.has(kid))
  })
  for (const [id, parts] of notes) {
    const call = calls.get(id)
    const at = call?.above.kids.indexOf(call.link) ?? -1
    if (call !== undefined && at >= 0) call.above.kids.splice(at + 1, 0, ...parts)
  }
}

/** Gives notes identifiers, which PDF/UA-1 asks for, in the order in which they are read. */
export function numberNotes(root: Element): void {
  let notes = 0
  visit(root, (node) => {
    if (node.type === 'Note') node.id = `note-${++notes}`
  })
}
