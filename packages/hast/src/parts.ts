import type { PresentedWork } from './present/present.ts'

/** The works of one document of the appendix. */
export interface Part {
  /** From 0. */
  readonly index: number
  readonly works: readonly PresentedWork[]
}

/** Divides the works in book order. */
export function partsOf(
  works: readonly PresentedWork[],
  worksPerPart = Number.POSITIVE_INFINITY,
): Part[] {
  if (works.length <= worksPerPart) return [{ index: 0, works }]
  return Array.from({ length: Math.ceil(works.length / worksPerPart) }, (_, index) => ({
    index,
    works: works.slice(index * worksPerPart, (index + 1) * worksPerPart),
  }))
}

/** The document of a part: `apparatus`, `apparatus_2`, … No id of a work has an underscore. */
export const partId = (kind: 'apparatus', index: number): string =>
  index === 0 ? kind : `${kind}_${index + 1}`
