import type { Seam } from '../match/seam.ts'
import { foldText } from '../page/content.ts'
import {
  isAnswer,
  isBracketedDateline,
  isByline,
  isClosingDateline,
  isLoneName,
  isNameLine,
  isNameLong,
  isNumbered,
  isQuestion,
  isSalutation,
  isSubtitle,
  opensWithDateline,
} from '../page/marks.ts'
import { balanceOf, beginningOf, endingOf, textOf } from '../page/syntax.ts'
import type { Page } from '../page/types.ts'

/** What is known from all sources before headlines are looked for. */
export interface HeadContext {
  /** Folded text of the titles that `edition.yaml` gives. */
  readonly titles: ReadonlySet<string>
  /** How many sources have a line of this folded text, for lines short enough to be headlines. */
  readonly lines: ReadonlyMap<string, number>
}

const LONGEST = 90

export function headContext(pages: readonly Page[], titles: readonly string[]): HeadContext {
  const holders = new Map<string, Set<number>>()
  for (const page of pages) {
    for (const atom of page.atoms) {
      const length = atom.to - atom.from
      if (length < 6 || length > LONGEST) continue
      const folded = foldText(textOf(page, atom))
      const set = holders.get(folded) ?? new Set<number>()
      set.add(atom.source)
      holders.set(folded, set)
    }
  }
  const lines = new Map<string, number>()
  for (const [text, set] of holders) if (set.size > 1) lines.set(text, set.size)
  return { titles: new Set(titles.map(foldText)), lines }
}

/** What is observed of the lines of a page before headlines are looked for, by atom. */
interface Lines {
  readonly page: Page
  readonly measures: readonly number[]
  readonly seams: readonly Seam[]
}

/**
 * Log-odds that a line is a headline (of an article or a section), in nats: by its form, by what stands
 * around it, and by the same line heading the text elsewhere; `previous` is the score of the line before.
 */
export function headScore(
  { page, measures, seams }: Lines,
  context: HeadContext,
  index: number,
  previous: number,
): number {
  const atom = page.atoms[index]
  if (atom === undefined) return -9
  const text = textOf(page, atom)
  const length = atom.to - atom.from
  if (length > LONGEST || length < 2) return -9
  if (isSalutation(text) || isAnswer(text) || isQuestion(text)) return -9
  if (isQuoted(page, index) || beginsNothing(page, index)) return -9
  if (isBracketedDateline(text) || isClosingDateline(text) || isByline(text)) return -9
  if (opensWithDateline(text) && (length > 12 || previous > 0)) return -9
  if (FIGURES.test(text)) return -9
  const folded = foldText(text)
  if (context.titles.has(folded)) return 12
  if (atom.level > 0) return 10
  if (isSubtitle(text)) return 3
  const above = page.atoms[index - 1]
  // What markup sets apart inside a line is no line.
  if (above?.line === atom.line && above.jumpOut === null && atom.jumpIn === null) return -9
  const underDate = above !== undefined && isBracketedDateline(textOf(page, above))
  const underTitle = previous > 0 || underDate
  if (underDate && isNameLong(text)) return -9
  const announced = above !== undefined && NAMES.test(textOf(page, above))
  if ((isNameLine(text) || isLoneName(text)) && (underTitle || announced)) return -9
  return (
    shapeScore(text, length) +
    placeScore(page, index) +
    (previous > 0 && atom.gap === 0 && endingOf(text) === 'open' ? 1.5 : 0) +
    widthScore(page, index, measures[index] ?? 0) +
    seamScore(page, seams, index) +
    (context.lines.has(folded) && length >= 6 ? 2.5 : 0)
  )
}

/** What stands below a picture or over a table: 图1 桥头, 表二：人口. */
const CAPTION =
  /^(?:附?[图圖表]|照片|Fig(?:ure|\.)|Table)\s*(?:\d+|[一二三四五六七八九十]+)(?:[-.．–]\d+)?(?:[\s\u3000：:]|$)/u

