import weights from '../../data/border.json' with { type: 'json' }
import { FURNITURE } from '../label/index.ts'
import { isPartName, numberingOf } from '../page/numbering.ts'
import { textOf } from '../page/syntax.ts'
import { beginsNothing } from '../survey/heads.ts'
import type { Survey } from '../survey/survey.ts'

/** A place where an ordered file may begin a text: the headline there, and what it heads by its form. */
export interface Border {
  readonly source: number
  /** The first atom of the headline. */
  readonly at: number
  /** Atoms of the headline, subtitles included; 0 where a text begins without one. */
  readonly lines: number
  /** `part`: a section by its number, its sign or its level; `title`: what may begin a work or a section. */
  readonly form: 'part' | 'title'
  /** How high it stands among parts: 1 is highest. */
  readonly rank: number
  /** Its line is taken for a headline. */
  readonly heads: boolean
  /** Log-odds that a text of its own begins there, by its line and those around it. */
  readonly begins: number
}

/** Log-odds above which a line that is labelled otherwise is still no heading, whatever its number. */
const SURE = 3
/** Rank of a heading without number. */
const PLAIN = 5

/** The borders of a file, in order: by the labels of its lines, and by numbers and signs that head parts. */
export function bordersOf(survey: Survey, source: number): Border[] {
  const borders: Border[] = []
  for (const [at, atom] of survey.page.atoms.entries()) {
    const before = borders.at(-1)
    if (atom.label?.label === 'subtitle' && before !== undefined) {
      if (before.form === 'title' && before.at + before.lines === at && before.lines > 0)
        borders[borders.length - 1] = { ...before, lines: before.lines + 1 }
      continue
    }
    const border = borderAt(survey, at)
    if (border !== null) borders.push({ source, at, ...border })
  }
  return borders
}

function borderAt(survey: Survey, at: number): Omit<Border, 'source' | 'at'> | null {
  const { page, heads, named, repeats } = survey
  const atom = page.atoms[at]
  if (atom === undefined || (at > 0 && repeats[at] === at - 1)) return null
  const text = textOf(page, atom)
  const begins = beginsWork(survey, at)
  if (named[at] === true) return { lines: 1, form: 'title', rank: 0, heads: true, begins }
  if (beginsNothing(page, at)) return null
  const { label = 'paragraph', margin = 0 } = atom.label ?? {}
  // A title that stands twice, one upon the other, is that of the page and its own.
  if (repeats[at + 1] === at)
    return { lines: 1, form: 'title', rank: PLAIN, heads: true, begins: TWICE }
  if (FURNITURE.has(label)) {
    // The first line of a file that has the form of a headline is one.
    const first = at === 0 && (heads[at] ?? 0) > 0
    return first ? { lines: 1, form: 'title', rank: PLAIN, heads: true, begins } : null
  }
  const head = label === 'title' || label === 'heading'
  const numbering = numberingOf(text)
  if (numbering?.heading === true && (head || (margin < SURE && numbering.rank <= PLAIN))) {
    return { lines: 1, form: 'part', rank: numbering.rank, heads: true, begins }
  }
  if (isPartName(text) && (head || margin < SURE))
    return { lines: 1, form: 'part', rank: 3, heads: true, begins }
  if (atom.level > 1) return { lines: 1, form: 'part', rank: atom.level + 1, heads: true, begins }
  // What a line announces with a colon is no text of its own.
  if (survey.endings[at - 1] === 'colon') return null
  if (head || (begins > UNLIKELY && (heads[at] ?? 0) > 0 && label !== 'verse')) {
    return { lines: 1, form: 'title', rank: PLAIN, heads: head, begins }
  }
  return label === 'opening' ? { lines: 0, form: 'title', rank: PLAIN, heads: false, begins } : null
}

/** What a title says that stands twice on end, in nats. */
const TWICE = 4
/** Log-odds below which a line is not asked about, whatever other files have there. */
const UNLIKELY = -3
/** Bounds of what the labels and the form of a line may say. */
const BOUNDS = { label: [-8, 8], form: [-3, 8] } as const

/** Log-odds that a work begins with a line of which nothing is known. */
export const BEFOREHAND = weights.weights.bias

/** Log-odds that a work begins with a line: the weights of `data/border.json` over what labels and form say. */
export function beginsWork({ page, heads }: Survey, at: number): number {
  const label = page.atoms[at]?.label
  const bounded = (value: number, [least, most]: readonly [number, number]): number =>
    Math.max(least, Math.min(most, value))
  const { bias, ...by } = weights.weights
  const odds =
    bias +
    by['label: odds of beginning'] * bounded(label?.begins ?? 0, BOUNDS.label) +
    by['form of a headline'] * bounded(heads[at] ?? 0, BOUNDS.form) +
    (label?.label === 'title' ? by['label: title'] : 0) +
    (label?.label === 'heading' ? by['label: heading'] : 0)
  // What the whole chain of labels takes for a title is one, unless other files speak against it.
  return label?.label === 'title' ? Math.max(odds, label.begins) : odds
}
