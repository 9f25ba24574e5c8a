import {
  isAnswer,
  isBracketedDateline,
  isByline,
  isClosingDateline,
  isLoneName,
  isNameLine,
  isSalutation,
  isSubtitle,
} from '../page/marks.ts'
import { textOf } from '../page/syntax.ts'
import type { Atom, Page } from '../page/types.ts'
import type { Survey } from '../survey/survey.ts'
import type { Step } from '../works/runs.ts'
import { layoutOf } from './layout.ts'

/** The sources of a work as witnesses to its paragraphs: `source:atom` of what they have of it. */
export interface Kin {
  readonly surveys: readonly Survey[]
  readonly atoms: ReadonlySet<string>
}

/** Nats from which a label alone says that a line of a column begins a block. */
const BY_LABEL = 1.5

/** Whether a step begins a new block; `first` is the atom that the block before begins with. */
export function startsBlock(
  survey: Survey,
  kin: Kin,
  before: number,
  { atom, join }: Step,
  first: number,
): boolean {
  const { page, heads, endings, beginnings, measure } = survey
  const one = page.atoms[before]
  const two = page.atoms[atom]
  if (one === undefined || two === undefined) return true
  const layout = layoutOf(survey)
  const adjacent = atom === before + 1
  if (adjacent && breaksWord(page, one, two)) return false
  if ((heads[before] ?? 0) > 0 || (heads[atom] ?? 0) > 0) return true
  if (endings[before] === 'colon' && isLoneName(textOf(page, one))) return true
  if (stands(textOf(page, one), first === before) || stands(textOf(page, two), true)) return true
  if (adjacent && one.line === two.line && one.jumpOut === null) return false
  const width = measure[before] ?? 0
  if (adjacent && width > 0 && breaksNumber(page, one, two)) return false
  const ending = endings[before]
  const goesOn = ending === 'open' || ending === 'pause'
  // A paragraph that a page breaks off goes on over its end.
  if (adjacent && two.pageBreak && goesOn && layout.marked && one.width >= LONG) return false
  // A file in order whose lines are not wrapped has a paragraph on each line, whatever it looks like.
  if (survey.ordered && adjacent) {
    const { label, margin } = two.label ?? { label: 'continuation', margin: 0 }
    const isVerse = label === 'verse' && (layout.marked || width < VERSE)
    if (isVerse || !isWrapped(survey, before, atom)) return true
    // Without marks the ends of lines say nothing; their length does.
    if (!layout.marked) return isShort(one, width)
    if (label !== 'continuation' && margin >= BY_LABEL) return true
  }
  if (beginnings[atom] === 'clinging') return false
  if (join?.lacuna === true) return ending === 'final'
  if (goesOn) return false
  if (adjacent && width === 0) return true
  const paragraph = elsewhere(survey, kin, before, atom)
  if (paragraph !== null) return paragraph
  if (beginnings[atom] === 'opener') return true
  if (width === 0) return two.indent >= 2 || !adjacent
  if (two.gap > layout.gap && adjacent && !two.pageBreak) return true
  if (two.indent >= 2 && one.indent + 2 <= two.indent) return true
  if (layout.trailing && one.trailing) return true
  // A line short by an indent that goes on in the next line is the first of its paragraph.
  if (endings[atom] !== 'final' && endings[atom] !== 'colon') {
    const missing = (measure[atom] ?? 0) - two.width
    if (missing >= 3 && missing <= 8) return true
  }
  // The first line of a paragraph is indented by two characters that extraction drops.
  return isShort(one, width, before === first)
}

/** Columns of a line of prose without marks: two lines of seven characters have less. */
const VERSE = 32

/** Whether a line leaves room in its column; the first of a paragraph may be indented by what extraction drops. */
const isShort = ({ width }: Atom, measure: number, first = false): boolean =>
  width + (first ? 4 : 0) < measure - 3

/** Whether a hyphen, soft or hard, breaks a word at the end of a line: `neigh-` `bouring`. */
function breaksWord({ source: { points } }: Page, one: Atom, two: Atom): boolean {
  const end =
    points[one.end - 1] === '-' || points[one.end - 1] === '\u2010' ? one.end - 1 : one.end
  const isHyphen = end < one.end || points[end] === '\u00AD'
  return (
    isHyphen && /\p{Ll}/u.test(points[end - 1] ?? '') && /\p{Ll}/u.test(points[two.start] ?? '')
  )
}

/** Columns of a line that is no headline, item or signature, though it does not end as sentences do. */
const LONG = 40

/** Whether a line ends within a number, `3.` `5口`; not so before an item, `3.` `5、`. */
function breaksNumber({ source: { points } }: Page, one: Atom, two: Atom): boolean {
  const tail = points.slice(one.end - 2, one.end).join('')
  const head = points.slice(two.start, two.start + 4).join('')
  return /^\d[.,]$/u.test(tail) && /^\d/u.test(head) && !/^\d{1,3}[.．、)）]/u.test(head)
}

/** Whether two neighbours are lines of one printed column. */
function isWrapped({ measure }: Survey, one: number, two: number): boolean {
  return (measure[one] ?? 0) > 0 && (measure[two] ?? 0) > 0
}

/** Lines that are blocks by themselves. */
function stands(text: string, alone: boolean): boolean {
  if (isBracketedDateline(text) || isClosingDateline(text) || isSubtitle(text)) return true
  if (isAnswer(text) && !alone) return false
  return isByline(text) || isNameLine(text) || (isSalutation(text) && alone)
}

/** Whether another source begins a paragraph here; null where none tells. */
function elsewhere(
  survey: Survey,
  { surveys, atoms }: Kin,
  before: number,
  atom: number,
): boolean | null {
  const overlap = survey.overlaps.get(before)?.get(atom)
  const other = overlap === undefined ? undefined : surveys[overlap.other]
  if (overlap === undefined || other === undefined || overlap.weight < 2) return null
  const near = nearestStart(other.page.atoms, overlap.at)
  if (near === null) return null
  // A quotation in another work has the paragraphs of that work.
  if (!atoms.has(`${overlap.other}:${near.index}`)) return null
  if ((other.measure[near.index] ?? 0) > 0) return null
  return Math.abs(near.from - overlap.at) <= 2
}

/** The atom that begins nearest to a content index. */
function nearestStart(atoms: readonly Atom[], at: number): Atom | null {
  let low = 0
  let high = atoms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atoms[middle]?.from ?? 0) < at - 2) low = middle + 1
    else high = middle
  }
  const found = atoms[low]
  const previous = atoms[low - 1]
  if (found === undefined) return previous ?? null
  return Math.abs(found.from - at) <= 2 ? found : (previous ?? found)
}