/** A row of a table ends with figures in cells. */
const FIGURES = /(?<!\s)\s+[-+]?\d[\d.,]*[%％]?\s+[-+]?\d[\d.,]*[%％]?$/u

/** Whether a line is what somebody says, announced by the line before. */
function isQuoted(page: Page, at: number): boolean {
  const [before, atom] = [page.atoms[at - 1], page.atoms[at]]
  if (before === undefined || atom === undefined) return false
  return endingOf(textOf(page, before)) === 'colon' && /^[“「『]/u.test(textOf(page, atom))
}

/** Whether a line has cells, parted by tabs, as the line before or after it has. */
function isRow(page: Page, at: number): boolean {
  const cells = (index: number): number => {
    const atom = page.atoms[index]
    if (atom === undefined) return 0
    return page.source.points.slice(atom.start, atom.end).filter((point) => point === '\t').length
  }
  const own = cells(at)
  return own > 0 && (cells(at - 1) === own || cells(at + 1) === own)
}

/** Whether a line begins in the middle of a word of the line before: `Penguin B` `ooks`. */
function goesOnWithWord({ atoms, source: { points } }: Page, at: number): boolean {
  const [before, atom] = [atoms[at - 1], atoms[at]]
  if (before === undefined || atom === undefined || atom.gap > 0) return false
  return /[A-Za-z]/u.test(points[before.end - 1] ?? '') && /[a-z]/u.test(points[atom.start] ?? '')
}

/** Whether a line begins no text, whatever it looks like: a caption, a row of a table, or the rest of a word. */
export const beginsNothing = (page: Page, at: number): boolean => {
  const atom = page.atoms[at]
  if (atom === undefined) return false
  return CAPTION.test(textOf(page, atom)) || isRow(page, at) || goesOnWithWord(page, at)
}

/** What names follow. */
const NAMES = /(?:记者|記者|通讯员|通訊員)\s*$/u

function shapeScore(text: string, length: number): number {
  let score = -1.5
  const ending = endingOf(text)
  if (ending === 'final') score -= /[？！?!][”’」』"]?$/u.test(text) ? 1.5 : 4.5
  else if (ending === 'pause') score -= 8
  else if (ending === 'colon') score -= 5
  else score += 1.5
  if (beginningOf(text) === 'clinging') score -= 8
  const { opened, closed } = balanceOf(text)
  if (opened > 0 || closed > 0) score -= 4
  if (/[。！？；].+/u.test(text.replace(/(?<![”’」』）)])[”’」』）)]+$/u, ''))) score -= 4
  const commas = text.match(/[，,]/gu)?.length ?? 0
  score -= Math.min(3, commas * 1.2)
  if (length <= 24) score += length <= 4 ? 0.2 : 0.7
  if (length > 45) score -= 1
  if (isNumbered(text)) score += 2.5
  if (isNameLine(text)) score -= 1
  else if (/\p{Script=Han}{4}[ \u3000]+\p{Script=Han}{4}/u.test(text)) score += 1.5
  return score
}

