/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Press } from './galley.ts'

/**
 * Runs in the page, once, before anything is measured: gives heads, contents, annotations, notes and entries the form
 * that a style sheet cannot give because it depends on how wide or how long something is.
 */
export function shapeForms(options: {
  /** Extent of the page in the direction in which lines follow. */
  readonly extent: number
  /** Ids of the documents of the front matter. */
  readonly front: readonly string[]
}): void {
  const press: Press = globalThis.press
  const OPENING = /[“‘（《「『【〔]$/u
  const OPENS = /^[“‘（《「『【〔]/u
  const CLOSING = /^[，。、；：？！”’）》」』】〕…—\s]/u
  const vertical = document.body.classList.contains('vertical')
  const along = (rect: DOMRect): number => (vertical ? rect.height : rect.width)
  const across = (rect: DOMRect): number => (vertical ? rect.width : rect.height)

  partWords()
  fitTitlePage()
  for (const id of options.front) fitPage(press.doc(id))
  for (const head of document.querySelectorAll<HTMLElement>('.work-head')) lowerVoice(head)
  const ends = [...document.querySelectorAll<HTMLElement>('.toc-entry')].map(spaceAfterTitle)
  for (const [tail, size] of ends) tail.style.inlineSize = `${size}px`
  const above = [...document.querySelectorAll<HTMLElement>('.ruby .ruby-text')].map(annotation)
  for (const annotate of above) annotate()
  const labels = [...document.querySelectorAll<HTMLElement>('.note-back, .entry .locus')]
  for (const [label, size] of labels.map((l) => [l, blankAfter(l)] as const)) {
    if (size > 0.1) label.style.marginInlineEnd = `${-size}px`
  }

  /** Lines of titles end between words. */
  function partWords(): void {
    const words = new Intl.Segmenter('zh', { granularity: 'word' })
    const titles = [
      ...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, .toc-title'),
    ].filter((e) => e.closest('.phrased') === null)
    for (const text of titles.flatMap((t) => [...press.texts(t)])) {
      const joined: string[] = []
      for (const { segment: part } of words.segment(text.data)) {
        const last = joined.at(-1)
        // A mark stays with the word that it closes, a word with the mark that opens it.
        if (last !== undefined && (CLOSING.test(part) || OPENING.test(last)))
          joined[joined.length - 1] = last + part
        else joined.push(part)
      }
      for (const part of joined.slice(0, -1)) text.before(part, document.createElement('wbr'))
      text.data = joined.at(-1) ?? ''
    }
    // A phrase that the edition marks may hold the end of a clause, where a line may end as well.
    const phrases = [...document.querySelectorAll('.phrased')].flatMap((e) => [...press.texts(e)])
    for (const node of phrases) {
      const clauses = node.data.split(
        /(?<=[，。、；：？！\s])(?![，。、；：？！”’）》」』】〕…—\s])(?=.)/u,
      )
      for (const clause of clauses.slice(0, -1)) node.before(clause, document.createElement('wbr'))
      node.data = clauses.at(-1) ?? ''
    }
    for (const title of document.querySelectorAll<HTMLElement>(
      'h1, h2, h3, h4, h5, h6, .toc-title',
    )) {
      const said = title.textContent ?? ''
      if (/\p{sc=Han}\p{P}? +\p{P}?\p{sc=Han}/u.test(said) && !/[a-z] +[a-z]/i.test(said))
        title.classList.add('clauses')
    }
  }

  /** Takes from the room between the parts of the title page, then from their size, until all stand on it. */
  function fitTitlePage(): void {
    const page = document.querySelector<HTMLElement>('.titlepage')
    if (page === null) return
    const line = Number.parseFloat(getComputedStyle(page).getPropertyValue('--line'))
    const publisher = page.querySelector('.book-publisher')
    if (page.querySelectorAll('.contributor').length > 5)
      page.querySelector('.book-contributors')?.classList.add('crowd')
    for (const [air, voice] of [
      [1, 1],
      [0.7, 1],
      [0.4, 1],
      [0.4, 0.8],
      [0.3, 0.65],
      [0.2, 0.5],
      [0.1, 0.4],
      [0.05, 0.3],
    ] as const) {
      page.style.setProperty('--air', String(air))
      page.style.setProperty('--voice', String(voice))
      const box = page.getBoundingClientRect()
      const last = [...page.children].findLast(
        (e) => e !== publisher && across(e.getBoundingClientRect()) > 0,
      )
      const limit =
        publisher === null
          ? across(box) - line * 0.75
          : press.start(box, publisher.getBoundingClientRect()) - line * 0.5
      if (last === undefined || press.end(box, last.getBoundingClientRect()) <= limit) return
    }
  }

  /** Sets a document smaller that would else have a few lines alone on its last page. */
  function fitPage(doc: HTMLElement): void {
    const pages = across(doc.getBoundingClientRect()) / options.extent
    if (pages <= 1 || pages % 1 > 0.5) return
    doc.classList.add('compact')
    if (across(doc.getBoundingClientRect()) / options.extent > Math.floor(pages))
      doc.classList.remove('compact')
  }

  function lowerVoice(head: HTMLElement): void {
    const title = head.querySelector('h1')
    if (title === null) return
    const line = Number.parseFloat(getComputedStyle(title).lineHeight)
    if (across(title.getBoundingClientRect()) <= line * 3.5) return
    head.classList.add('long')
    if (across(title.getBoundingClientRect()) > line * 6) head.classList.add('longest')
  }

  /** How much room the leader and the number have behind the last line of a title. */
  function spaceAfterTitle(entry: HTMLElement): readonly [HTMLElement, number] {
    const range = document.createRange()
    const tail = entry.querySelector<HTMLElement>('.toc-tail') ?? entry
    range.selectNodeContents(entry.querySelector('.toc-title') ?? entry)
    const box = entry.getBoundingClientRect()
    const last = [...range.getClientRects()].findLast((r) => along(r) > 0) ?? box
    const left = vertical ? box.bottom - last.bottom : box.right - last.right
    if (
      /[，。、；：？！”’）》」』】〕]$/u.test(entry.querySelector('.toc-title')?.textContent ?? '')
    )
      entry.querySelector('.toc-leader')?.classList.add('close')
    return [tail, Math.max(0, left - 0.5)]
  }

  /** Measures an annotation and its base; what is given sets it over the middle, and makes room beside a narrower base. */
  function annotation(note: HTMLElement): () => void {
    const base = note.previousElementSibling
    if (!(base instanceof HTMLElement)) return () => undefined
    const [wide, own] = [along(note.getBoundingClientRect()), along(base.getBoundingClientRect())]
    return () => {
      if (wide > own) base.style.paddingInline = `${(wide - own) / 2}px`
      note.style.marginInlineStart = `${-(Math.max(wide, own) + wide) / 2}px`
    }
  }

  /** What is blank between a label and its text: a space, and the empty half of a mark that opens. */
  function blankAfter(label: HTMLElement): number {
    const walker = document.createTreeWalker(label.parentElement ?? label, NodeFilter.SHOW_TEXT)
    walker.currentNode = label.lastChild ?? label
    let blank = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { data } = node as Text
      const words = data.trimStart()
      const spaces = data.length - words.length
      if (spaces > 0) {
        const range = document.createRange()
        range.setStart(node, 0)
        range.setEnd(node, spaces)
        blank += along(range.getBoundingClientRect())
      }
      if (words === '') continue
      const size = Number.parseFloat(getComputedStyle(node.parentElement ?? label).fontSize)
      return OPENS.test(words) ? blank + size / 2 : blank
    }
    return 0
  }
}
