import { isWhite, readable } from '@huijiao/text'
import type { Atom, Page } from './types.ts'

/**
 * How a line ends: `final` with the end of a sentence, `colon` with what may end a paragraph,
 * `pause` inside a sentence with a mark, `open` inside a sentence without one.
 */
export type Ending = 'final' | 'colon' | 'pause' | 'open'

/** How a line begins: `opener` as only a paragraph does, `clinging` as no paragraph does. */
export type Beginning = 'opener' | 'clinging' | 'plain'

const CLOSERS = /(?<![”’」』）)】》〉\]"'*])[”’」』）)】》〉\]"'*]+$/u
const FINAL = /(?:[。！？!?…｡]|——|\.)$/u
const BRACKETED = /^[（([【].*[）)\]】][。．.]?$/u

export function endingOf(text: string): Ending {
  if (BRACKETED.test(text)) return 'final'
  const bare = text.replace(CLOSERS, '')
  if (FINAL.test(bare) || FINAL.test(text)) return 'final'
  if (/[：:]$/u.test(text)) return 'colon'
  return /[，、,；;—–-]$/u.test(text) ? 'pause' : 'open'
}

const CLINGING = /^[，。、；：！？”’」』）》〉】!?;:,.)\]…%％]/u
const OPENER = new RegExp(
  [
    '^(?:[一二三四五六七八九十]+(?:是|要)(?!一|二|三|四|五|六|七|八|九|十)',
    '第[一二三四五六七八九十\\d]+(?:[，、：,:条章节回卷]|是)',
    '[（(][一二三四五六七八九十\\d]{1,3}[）)]',
    '[一二三四五六七八九十]{1,3}、',
    '\\d{1,2}[.、．](?!\\d)',
    '[①-⑳●■◆▲★·•]',
    '(?:本报|本刊|本台|\\p{Script=Han}{2,5}(?:社|报|网|台)|据)\\p{Script=Han}{0,12}[\\d月日]*[^，。]{0,14}(?:电|讯|報導|报道|消息)(?:[\\s（(]|$)',
    '(?:问|答|記者|记者)[：:]',
    '——)',
  ].join('|'),
  'u',
)

export function beginningOf(text: string): Beginning {
  if (CLINGING.test(text)) return 'clinging'
  return OPENER.test(text) ? 'opener' : 'plain'
}

const OPENING = '“‘（(《「『【〈['
const CLOSING = '”’）)》」』】〉]'

/** Quotes and brackets left open (positive) or closed without having been opened (negative). */
export function balanceOf(text: string): { readonly opened: number; readonly closed: number } {
  let opened = 0
  let closed = 0
  for (const point of text) {
    if (OPENING.includes(point)) opened++
    else if (CLOSING.includes(point)) {
      if (opened > 0) opened--
      else closed++
    }
  }
  return { opened, closed }
}

/** The characters at the end of an atom, white space left out, at most `count`. */
export function tailOf({ source }: Page, atom: Atom, count: number): string[] {
  const tail: string[] = []
  for (let at = atom.end - 1; at >= atom.start && tail.length < count; at--) {
    const point = source.points[at] ?? ''
    if (!isWhite(point)) tail.push(point)
  }
  return tail.reverse()
}

/** The characters at the beginning of an atom, white space left out, at most `count`. */
export function headOf({ source }: Page, atom: Atom, count: number): string[] {
  const head: string[] = []
  for (let at = atom.start; at < atom.end && head.length < count; at++) {
    const point = source.points[at] ?? ''
    if (!isWhite(point)) head.push(point)
  }
  return head
}

const texts = new WeakMap<Atom, string>()

/** The text of an atom as it is read, made once. */
export function textOf({ source }: Page, atom: Atom): string {
  const known = texts.get(atom)
  if (known !== undefined) return known
  const text = readable(source.points.slice(atom.start, atom.end).join(''))
  texts.set(atom, text)
  return text
}
