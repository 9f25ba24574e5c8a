import { FURNITURE, type Label } from '../label/index.ts'
import type { Atom } from '../page/types.ts'
import type { Survey } from '../survey/survey.ts'
import type { Word } from '../word/word.ts'
import { agree, type Verdict } from './agree.ts'
import { type Border, bordersOf } from './borders.ts'

/**
 * Nats that a headline gains where another file is a page out of order: such pages hold articles, not chapters. By
 * judgement: 3 parts all articles of the scrambled pages of seeds 1 to 24; no other value was tried.
 */
const BESIDE_PAGES = 3

/**
 * What the headlines of ordered files divide. Where another file in order reads on without one, nothing does;
 * what has a number or a sign of its own heads a section. What several files have at one place they divide alike.
 *
 * @param ordered by source, whether it is in order
 * @returns by source
 */
export function divide(
  surveys: readonly Survey[],
  ordered: readonly boolean[],
  word: Word,
): Verdict[][] {
  const prior = ordered.includes(false) ? BESIDE_PAGES : 0
  const borders = surveys.map((survey, source) =>
    ordered[source] === true
      ? bordersOf(survey, source).map((border) =>
          border.lines > 0 ? { ...border, begins: border.begins + prior } : border,
        )
      : [],
  )
  const judged = borders.map((own, source) => {
    const survey = surveys[source]
    return survey === undefined ? [] : own.map((border) => judge(survey, border))
  })
  return agree(judged, surveys, ordered).map((own, source) => {
    const survey = surveys[source]
    if (ordered[source] !== true || survey === undefined) return own
    return decreed(withBodies(own, survey), source, word)
  })
}

/** Labels of what stands over a text, and of what is none. */
const OVER: ReadonlySet<Label> = new Set<Label>([
  'page-number',
  'running-head',
  'source-note',
  'web',
  'rule',
  'title',
  'subtitle',
  'byline',
  'dateline',
  'heading',
])
/** Content characters of lines over a text, at most. */
const HEADLINES = 60

/**
 * A work has more than headlines. Of two headlines with nothing but such lines between them, the likelier one
 * begins the work; what stands over it is left out, and told. Where nothing but such lines follow, none begins.
 */
function withBodies(verdicts: readonly Verdict[], { page }: Survey): Verdict[] {
  const result = [...verdicts]
  const works = result.flatMap(({ divides }, index) => (divides === 'works' ? [index] : []))
  let last = -1
  for (const index of works) {
    const verdict = result[index]
    const before = result[last]
    if (verdict === undefined) continue
    const from = before?.at ?? 0
    const over = page.atoms.slice(from, verdict.at)
    if (!isBare(over) || verdict.reason === 'named') {
      last = index
      continue
    }
    if (before !== undefined && (verdict.lines === 0 || verdict.begins <= before.begins)) {
      result[index] = {
        ...verdict,
        divides: verdict.heads ? 'sections' : 'nothing',
        reason: 'label',
      }
      continue
    }
    if (before !== undefined) result[last] = { ...before, divides: 'nothing', reason: 'no-body' }
    // Lines of a headline go with it; only what is furniture by its label is left out.
    const heads = over.some(({ label }) => label !== null && !FURNITURE.has(label.label))
    result[index] = heads
      ? { ...verdict, at: from, lines: verdict.at - from + verdict.lines }
      : { ...verdict, over: over.length }
    last = index
  }
  const closing = result[last]
  // What closes a file, as a date does, is no work either.
  if (closing !== undefined && closing.at > 0 && closing.reason !== 'named') {
    const own = page.atoms.slice(closing.at)
    if (isBare(own)) result[last] = { ...closing, divides: 'nothing', reason: 'no-body' }
  }
  return result
}

/** Whether lines are but what stands over a text, and few. */
function isBare(atoms: readonly Atom[]): boolean {
  const length = (atoms.at(-1)?.to ?? 0) - (atoms[0]?.from ?? 0)
  return (
    atoms.length > 0 &&
    length <= HEADLINES &&
    atoms.every(({ label }) => OVER.has(label?.label ?? 'paragraph'))
  )
}

/** The borders of a file as the editor has them: none parts a whole file, and one stands at each cut. */
function decreed(verdicts: readonly Verdict[], source: number, { whole, cuts }: Word): Verdict[] {
  const own = verdicts.map(
    (verdict): Verdict =>
      whole.has(source) && verdict.divides === 'works' && verdict.at > 0
        ? { ...verdict, divides: 'sections', reason: 'editor' }
        : verdict,
  )
  const places = [...cuts].flatMap((key) => {
    const [file, atom] = key.split(':').map(Number)
    return file === source && atom !== undefined ? [atom] : []
  })
  for (const at of places) {
    const known = own.findIndex((verdict) => verdict.at === at)
    const border = own[known] ?? {
      source,
      at,
      lines: 0,
      form: 'part',
      rank: 0,
      heads: false,
      begins: 0,
    }
    const cut: Verdict = { ...border, divides: 'works', reason: 'editor' }
    if (known < 0) own.push(cut)
    else own[known] = cut
  }
  return own.sort((a, b) => a.at - b.at)
}

/** What one file says of one of its borders. */
function judge(survey: Survey, border: Border): Verdict {
  const as = (divides: Verdict['divides'], reason: Verdict['reason']): Verdict => ({
    ...border,
    divides,
    reason,
  })
  if (survey.named[border.at] === true) return as('works', 'named')
  if (border.form === 'part') return as('sections', 'numbered')
  if (border.at === 0) return as('works', 'first')
  return border.begins > 0
    ? as('works', 'title')
    : as(border.heads ? 'sections' : 'nothing', 'label')
}
