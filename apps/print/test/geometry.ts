import type { Glyphs, PrintedPage } from '@huijiao/proof'

/** The text block that a page must keep to, in points. */
export interface Block {
  readonly size: number
  readonly line: number
  readonly width: number
  readonly height: number
  /** Distance of the block from the top of the page, and from the spine. */
  readonly top: number
  readonly inner: number
  readonly outer: number
}

/** A line of running text: what stands on one baseline. */
export interface Line {
  readonly page: number
  readonly y: number
  readonly from: number
  readonly to: number
  readonly text: string
}

const CLOSERS = /^[，。、；：？！”’）》」』】〕…—·～％]/u
const OPENERS = /[“‘（《「『【〔]$/u

const near = (a: number, b: number, slack = 0.6): boolean => Math.abs(a - b) <= slack

/** Left edge of the text block: pages are mirrored. */
export const leftOf = (page: number, block: Block): number =>
  page % 2 === 0 ? block.inner : block.outer

const inBlock = (g: Glyphs, { top, height }: Block): boolean => g.y > top && g.y < top + height + 1

/** Whether a glyph stands in the margins of its page: what heads and folios do. */
export function isMargin(g: Glyphs, page: number, block: Block): boolean {
  const left = leftOf(page, block)
  const beside = g.x + g.width < left - 2 || g.x > left + block.width + 2
  return beside || g.y < block.top || g.y > block.top + block.height + 2
}

/** A line, for messages. */
export const told = (line: Line): string => `${line.page} ${line.y.toFixed(1)} ${line.text}`

/** The lines of running text of a page, from the top. */
export function linesOf(pages: readonly PrintedPage[], page: number, block: Block): Line[] {
  const rows: Glyphs[][] = []
  const glyphs = (pages[page]?.glyphs ?? [])
    .filter((g) => near(g.size, block.size, 0.2) && inBlock(g, block))
    .toSorted((a, b) => a.y - b.y)
  for (const g of glyphs) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && near(row[0].y, g.y, 2)) row.push(g)
    else rows.push([g])
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x)
    return {
      page,
      y: sorted[0]?.y ?? 0,
      from: sorted[0]?.x ?? 0,
      to: Math.max(...sorted.map((g) => g.x + g.width)),
      text: sorted.map((g) => g.text).join(''),
    }
  })
}