/** What the editors of a newspaper set before an article of others. */
const EDITORIAL = /^[（(【]?(?:编者按|編者按|编者的话|编前话|按语)[：:]/u

/** What stands before and after. */
function placeScore(page: Page, index: number): number {
  const atom = page.atoms[index]
  const before = page.atoms[index - 1]
  if (atom === undefined) return 0
  let under = index + 1
  while (under <= index + COPIES && isSame(page, index, under)) under++
  const after = page.atoms[under]
  let score = atom.bold ? 1 : 0
  // A template and its page have one headline, the one upon the other.
  if (under > index + 1) score += 2
  if (before !== undefined && noted(page, before.end, atom.start)) score += 1.5
  const open = endingOf(textOf(page, atom)) === 'open'
  if (after !== undefined && open && noted(page, atom.end, after.start)) score += 2.5
  if (before === undefined) score += 2
  else if (before.jumpOut !== null) score += 2
  else {
    const text = textOf(page, before)
    if (isClosingDateline(text)) score += 2
    else if (endingOf(text) === 'final' || endingOf(text) === 'colon') score += 0.5
  }
  if (atom.jumpIn !== null) score -= 1
  if (atom.jumpOut !== null) score -= 5
  if (after === undefined) return score - 3
  const next = textOf(page, after)
  if (isSubtitle(next)) score += 3
  else if (EDITORIAL.test(next)) score += 2
  else if (opensWithDateline(next) || isBracketedDateline(next)) {
    // Text would break off above it.
    score += open ? 7 : 4
  } else if (isByline(next) || isNameLine(next) || isLoneName(next)) score += 2.5
  else if (beginningOf(next) === 'clinging') score -= 4
  if (atom.gap > 1 && before !== undefined && atom.gap > after.gap) score += 0.5
  return score
}

/** Lines upon each other that may be one headline: of a template, its page and their lists; more are a text that repeats. */
const COPIES = 8

/** Whether two lines that are long enough say the same. */
function isSame(page: Page, one: number, two: number): boolean {
  const [first, second] = [page.atoms[one], page.atoms[two]]
  if (first === undefined || second === undefined || first.to - first.from < 4) return false
  return foldText(textOf(page, first)) === foldText(textOf(page, second))
}

/** Whether a note of source, date or press stands between two places. */
function noted({ furniture }: Page, from: number, to: number): boolean {
  let [low, high] = [0, furniture.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((furniture[middle]?.start ?? 0) < from) low = middle + 1
    else high = middle
  }
  for (let at = low; (furniture[at]?.end ?? Number.POSITIVE_INFINITY) <= to; at++) {
    const kind = furniture[at]?.kind
    if (kind === 'source-note' || kind === 'other') return true
  }
  return false
}

/** Columns by which paragraphs are indented. */
const INDENT = 4

/**
 * In a column of wrapped lines a headline is shorter than the lines, or set wider; what follows it begins
 * a paragraph, short by the indent that extraction drops.
 */
function widthScore(page: Page, index: number, measure: number): number {
  const above = page.atoms[index - 1]
  const atom = page.atoms[index]
  const next = page.atoms[index + 1]
  if (atom === undefined) return 0
  if (measure === 0) return atom.width > 100 ? -1.5 : 0
  // A line of a column that ends a sentence begun in the line above.
  if (
    endingOf(textOf(page, atom)) === 'final' &&
    above !== undefined &&
    above.width > measure - 5
  ) {
    const ending = endingOf(textOf(page, above))
    if (ending === 'open' || ending === 'pause') return -6
  }
  let score = atom.width > measure + 5 ? 1 : 0.5
  // The indent of a paragraph belongs to its first line.
  const indent = Math.min(INDENT, Math.max(0, atom.indent - (next?.indent ?? atom.indent)))
  const width = atom.width + indent
  if (width <= measure + 5 && width > measure - 9) score = -1
  if (width <= measure + 5 && width > measure - 6) score = -6
  if (next !== undefined && next.indent === atom.indent && next.width > measure - 3) score -= 2
  return score
}

/** A line that reads on from the one before, or into the one after, is no headline. */
function seamScore(page: Page, seams: readonly Seam[], index: number): number {
  const before = page.atoms[index - 1]
  const joined = before === undefined ? 0 : (seams[index - 1]?.score ?? 0)
  const open = before !== undefined && endingOf(textOf(page, before)) === 'open'
  const atom = page.atoms[index]
  const unfinished = atom !== undefined && endingOf(textOf(page, atom)) === 'open'
  const into = unfinished ? (seams[index]?.score ?? 0) : 0
  return -Math.max(0, open ? joined - 1.5 : 0) - Math.max(0, into - 1.5)
}
