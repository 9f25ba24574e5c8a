import type { Destination } from '@huijiao/pdf'
import type { Layout } from './lay-out.ts'
import type { Stretch } from './openings.ts'

/**
 * The print must have everything that is linked to where the layout had it: then contents, references and the notes at
 * the foot of their pages are right.
 *
 * @throws {Error} naming the first element on another page.
 */
export function assertAgrees(
  destinations: ReadonlyMap<string, Destination>,
  stretches: readonly Stretch[],
  { laid, pages }: Layout,
): void {
  for (const stretch of stretches) {
    const first = pages.findIndex((p) => p.stretch === stretch.id)
    const own = laid.get(stretch.id)
    if (own === undefined) continue
    const places = [
      ...Object.entries(own.places).map(([id, [page]]) => [id, page] as const),
      ...Object.entries(own.notes),
    ].toSorted((a, b) => a[1] - b[1])
    for (const [id, page] of places) {
      const found = destinations.get(id)
      if (found !== undefined && found.page !== first + page) {
        throw new Error(
          `${id} was laid out on page ${first + page + 1} of the book and printed on page ${found.page + 1}`,
        )
      }
    }
  }
}
