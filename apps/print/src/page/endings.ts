import { MARKS } from '../marks.ts'
import { middle, pixels, sideFrom, sideTo } from './axis.ts'
import { rectsOf, textsOf } from './texts.ts'

const MARK = new RegExp(`^[${MARKS}\\s]`, 'u')

/** A last line shorter than so many characters has perhaps one alone, with the marks at it. */
const SHORT = 3.3

/** The paragraphs whose last line is so short that one character may stand alone on it. */
export function shortEndings(root: HTMLElement, line: number): HTMLElement[] {
  const base = root.getBoundingClientRect()
  return [...root.querySelectorAll<HTMLElement>('p')].filter((paragraph) => {
    const rects = rectsOf(paragraph)
    const lowest = rects.reduce((low, r) => Math.max(low, middle(base, r)), 0)
    const final = rects.filter((r) => middle(base, r) > lowest - line * 0.4)
    if (rects.length === final.length) return false
    const from = Math.min(...final.map(sideFrom))
    const to = Math.max(...final.map(sideTo))
    return to - from < pixels(getComputedStyle(paragraph).fontSize) * SHORT
  })
}

/** Ties the last two characters of a paragraph, with the marks at them, to one another. */
export function tieEnd(paragraph: HTMLElement): void {
  let letters = 0
  for (const text of textsOf(paragraph).reverse()) {
    const points = [...text.data]
    for (let k = points.length - 1; k >= 0; k -= 1) {
      if (!MARK.test(points[k] ?? '')) letters += 1
      if (letters < 2) continue
      tieFrom(paragraph, text, points.slice(0, k).join('').length)
      return
    }
  }
}

function tieFrom(paragraph: HTMLElement, text: Text, offset: number): void {
  const tail = document.createRange()
  tail.setStart(text, offset)
  tail.setEnd(paragraph, paragraph.childNodes.length)
  const bound = document.createElement('span')
  bound.className = 'tied'
  bound.append(tail.extractContents())
  for (const copy of bound.querySelectorAll('[id]')) {
    if (paragraph.querySelector(`[id="${copy.id}"]`) !== null) copy.removeAttribute('id')
  }
  paragraph.append(bound)
}
