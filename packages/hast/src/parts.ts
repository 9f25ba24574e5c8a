import type { Edition, Work } from '@huijiao/ast'

/** The works of one document of the appendix or of the list of notes. */
export interface Part {
  /** From 0. */
  readonly index: number
  readonly works: readonly Work[]
}

/** Divides the works in book order. */
export function partsOf(edition: Edition, worksPerPart = Number.POSITIVE_INFINITY): Part[] {
  const works = edition.children
  if (works.length <= worksPerPart) return [{ index: 0, works }]
  return Array.from({ length: Math.ceil(works.length / worksPerPart) }, (_, index) => ({
    index,
    works: works.slice(index * worksPerPart, (index + 1) * worksPerPart),
  }))
}

/** The document of a part: `apparatus`, `apparatus_2`, … No id of a work has an underscore. */
export const partId = (kind: 'apparatus' | 'notes', index: number): string =>
  index === 0 ? kind : `${kind}_${index + 1}`
