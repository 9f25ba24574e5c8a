import { isVertical } from './axis.ts'

/** Writes page numbers into the contents; in vertical lines they stand upright in one square. */
export function fillContents(labels: Readonly<Record<string, string>>): void {
  const vertical = isVertical()
  for (const span of document.querySelectorAll<HTMLElement>('.toc-page')) {
    const label = labels[span.dataset['for'] ?? ''] ?? ''
    if (vertical && /^\d{1,3}$/.test(label)) {
      const number = document.createElement('span')
      number.className = 'combine'
      number.textContent = label
      span.replaceChildren(number)
    } else span.textContent = label
  }
}

/** Makes the places of entries in the appendix page and line, `12.7`. */
export function fillReferences(labels: Readonly<Record<string, string>>): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.apparatus a.locus')]
  for (const link of links) {
    const label = labels[decodeURIComponent(link.hash.slice(1))]
    if (label !== undefined) link.textContent = label
  }
  if (!isVertical()) return
  // A box of its own would make the line wider than its fellows: the room behind the place is measured out.
  const rooms = links.map((link) => {
    const em = Number.parseFloat(getComputedStyle(link).fontSize)
    return Math.max(em * 0.6, em * 3.2 - link.getBoundingClientRect().height)
  })
  for (const [i, link] of links.entries()) link.style.paddingInlineEnd = `${rooms[i] ?? 0}px`
}

/**
 * Makes the places of the index of names pages, each page once.
 *
 * @param labels by place, as its element has it.
 */
export function fillIndex(labels: Readonly<Record<string, string>>): void {
  const separator = document.documentElement.lang.startsWith('zh') ? '、' : ', '
  for (const entry of document.querySelectorAll('.index-entry')) {
    const places = [...entry.querySelectorAll<HTMLElement>('[data-at]')]
    const name = entry.querySelector('.index-name')
    const seen = new Set<string>()
    const pages = places.filter((place) => {
      const label = labels[place.dataset['at'] ?? ''] ?? ''
      const isNew = !seen.has(label)
      seen.add(label)
      place.textContent = label
      return isNew
    })
    const list = document.createElement('span')
    list.className = 'index-works locus'
    for (const [i, page] of pages.entries()) list.append(...(i === 0 ? [page] : [separator, page]))
    entry.replaceChildren(...(name === null ? [] : [name, ' ']), list)
  }
}

/** Adds what the print needs beyond the layout: blanks, heads and folios. */
export function dress(options: {
  readonly style: string
  /** Ids of the documents before which a blank page stands. */
  readonly blanksBefore: readonly string[]
}): void {
  const style = document.createElement('style')
  style.textContent = options.style
  document.head.append(style)
  for (const id of options.blanksBefore) {
    const blank = document.createElement('div')
    blank.className = 'blank'
    document.querySelector(`.doc[data-doc="${id}"]`)?.before(blank)
  }
}
