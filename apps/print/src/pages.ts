import type { PageBreak } from '@huijiao/hast'

/** `pages.json`: where the pages of the printed book begin. */
export interface PagesJson {
  readonly edition: string
  /** Pages of the PDF, blanks among them. */
  readonly pages: number
  readonly breaks: readonly PageBreak[]
}

/** A physical page of the book. */
export interface PhysicalPage {
  /** Stretch that stands on it; null for a blank. */
  readonly stretch: string | null
  /** `iv`, `12`; empty for a page that does not show one but counts. */
  readonly label: string
  readonly matter: 'front' | 'body' | 'back'
  /** Page within its stretch, from 0. */
  readonly within: number
}

/** One stretch's extent, as the layout found it. */
export interface Extent {
  readonly id: string
  readonly matter: 'front' | 'body' | 'back'
  readonly pages: number
  /** Begins on a right-hand page. */
  readonly recto: boolean
}

/**
 * Numbers the pages of a book: stretches in order, blanks where one must open on the right, front matter in
 * roman numerals, the rest in arabic from 1.
 */
export function numberPages(extents: readonly Extent[]): PhysicalPage[] {
  const pages: PhysicalPage[] = []
  let front = 0
  let main = 0
  let inFront = true
  const add = (stretch: string | null, matter: PhysicalPage['matter'], within: number) => {
    const roman = matter === 'front'
    if (roman) front += 1
    else main += 1
    pages.push({ stretch, label: roman ? toRoman(front) : String(main), matter, within })
  }
  for (const extent of extents) {
    const turns = inFront && extent.matter !== 'front'
    // The first page is a right-hand one, and so is the first of the arabic numbers.
    if ((extent.recto || turns) && pages.length % 2 === 1)
      add(null, pages.at(-1)?.matter ?? 'front', 0)
    if (turns) inFront = false
    for (let k = 0; k < extent.pages; k += 1) add(extent.id, extent.matter, k)
  }
  return pages
}

/** Lower-case roman numeral of a number from 1 to 3999. */
export function toRoman(value: number): string {
  const table: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  let rest = value
  let roman = ''
  for (const [unit, sign] of table) {
    while (rest >= unit) {
      roman += sign
      rest -= unit
    }
  }
  return roman
}
