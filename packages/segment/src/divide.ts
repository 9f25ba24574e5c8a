import { agree, SURELY, type Verdict } from './agree.ts'
import { type Border, bordersOf } from './borders.ts'
import { FURNITURE, type Label } from './label/index.ts'
import { gluedNumber, type Numbering, numberingOf } from './numbering.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import type { Atom } from './types.ts'
import type { Word } from './word.ts'

/**
 * Nats that a headline gains where another file is a page out of order: such pages hold articles, not chapters. By
 * judgement: 3 parts all articles of the scrambled pages of seeds 1 to 24; no other value was tried.
 */
const BESIDE_PAGES = 3

/**
 * What the headlines of ordered files divide. Where another file in order reads on without one, nothing does;
 * where the numbers of parts run on over it (第三章 … 第四章), no work begins; what has a number or a sign of its
 * own heads a section. What several files have at one place they divide alike.
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
    return survey === undefined ? [] : own.map((_, index) => judge(survey, own, index, surveys))
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
 * begins the work; what stands over it is left out, and told.
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
    const length = (over.at(-1)?.to ?? 0) - (over[0]?.from ?? 0)
    const bare =
      over.length > 0 &&
      length <= HEADLINES &&
      over.every(({ label }) => OVER.has(label?.label ?? 'paragraph'))
    if (!bare || verdict.reason === 'named') {
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
  return result
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
function judge(
  survey: Survey,
  borders: readonly Border[],
  index: number,
  surveys: readonly Survey[],
): Verdict {
  const border = borders[index]
  if (border === undefined) throw new RangeError(`no border ${index}`)
  const as = (divides: Verdict['divides'], reason: Verdict['reason']): Verdict => ({
    ...border,
    divides,
    reason,
  })
  if (survey.named[border.at] === true) return as('works', 'named')
  if (border.form === 'part') return as('sections', 'numbered')
  if (border.at === 0) return as('works', 'first')
  if (numbersRunOver(survey, border)) return as('sections', 'numbers-run-over')
  if (border.heads && beginsElsewhere(survey, border, surveys))
    return as('works', 'begins-elsewhere')
  return border.begins > 0
    ? as('works', 'title')
    : as(border.heads ? 'sections' : 'nothing', 'label')
}

/** Whether another file begins with a headline, or with what stands under it: there it is a text by itself. */
function beginsElsewhere(
  { page }: Survey,
  { at, lines }: Border,
  surveys: readonly Survey[],
): boolean {
  return [at, at + lines].some((first) =>
    [...(page.atoms[first]?.there ?? [])].some(([other, { kind, start }]) => {
      const atoms = surveys[other]?.page.atoms ?? []
      const begins = atoms[0]?.start === start || (first !== at && atoms[lines]?.start === start)
      // A formula stands in many texts; what goes on with the same lines is this one.
      const onward = page.atoms.slice(first + 1, first + 1 + ONWARD)
      return (
        kind === 'line' &&
        begins &&
        onward.every(({ there }) => (there.get(other)?.start ?? -1) >= 0)
      )
    }),
  )
}

/** Lines that go on in another file with what it begins with, to be its text. */
const ONWARD = 2

/** Whether a style of numbers counts on over a headline: its last number before, and the next one after it. */
function numbersRunOver({ page }: Survey, { at, begins }: Border): boolean {
  const head = page.atoms[at]
  // What is surely a title begins its own count.
  if (begins > SURELY && head !== undefined && countedAs(page, head) === null) return false
  const before = new Map<string, Numbering>()
  for (const atom of page.atoms.slice(0, at)) {
    const found = countedAs(page, atom)
    if (found !== null) before.set(found.style, found)
  }
  const seen = new Set<string>()
  for (const atom of page.atoms.slice(at)) {
    const found = countedAs(page, atom)
    if (found === null || seen.has(found.style)) continue
    seen.add(found.style)
    if (before.get(found.style)?.value === found.value - 1) return true
  }
  // The last chapter has no next one.
  return [...before.values()].some(
    ({ style, value, rank, heading }) =>
      heading && rank <= CHAPTER && value > 1 && !seen.has(style),
  )
}

/** Rank of the chapters of a book: what counts them runs to its end. */
const CHAPTER = 3

/** The number of a heading or an item: a lone number may be that of a page. */
function countedAs(page: Survey['page'], atom: Atom): Numbering | null {
  const label = atom.label?.label
  const heads = label === 'heading' || label === 'title'
  const text = textOf(page, atom)
  const found = numberingOf(text) ?? (heads ? gluedNumber(text) : null)
  return found !== null && (heads || (found.style !== '1' && found.style !== '一')) ? found : null
}
