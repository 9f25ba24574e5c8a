import type { BookDocument } from '@huijiao/hast'
import type { OutlineItem } from '@huijiao/pdf'

/** The bookmarks: the headings of the tree, nested as they are. */
export function outlineOf(documents: readonly BookDocument[]): OutlineItem[] {
  interface Open {
    readonly depth: number
    readonly children: OutlineItem[]
  }
  return documents.flatMap((document) => {
    const top: OutlineItem[] = []
    const open: Open[] = []
    for (const heading of document.headings) {
      while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
      const children: OutlineItem[] = []
      ;(open.at(-1)?.children ?? top).push({ title: heading.title, dest: heading.id, children })
      open.push({ depth: heading.depth, children })
    }
    return top
  })
}
