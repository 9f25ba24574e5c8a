/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Runs in the page: writes page numbers into the contents. */
export function fillContents(labels: Readonly<Record<string, string>>): void {
  for (const span of document.querySelectorAll<HTMLElement>('.toc-page')) {
    span.textContent = labels[span.dataset['for'] ?? ''] ?? ''
  }
}

/** Runs in the page: the places of entries in the appendix become page and line, `12.7`. */
export function fillReferences(labels: Readonly<Record<string, string>>): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.apparatus a.locus')) {
    const label = labels[decodeURIComponent(link.hash.slice(1))]
    if (label !== undefined) link.textContent = label
  }
}

/** Runs in the page: what the print needs beyond the layout: blanks, heads and folios. */
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
