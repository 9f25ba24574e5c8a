/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Press } from './galley.ts'

/**
 * Runs in the page: chooses where the lines of titles end. Lines of like length, as the style sheet would have them; but
 * a line had better end where a clause does, even if it is then some characters shorter or longer.
 */
export function breakTitles(): void {
  const { texts }: Press = globalThis.press
  const CLAUSE = /[，。、；：？！…—”’）》」』】〕\s]$/u
  /** What it costs to end a line within a clause, in squares of characters that a line is off the mean. */
  const WITHIN = 25
  const vertical = document.body.classList.contains('vertical')
  const along = (rect: DOMRect): number => (vertical ? rect.height : rect.width)

  interface Part {
    /** Where it ends, after its first node. */
    readonly end: HTMLElement | null
    readonly size: number
    readonly closes: boolean
  }

  const titles = [
    ...document.querySelectorAll<HTMLElement>(
      '.work-head :is(h1, h2), .section-head :is(h2, h3, h4, h5, h6), h1.book-title',
    ),
  ]
  const chosen = titles.flatMap((title) => {
    const style = getComputedStyle(title)
    const box = title.getBoundingClientRect()
    const line = Number.parseFloat(style.lineHeight)
    const padding =
      Number.parseFloat(style.paddingBlockStart) + Number.parseFloat(style.paddingBlockEnd)
    const lines = Math.round(((vertical ? box.width : box.height) - padding) / line)
    if (lines < 2 || title.querySelector('br') !== null) return []
    const room = along(box) - Number.parseFloat(style.paddingInlineStart)
    return ends(partsOf(title), lines, room, Number.parseFloat(style.fontSize)) ?? []
  })
  for (const end of chosen) end.replaceWith(document.createElement('br'))

  /** The stretches between the places where a line may end. */
  function partsOf(title: HTMLElement): Part[] {
    const range = document.createRange()
    const stops = [...title.querySelectorAll<HTMLElement>('wbr')]
    const said = [...texts(title)]
    return [...stops, null].map((end, i) => {
      const from = stops[i - 1]
      const own = said.filter(
        (t) => (from === undefined || follows(from, t)) && (end === null || follows(t, end)),
      )
      let size = 0
      for (const text of own) {
        range.selectNodeContents(text)
        for (const rect of range.getClientRects()) size += along(rect)
      }
      return { end, size, closes: CLAUSE.test(own.map((t) => t.data).join('')) }
    })
  }

  function follows(first: Node, second: Node): boolean {
    return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  }

  /** The stops at which so many lines end best; null where the parts do not fit. */
  function ends(
    parts: readonly Part[],
    lines: number,
    room: number,
    em: number,
  ): readonly HTMLElement[] | null {
    const total = parts.reduce((sum, p) => sum + p.size, 0)
    const mean = total / lines
    interface Choice {
      readonly cost: number
      readonly stops: readonly HTMLElement[]
    }
    // By number of parts that are set: the best choice for so many lines.
    let best: (Choice | undefined)[] = [{ cost: 0, stops: [] }]
    for (let k = 1; k <= lines; k += 1) {
      const next: (Choice | undefined)[] = []
      for (const [from, choice] of best.entries()) {
        if (choice === undefined) continue
        let size = 0
        for (let to = from + 1; to <= parts.length; to += 1) {
          const part = parts[to - 1]
          if (part === undefined) break
          size += part.size
          if (size > room + 0.5) break
          if ((to === parts.length) !== (k === lines) || (part.end === null && to < parts.length))
            continue
          const off = (size - mean) / em
          const cost = choice.cost + off * off + (part.closes || part.end === null ? 0 : WITHIN)
          const known = next[to]
          if (known === undefined || cost < known.cost)
            next[to] = {
              cost,
              stops: part.end === null ? choice.stops : [...choice.stops, part.end],
            }
        }
      }
      best = next
    }
    return best[parts.length]?.stops ?? null
  }
}
