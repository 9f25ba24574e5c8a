import { type Border, bordersOf, opensAsArticle } from './borders.ts'
import { numberingOf } from './numbering.ts'
import { foldedAtoms } from './text.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import type { Word } from './word.ts'

/** What a border of an ordered file divides. */
export interface Verdict extends Border {
  readonly divides: 'works' | 'sections' | 'nothing'
  readonly reason: string
}

/** Farthest from one another, in content characters, of what two files have at one place. */
const NEAR = 8
/** Least weight, in nats, of two footholds that show a file to read on. */
const FIRM = 3.5
/** What a headline without a number needs to open a section and no article, in nats of cohesion. */
const ARTICLE = 2.5

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
  const borders = surveys.map((survey, source) =>
    ordered[source] === true ? bordersOf(survey, source) : [],
  )
  const judged = borders.map((own, source) => {
    const survey = surveys[source]
    return survey === undefined ? [] : own.map((_, index) => judge(survey, own, index, surveys))
  })
  return agree(judged, surveys, ordered).map((own, source) =>
    ordered[source] === true ? decreed(own, source, word) : own,
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
    const border = own[known] ?? { source, at, lines: 0, form: 'part', rank: 0 }
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
  const as = (divides: Verdict['divides'], reason: string): Verdict => ({
    ...border,
    divides,
    reason,
  })
  if (survey.named[border.at] === true) return as('works', 'named')
  if (border.form === 'part') return as('sections', 'numbered')
  if (border.at === 0) return as('works', 'first')
  if (numbersRunOver(survey, border)) return as('sections', 'numbers-run-over')
  if ((survey.page.atoms[border.at]?.level ?? 0) === 1 || opensAsArticle(survey, border)) {
    return as('works', 'opens-as-article')
  }
  const [before, after] = [borders[index - 1], borders[index + 1]]
  const own = span(border.at + border.lines, after?.at ?? survey.page.atoms.length)
  const previous = span(before === undefined ? 0 : before.at + before.lines, border.at)
  if (beginsElsewhere(survey, border, surveys)) return as('works', 'begins-elsewhere')
  const together = survey.topics.together(foldedAtoms(survey, previous), foldedAtoms(survey, own))
  return together > ARTICLE ? as('sections', 'one-subject') : as('works', 'title')
}

/** Whether another file begins with what stands under a headline: there it is a text by itself. */
function beginsElsewhere(
  survey: Survey,
  { at, lines }: Border,
  surveys: readonly Survey[],
): boolean {
  return [at, at + lines].some((first) =>
    (survey.footholds.starts[first] ?? []).some(({ other, at: place, slack }) => {
      const page = surveys[other]?.page
      const title = page?.atoms[0]
      return title !== undefined && slack <= NEAR && place <= Math.max(NEAR, title.to)
    }),
  )
}

function span(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
}

/** Whether a style of numbers counts on over a headline: its last number before, and the next one after it. */
function numbersRunOver({ page }: Survey, { at }: Border): boolean {
  const before = new Map<string, number>()
  for (const atom of page.atoms.slice(0, at)) {
    const found = numberingOf(textOf(page, atom))
    if (found !== null) before.set(found.style, found.value)
  }
  const seen = new Set<string>()
  for (const atom of page.atoms.slice(at)) {
    const found = numberingOf(textOf(page, atom))
    if (found === null || seen.has(found.style)) continue
    seen.add(found.style)
    if (before.get(found.style) === found.value - 1) return true
  }
  return false
}

/** Joins the borders that several files have at one place, and drops those that a file in order reads over. */
function agree(
  judged: readonly (readonly Verdict[])[],
  surveys: readonly Survey[],
  ordered: readonly boolean[],
): Verdict[][] {
  const groups = new Map<Verdict, Verdict[]>()
  for (const verdict of judged.flat()) groups.set(verdict, [verdict])
  const readOver = new Set<Verdict>()
  for (const verdict of judged.flat()) {
    if (verdict.at === 0) continue
    for (const place of placesElsewhere(surveys, verdict, ordered)) {
      const atoms = surveys[place.other]?.page.atoms ?? []
      const other = (judged[place.other] ?? []).find(({ at, lines }) =>
        [atoms[at], atoms[at + lines]].some(
          (atom) => atom !== undefined && Math.abs(atom.from - place.at) <= NEAR,
        ),
      )
      if (other === undefined) readOver.add(verdict)
      else unite(groups, verdict, other)
    }
  }
  return judged.map((own) =>
    own.map((verdict) => settled(verdict, groups.get(verdict) ?? [verdict], readOver)),
  )
}

function unite(groups: Map<Verdict, Verdict[]>, one: Verdict, two: Verdict): void {
  const [left, right] = [groups.get(one) ?? [one], groups.get(two) ?? [two]]
  if (left === right) return
  const all = [...left, ...right]
  for (const verdict of all) groups.set(verdict, all)
}

function settled(
  verdict: Verdict,
  group: readonly Verdict[],
  readOver: ReadonlySet<Verdict>,
): Verdict {
  if (verdict.divides === 'works' && verdict.reason === 'named') return verdict
  if (group.some((own) => readOver.has(own))) {
    // A sign or number of its own still heads a section: the other copy only lacks the line.
    return verdict.form === 'part'
      ? verdict
      : { ...verdict, divides: 'nothing', reason: 'others-read-on' }
  }
  const section = group.find(({ divides }) => divides === 'sections')
  return section === undefined
    ? verdict
    : { ...verdict, divides: 'sections', reason: section.reason }
}

interface Place {
  readonly other: number
  /** Content index in the other file of what follows the border. */
  readonly at: number
}

/** Where other files in order have both sides of a border one after the other. */
function placesElsewhere(
  surveys: readonly Survey[],
  { source, at, lines }: Border,
  ordered: readonly boolean[],
): Place[] {
  const survey = surveys[source]
  if (survey === undefined) return []
  const ends = survey.footholds.ends[at - 1] ?? []
  const places = new Map<number, number>()
  for (const first of [at, at + lines]) {
    for (const start of survey.footholds.starts[first] ?? []) {
      if (ordered[start.other] !== true) continue
      const joined = ends.some(
        (end) =>
          end.other === start.other &&
          Math.abs(end.at - start.at) <= NEAR &&
          0.32 * (Math.min(16, end.strength) + Math.min(16, start.strength)) -
            0.1 * (end.slack + start.slack) -
            1 >=
            FIRM,
      )
      if (joined) places.set(start.other, start.at)
    }
  }
  return [...places].map(([other, place]) => ({ other, at: place }))
}
