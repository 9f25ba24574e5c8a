import type { BrokenPage } from '../paginate/model.ts'
import { contentsAfter } from './cut.ts'
import type { Spot } from './texts.ts'

/**
 * Parts the notes of a document where they go on overleaf; gives the parts by id and first line.
 *
 * @param spots by note, where its parts after the first begin.
 */
export function divideNotes(
  root: Element,
  pages: readonly BrokenPage[],
  spots: ReadonlyMap<string, readonly (Spot | null)[]>,
): Map<string, HTMLElement> {
  const made = new Map<string, HTMLElement>()
  for (const note of root.querySelectorAll<HTMLElement>('.foot-galley .note')) {
    const froms = pages.flatMap((p) =>
      p.notes.filter((n) => n.id === note.id && n.from > 0).map((n) => n.from),
    )
    const own = spots.get(note.id) ?? []
    for (const [k, from] of [...froms.entries()].reverse()) {
      const spot = own[k]
      const words = note.lastElementChild
      if (spot != null && words !== null) made.set(`${note.id} ${from}`, partOf(note, words, spot))
    }
    made.set(`${note.id} 0`, note)
  }
  return made
}

function partOf(note: HTMLElement, words: Element, spot: Spot): HTMLElement {
  const rest = note.cloneNode(false) as HTMLElement
  rest.removeAttribute('id')
  rest.classList.add('continued')
  const paragraph = words.cloneNode(false) as HTMLElement
  paragraph.append(contentsAfter(words, spot))
  words.classList.add('goes-on')
  rest.append(paragraph)
  return rest
}
