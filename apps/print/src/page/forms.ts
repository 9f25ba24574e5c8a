import { OPENING } from '../marks.ts'
import { along, isSeen, isVertical, pixels } from './axis.ts'
import { fitPage, fitTitlePage, lowerVoice } from './fit.ts'
import { rangeIn, rangeOf } from './range.ts'
import { documentOf, rectsOf } from './texts.ts'
import { partWords } from './words.ts'
import { setZhuyin } from './zhuyin.ts'

const OPENS = new RegExp(`^[${OPENING}]`, 'u')
const ENDS_BLANK = /[，。、；：？！”’）》」』】〕]$/u

/**
 * Gives heads, contents, annotations, notes and entries the form that a style sheet cannot give because it depends on
 * how wide or how long something is; once, before anything is measured.
 *
 * @param options.extent of the page in the direction in which lines follow, in pixels.
 * @param options.front ids of the documents of the front matter.
 */
export function shapeForms(options: {
  readonly extent: number
  readonly front: readonly string[]
}): void {
  partWords()
  fitTitlePage()
  for (const id of options.front) fitPage(documentOf(id), options.extent)
  for (const head of document.querySelectorAll<HTMLElement>('.work-head')) lowerVoice(head)
  const ends = [...document.querySelectorAll<HTMLElement>('.toc-entry')].map(spaceAfterTitle)
  for (const [tail, size] of ends) tail.style.inlineSize = `${size}px`
  const above = [...document.querySelectorAll<HTMLElement>('.ruby .ruby-text')].map(annotation)
  for (const annotate of above) annotate()
  for (const name of document.querySelectorAll<HTMLElement>('.speech > .speaker'))
    besideSpeech(name)
  // Latin brackets bring no space of their own: there the space is needed.
  const labels = [
    ...document.querySelectorAll<HTMLElement>(':is(.note-back, .entry .locus):lang(zh)'),
  ]
  for (const [label, size] of labels.map((l) => [l, blankAfter(l)] as const)) {
    if (size > 0.1) label.style.marginInlineEnd = `${-size}px`
  }
}

/** Lets a speech begin in the line of the speaker's name, where that leaves it half of the line. */
function besideSpeech(name: HTMLElement): void {
  const words = name.nextElementSibling
  const size = along(rangeIn(name).getBoundingClientRect())
  const em = pixels(getComputedStyle(name).fontSize)
  if (!(words instanceof HTMLElement) || !words.matches('p:not(.stage)')) return
  if (size + em > along(name.getBoundingClientRect()) / 2) return
  name.classList.add('beside')
  const inset = pixels(getComputedStyle(words).paddingInlineStart)
  words.style.textIndent = `${size + em - inset}px`
}

/** How much room the leader and the number have behind the last line of a title. */
function spaceAfterTitle(entry: HTMLElement): readonly [HTMLElement, number] {
  const tail = entry.querySelector<HTMLElement>('.toc-tail') ?? entry
  const title = entry.querySelector('.toc-title') ?? entry
  const box = entry.getBoundingClientRect()
  const last = rectsOf(title).findLast(isSeen) ?? box
  const left = isVertical() ? box.bottom - last.bottom : box.right - last.right
  if (ENDS_BLANK.test(title.textContent ?? ''))
    entry.querySelector('.toc-leader')?.classList.add('close')
  return [tail, Math.max(0, left - 0.5)]
}

/** Measures an annotation and its base; what is given sets it over the middle, and makes room beside a narrower base. */
function annotation(note: HTMLElement): () => void {
  const base = note.previousElementSibling
  if (!(base instanceof HTMLElement)) return () => undefined
  if (setZhuyin(note, base) && !isVertical()) return () => undefined
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
    const data = node.nodeValue ?? ''
    const words = data.trimStart()
    blank += widthOf(node, data.length - words.length)
    if (words === '') continue
    const size = pixels(getComputedStyle(node.parentElement ?? label).fontSize)
    return OPENS.test(words) ? blank + size / 2 : blank
  }
  return 0
}

function widthOf(node: Node, characters: number): number {
  if (characters === 0) return 0
  const words = rangeOf({ node, offset: 0 }, { node, offset: characters })
  return along(words.getBoundingClientRect())
}
