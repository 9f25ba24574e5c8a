import {
  isBracketedDateline,
  isByline,
  isLoneName,
  isNameLine,
  isSubtitle,
  opensWithDateline,
} from './marks.ts'
import { isPartName, type Numbering, numberingOf } from './numbering.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import type { Page } from './types.ts'

/** A place where an ordered file may begin a text: the headline there, and what it heads by its form. */
export interface Border {
  readonly source: number
  /** The first atom of the headline. */
  readonly at: number
  /** Atoms of the headline, subtitles included. */
  readonly lines: number
  /** `part`: a section by its number, its sign or its level; `title`: what may begin a work. */
  readonly form: 'part' | 'title'
  /** How high it stands among parts: 1 is highest; of titles 0. */
  readonly rank: number
}

/** More headlines on end than this are a table of contents, or no headlines at all. */
const STACK = 5
/** Longest headline of a text without punctuation, in content characters: its paragraphs look like headlines. */
const PLAIN = 16
/** Share of the lines that hold a mark, below which a text is without punctuation. */
const MARKED = 0.2

/** The borders of a file, in order. */
export function bordersOf(survey: Survey, source: number): Border[] {
  const { page } = survey
  const numberings = page.atoms.map((atom) => numberingOf(textOf(page, atom)))
  const plain = isUnpunctuated(page)
  const verse = verseLines(page)
  const heads = page.atoms.map((_, at) => headAt(survey, at, numberings[at] ?? null, plain, verse))
  const borders: Border[] = []
  for (let at = 0; at < heads.length; ) {
    const head = heads[at] ?? null
    if (head === null) {
      at++
      continue
    }
    let end = at + 1
    while (heads[end] != null) end++
    if (end - at < STACK) borders.push(...stackOf(heads, at, end, source))
    else if (at === 0) borders.push({ source, at, lines: 1, ...head })
    at = end
  }
  return borders
}

interface Head {
  readonly form: Border['form']
  readonly rank: number
}

/** Headlines on end: a title with its subtitles, each part by itself. */
function stackOf(
  heads: readonly (Head | null)[],
  from: number,
  to: number,
  source: number,
): Border[] {
  const found: Border[] = []
  for (let at = from; at < to; at++) {
    const head = heads[at]
    const before = found.at(-1)
    if (head == null) continue
    if (head.form === 'title' && before?.form === 'title') {
      found[found.length - 1] = { ...before, lines: before.lines + 1 }
    } else found.push({ source, at, lines: 1, ...head })
  }
  return found
}

function headAt(
  survey: Survey,
  at: number,
  numbering: Numbering | null,
  plain: boolean,
  verse: readonly boolean[],
): Head | null {
  const { page, heads, named, repeats } = survey
  const atom = page.atoms[at]
  if (atom === undefined) return null
  const text = textOf(page, atom)
  if (named[at] === true) return { form: 'title', rank: 0 }
  if (verse[at] === true && atom.level === 0) return null
  if (numbering?.heading === true && atom.level <= 1 && !isListed(survey, at, numbering)) {
    return { form: 'part', rank: numbering.rank }
  }
  if (isPartName(text)) return { form: 'part', rank: 3 }
  if (atom.level > 1) return { form: 'part', rank: atom.level + 1 }
  if ((heads[at] ?? 0) <= 0 || (repeats[at] ?? -1) >= 0) return null
  if (plain && atom.to - atom.from > PLAIN && atom.level === 0) return null
  return { form: 'title', rank: 0 }
}

/** Whether a numbered line is one of a list: the next one, or the one before, is its neighbour in number too. */
function isListed({ page }: Survey, at: number, { style, value }: Numbering): boolean {
  const near = (other: number, step: number): boolean => {
    const atom = page.atoms[other]
    if (atom === undefined) return false
    const found = numberingOf(textOf(page, atom))
    return found?.style === style && found.value === value + step
  }
  return near(at + 1, 1) || near(at - 1, -1)
}

function isUnpunctuated(page: Page): boolean {
  const long = page.atoms.filter(({ from, to }) => to - from >= 8)
  const marked = long.filter((atom) => /[，。！？；：、,.]/u.test(textOf(page, atom)))
  return marked.length < MARKED * long.length
}

/** Longest line of verse, in content characters. */
const VERSE = 18
/** Lines of verse on end, at least; of even couplets two are enough. */
const LINES = 3

/**
 * Lines of verse: short lines on end that are no column of wrapped text, of which many go on over their end, or
 * which are all of one length.
 */
export function verseLines(page: Page): readonly boolean[] {
  const texts = page.atoms.map((atom) => textOf(page, atom))
  const short = page.atoms.map(({ from, to }) => to - from <= VERSE && to - from >= 2)
  const verse = page.atoms.map(() => false)
  for (let from = 0; from < short.length; ) {
    let to = from
    while (short[to] === true && (to === from || isSet(page, from, to))) to++
    if (to - from >= 2 && isVerse(page, texts, from, to)) verse.fill(true, from, to)
    from = Math.max(to, from + 1)
  }
  return verse
}

/** Whether a line is set like those of the stanza before it: one indent, one distance. */
function isSet({ atoms }: Page, from: number, at: number): boolean {
  const [first, second, own] = [atoms[from], atoms[from + 1], atoms[at]]
  return own?.indent === first?.indent && own?.gap === second?.gap && (own?.gap ?? 2) <= 1
}

function isVerse(page: Page, texts: readonly string[], from: number, to: number): boolean {
  const own = texts.slice(from, to)
  const lengths = page.atoms.slice(from, to).map((atom) => atom.to - atom.from)
  const even = lengths.every((length) => length === lengths[0])
  const halved = own.every((text) => /^(\P{P}+)[，、；]\P{P}+[。！？；，]?$/u.test(text))
  if (even && halved) return true
  // Lines set apart by blank lines are paragraphs.
  if (to - from < LINES || (page.atoms[from + 1]?.gap ?? 1) > 0) return false
  const within = own.filter((text) => /[，。！？；：、]\P{P}/u.test(text))
  if (within.length * 4 > own.length) return false
  if (own.every((text) => !/\p{P}/u.test(text))) return even && (lengths[0] ?? 99) <= 8
  const open = own.filter((text) => !/[。！？…][”’」』）]*$/u.test(text))
  const marked = own.filter((text) => /\p{P}$/u.test(text))
  return marked.length * 10 >= own.length * 8 && open.length * 4 >= own.length
}

/** Whether under a headline stands what stands under the title of an article: a dateline, a byline, a subtitle. */
export function opensAsArticle(survey: Survey, { at, lines }: Border): boolean {
  const next = survey.page.atoms[at + lines]
  if (next === undefined) return false
  const text = textOf(survey.page, next)
  return (
    isSubtitle(text) ||
    isBracketedDateline(text) ||
    opensWithDateline(text) ||
    isByline(text) ||
    isNameLine(text) ||
    isLoneName(text)
  )
}
