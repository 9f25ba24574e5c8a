import type { Content } from '../content/marked-content.ts'
import { type Area, joined } from '../content/place.ts'
import { lookup, name, type PdfFile } from '../file.ts'
import { PDFArray, PDFDict, type PDFRef } from '../pdf-lib.ts'
import { contentsOf, type Element, type ObjectKid, visit } from './tree.ts'

/** A link whose annotation is on another page than its words. */
export interface MisplacedLink {
  readonly owner: Element
  readonly kid: ObjectKid
  /** The words, all of one page. */
  readonly contents: readonly Content[]
}

/**
 * Links that are not where their words are: in a vertical paragraph over several pages the browser puts the links of its
 * first pages on its last.
 */
export function misplacedLinks(root: Element): MisplacedLink[] {
  const found: MisplacedLink[] = []
  visit(root, (owner) => {
    const kids = owner.kids.filter((kid) => kid.kind === 'object')
    if (kids.length === 0) return
    const contents = contentsOf(owner)
    const [first] = contents
    if (first === undefined) return
    const pages = new Set(contents.map((c) => c.page))
    for (const kid of kids) {
      if (pages.has(kid.page)) continue
      found.push({ owner, kid, contents: contents.filter((c) => c.page === first.page) })
    }
  })
  return found
}

/**
 * Puts links where their words are.
 *
 * @param area where a stretch of content shows its text.
 */
export function placeLinks(
  file: PdfFile,
  misplaced: readonly MisplacedLink[],
  area: (content: Content) => Area | undefined,
): void {
  for (const { owner, kid, contents } of misplaced) {
    let around: Area | undefined
    for (const content of contents) {
      const own = area(content)
      if (own !== undefined) around = joined(around, own)
    }
    const page = contents[0]?.page
    const annotation = file.context.lookup(kid.object)
    if (around === undefined || page === undefined || !(annotation instanceof PDFDict)) continue
    annotation.set(name('Rect'), file.context.obj(around.map((n) => Math.round(n * 1e4) / 1e4)))
    annotation.delete(name('QuadPoints'))
    moveAnnotation(file, kid, page)
    owner.kids[owner.kids.indexOf(kid)] = { ...kid, page }
  }
}

function moveAnnotation(file: PdfFile, { object, page }: ObjectKid, to: PDFRef): void {
  const listOf = (ref: PDFRef): PDFArray | undefined => {
    const dict = file.context.lookup(ref)
    if (!(dict instanceof PDFDict)) return undefined
    const known = lookup(dict, 'Annots')
    if (known instanceof PDFArray) return known
    const made = PDFArray.withContext(file.context)
    dict.set(name('Annots'), made)
    dict.set(name('Tabs'), name('S'))
    return made
  }
  const old = listOf(page)
  const at = old?.indexOf(object)
  if (at !== undefined) old?.remove(at)
  listOf(to)?.push(object)
}