/** Lines that do not stand on the grid; the first line of the block gives its phase on all pages. */
export function offGrid(lines: readonly Line[], block: Block): Line[] {
  const phase = (l: Line) => (l.y - block.top) % block.line
  const counts = new Map<number, number>()
  for (const l of lines) {
    const key = Math.round(phase(l) * 4)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [usual = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return lines.filter((l) => {
    const off = Math.abs(phase(l) - usual / 4)
    return Math.min(off, block.line - off) > 0.6
  })
}

/** Whatever stands beyond the text block; a mark at the end of a line may lean out by the blank half of its body. */
export function overflowing(
  pages: readonly PrintedPage[],
  kept: readonly number[],
  block: Block,
): string[] {
  return kept.flatMap((page) => {
    const left = leftOf(page, block)
    // Heads and folios, beside the block in vertical books, stand farther off than what runs over.
    const beside = (g: Glyphs) =>
      g.x + g.width < left - block.size || g.x > left + block.width + block.size
    return (pages[page]?.glyphs ?? [])
      .filter((g) => inBlock(g, block) && !beside(g))
      .filter((g) => {
        const blank = /[，。、；：？！”’）》」』】〕]$/u.test(g.text) ? g.size / 2 : 0
        return g.x < left - g.size / 2 - 0.5 || g.x + g.width - blank > left + block.width + 0.8
      })
      .map((g) => `${page}: ${g.text} at ${g.x.toFixed(1)}`)
  })
}

/** Lines that begin or end with what may not stand there. */
export function kinsokuFaults(lines: readonly Line[]): Line[] {
  return lines.filter((l) => CLOSERS.test(l.text) || OPENERS.test(l.text))
}

/**
 * Last lines of paragraphs alone at the head of a page, first lines alone at its foot.
 *
 * @param continued whether a page begins within a paragraph.
 * @param crowded whether the lines of a page call so many notes that there may be no room for one more.
 */
export function strays(
  perPage: readonly (readonly Line[])[],
  block: Block,
  continued: (page: number) => boolean,
  crowded: (page: number) => boolean,
): string[] {
  const indented = (l: Line | undefined) =>
    l !== undefined && near(l.from - leftOf(l.page, block), block.size * 2, block.size * 0.7)
  return perPage.flatMap((lines, i) => {
    const next = perPage[i + 1]
    const [last, first, second] = [lines.at(-1), next?.[0], next?.[1]]
    if (last === undefined || first === undefined || !continued(first.page)) return []
    if (crowded(last.page)) return []
    const faults: string[] = []
    // The lines of a quotation are all indented, those of a speech but its first.
    if (indented(last) && !indented(lines.at(-2)))
      faults.push(`orphan on ${last.page}: ${last.text}`)
    if (second === undefined || (indented(second) && !indented(first)))
      faults.push(`widow on ${first.page}: ${first.text}`)
    return faults
  })
}

/** Last lines of paragraphs with one character alone, marks not counted. */
export function lonely(lines: readonly Line[], block: Block): Line[] {
  return lines.filter((l, i) => {
    const next = lines[i + 1]
    const previous = lines[i - 1]
    const ends = next === undefined || next.from - leftOf(next.page, block) > block.size * 1.3
    const begins = l.from - leftOf(l.page, block) > block.size * 1.3
    const letters = l.text.replaceAll(/[\p{P}\s]/gu, '')
    return ends && !begins && previous !== undefined && [...letters].length < 2
  })
}

/** Two marks of which one must lose the blank half of its square. */
const OPEN_PAIR =
  /[”’』」）》〉】〕，。、；：？！][”’』」）》〉】〕]|[”’』」）》〉】〕，。、；：][：；，。、]|[“‘『「（《〈【〔”’』」）》〉】〕，。、；：][“‘『「（《〈【〔]/gu

/** Pairs of marks that are set as wide as they are: closed up, they would be placed one by one. */
export function openPairs(glyphs: readonly Glyphs[]): string[] {
  return glyphs.flatMap((g) => g.text.match(OPEN_PAIR) ?? [])
}

/**
 * How far apart the characters of a line stand beyond their size, as a share of it: the median over those side by side;
 * undefined where there are none.
 *
 * @param all what else stands on the page: the call of a note parts its neighbours.
 */
export function loosenessOf(line: readonly Glyphs[], all: readonly Glyphs[]): number | undefined {
  const sorted = line.toSorted((a, b) => a.x - b.x)
  const between = (a: Glyphs, b: Glyphs): boolean =>
    all.some((g) => g.x > a.x && g.x < b.x && Math.abs(g.y - a.y) < a.size)
  const gaps = sorted.flatMap((g, at): number[] => {
    const { length } = [...g.text]
    const inner = length > 1 && HAN.test(g.text) ? [(g.width / g.size - length) / (length - 1)] : []
    const next = sorted[at + 1]
    const touches = next !== undefined && length === 1 && HAN.test(g.text) && HAN.test(next.text)
    return touches && !between(g, next) ? [...inner, (next.x - g.x) / g.size - 1] : inner
  })
  return gaps.toSorted((a, b) => a - b)[gaps.length >> 1]
}

const HAN = /^\p{sc=Han}+$/u

/** The glyphs of a page by baseline and size, from the top; those of running text, notes and entries alike. */
export function rowsOf(page: PrintedPage | undefined): Glyphs[][] {
  const rows: Glyphs[][] = []
  const sorted = (page?.glyphs ?? []).toSorted((a, b) => a.y - b.y)
  for (const g of sorted) {
    const row = rows.find(
      ([f]) => f !== undefined && near(f.y, g.y, 1) && near(f.size, g.size, 0.2),
    )
    if (row === undefined) rows.push([g])
    else row.push(g)
  }
  return rows
}

/** Lines that fill the measure and end with a mark that keeps its blank half. */
export function fullEndings(lines: readonly Line[], block: Block): Line[] {
  return lines.filter((l) => {
    const over = l.to - leftOf(l.page, block) - block.width
    return ENDS_BLANK.test(l.text) && Math.abs(over) < block.size * 0.2
  })
}

const ENDS_BLANK = /[，。、；：”’）》」』】〕]$/u
