import { clean, type PageBreak, pageId } from '@huijiao/hast'

/** A page of the printed book, as the page list names it. */
export interface Page {
  readonly label: string
  readonly href: string
  /** As the NCX has it: body pages are numbered in figures, those of front matter in other numerals. */
  readonly type: 'normal' | 'front'
  /** The number of a body page, else 0. */
  readonly value: number
}

export function pagesOf(breaks: readonly PageBreak[]): readonly Page[] {
  return breaks.map(({ label, document }) => {
    const numbered = /^\d{1,6}$/.test(label)
    return {
      label: clean(label),
      href: `${document}.xhtml#${pageId(label)}`,
      type: numbered ? 'normal' : 'front',
      value: numbered ? Number(label) : 0,
    }
  })
}
