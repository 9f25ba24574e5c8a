import type { Survey } from '../survey/survey.ts'

/** Habits of a source that tell where its paragraphs end. */
interface Layout {
  /** White space follows the last line of a paragraph, and only that. */
  readonly trailing: boolean
  /** Blank lines between the lines of a paragraph. */
  readonly gap: number
  /** Its sentences have marks, so that a line without one at its end goes on. */
  readonly marked: boolean
}

/** Of the lines of a text with marks one in so many, at least, has one: verse has less, and so has a printed column. */
const MARKED = 5
const MARK = /[，。；：！？、,;:!?]/u

const layouts = new WeakMap<Survey, Layout>()

export function layoutOf(survey: Survey): Layout {
  const known = layouts.get(survey) ?? observeLayout(survey)
  layouts.set(survey, known)
  return known
}

function observeLayout({ page, measure, endings }: Survey): Layout {
  const wrapped = page.atoms.filter((_, at) => (measure[at] ?? 0) > 0)
  const trailing = wrapped.filter((atom) => atom.trailing)
  const ended = trailing.filter(
    (atom) => endings[atom.index] === 'final' || endings[atom.index] === 'colon',
  )
  const gaps = new Map<number, number>()
  for (const [at, atom] of page.atoms.entries()) {
    const before = endings[at - 1]
    if ((measure[at] ?? 0) === 0 || (before !== 'open' && before !== 'pause')) continue
    gaps.set(atom.gap, (gaps.get(atom.gap) ?? 0) + 1)
  }
  const [common] = [...gaps.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const marked = page.atoms.filter(({ start, end }) =>
    page.source.points.slice(start, end).some((point) => MARK.test(point)),
  )
  return {
    marked: marked.length * MARKED >= page.atoms.length,
    trailing:
      trailing.length >= 3 &&
      trailing.length * 5 <= wrapped.length * 2 &&
      ended.length * 10 >= trailing.length * 9,
    gap: common?.[0] ?? 0,
  }
}
