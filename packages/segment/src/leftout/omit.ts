import { type FurnitureKind, fault, InputError, type Quotation } from '@huijiao/model'
import { contentIndex, contentOf } from '../page/content.ts'
import type { Page } from '../page/types.ts'
import { placesIn } from '../word/quotations.ts'

/**
 * Pages without the lines that hold what the editor leaves out: those become furniture.
 * @throws {InputError} with all quotations that stand nowhere.
 */
export function withoutOmitted(pages: readonly Page[], omit: readonly Quotation[]): Page[] {
  if (omit.length === 0) return [...pages]
  const gone = pages.map((page, source) => {
    const atoms = new Set<number>()
    for (const quotation of omit) {
      for (const { first, last } of placesIn(quotation, page, source)) {
        for (let atom = first; atom <= last; atom++) atoms.add(atom)
      }
    }
    return atoms
  })
  const unknown = omit.filter((quotation) =>
    pages.every((page, source) => placesIn(quotation, page, source).length === 0),
  )
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map(({ text, line, column }) =>
        fault('quotation-missing', { file: 'edition.yaml', line, column }, { text }),
      ),
    )
  }
  return pages.map((page, source) => withoutAtoms(page, gone[source] ?? new Set(), 'omitted'))
}

/** A page without some of its atoms, which become furniture of a kind. */
export function withoutAtoms(page: Page, gone: ReadonlySet<number>, kind: FurnitureKind): Page {
  if (gone.size === 0) return page
  const furniture = [
    ...page.furniture,
    ...page.atoms
      .filter(({ index }) => gone.has(index))
      .map(({ start, end }) => ({ start, end, kind })),
  ].sort((a, b) => a.start - b.start)
  const content = contentOf(page.source, furniture, page.atoms)
  const atoms = page.atoms
    .filter(({ index }) => !gone.has(index))
    .map((atom, index) => ({
      ...atom,
      index,
      from: contentIndex(content, atom.start),
      to: contentIndex(content, atom.end),
    }))
  return { ...page, furniture, content, atoms }
}
