import { titleLikeness } from './affinity.ts'
import { BEFOREHAND, type Border, beginsWork, bordersOf } from './borders.ts'
import { FURNITURE, type Label } from './label/index.ts'
import { numberingOf } from './numbering.ts'
import type { Survey } from './survey.ts'
import { textOf } from './syntax.ts'
import { foldedAtoms } from './text.ts'
import type { Word } from './word.ts'

/** What a border of an ordered file divides. */
export interface Verdict extends Border {
  readonly divides: 'works' | 'sections' | 'nothing'
  readonly reason:
    | 'named'
    | 'numbered'
    | 'first'
    | 'numbers-run-over'
    | 'begins-elsewhere'
    | 'title'
    | 'label'
    | 'others-read-on'
    | 'no-body'
    | 'editor'
  /** Atoms before it that head nothing: they are left out. */
  readonly over?: number
}

/** Farthest from one another, in content characters, of what two files have at one place. */
const NEAR = 8
/**
 * Nats that a headline gains where another file is a page out of order: such pages hold articles, not chapters. By
 * judgement: 3 parts all articles of the scrambled pages of seeds 1 to 24; no other value was tried.
 */
const BESIDE_PAGES = 3
/** Least weight, in nats, of two footholds that show a file to read on. */
const FIRM = 3.5

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
      ? bordersOf(survey, source).map((b) => (b.lines > 0 ? { ...b, begins: b.begins + prior } : b))
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

/** What files have at one place: their borders there, and what speaks for a text of its own beginning. */
interface Common {
  readonly verdicts: Set<Verdict>
  /** By file: log-odds that a work begins there. */
  readonly begins: Map<number, number>
  /** A file has the place inside a line. */
  readOver: boolean
}

/** Judges as one what several files in order have at one place, whether all have a headline there or not. */
function agree(
  judged: readonly (readonly Verdict[])[],
  surveys: readonly Survey[],
  ordered: readonly boolean[],
): Verdict[][] {
  const known = new Map<Verdict, Common>(
    judged.flat().map((verdict) => [
      verdict,
      {
        verdicts: new Set([verdict]),
        begins: new Map([[verdict.source, verdict.begins]]),
        readOver: false,
      },
    ]),
  )
  const added = judged.map((): Verdict[] => [])
  for (const verdict of judged.flat()) {
    if (verdict.at === 0) continue
    for (const place of placesElsewhere(surveys, verdict, ordered)) {
      const common = known.get(verdict)
      const atoms = surveys[place.other]?.page.atoms ?? []
      const theirs = [...(judged[place.other] ?? []), ...(added[place.other] ?? [])]
      const other = theirs.find(({ at, lines }) =>
        [atoms[at], atoms[at + lines]].some((atom) => isNear(atom, place.at)),
      )
      if (common === undefined) continue
      if (other !== undefined) unite(known, verdict, other)
      else {
        const line = atoms.find((atom) => isNear(atom, place.at))
        if (line === undefined) common.readOver = true
        else {
          const silent = silentBorder(verdict, surveys, place.other, line.index)
          added[place.other]?.push(silent)
          known.set(silent, {
            verdicts: new Set([silent]),
            begins: new Map([[place.other, silent.begins]]),
            readOver: false,
          })
          unite(known, verdict, silent)
        }
      }
    }
  }
  return judged.map((own, source) =>
    [...own, ...(added[source] ?? [])]
      .sort((a, b) => a.at - b.at)
      .map((verdict) => settled(verdict, known.get(verdict))),
  )
}

/** The place of a border in a file that shows none there. */
function silentBorder(
  { at, lines, form, rank, source }: Verdict,
  surveys: readonly Survey[],
  other: number,
  line: number,
): Verdict {
  const [mine, theirs] = [surveys[source], surveys[other]]
  const head = mine === undefined ? '' : foldedAtoms(mine, lines === 0 ? [] : [at])
  const own = theirs === undefined ? '' : foldedAtoms(theirs, [line])
  const same = head !== '' && (own.startsWith(head) || titleLikeness(head, own) >= ALIKE)
  return {
    source: other,
    at: line,
    lines: same ? 1 : 0,
    form,
    rank,
    heads: same,
    begins: beginsAt(surveys, other, line),
    divides: 'nothing',
    reason: 'label',
  }
}

/** Least likeness of two lines that are one headline (Dice, of pairs of characters). */
const ALIKE = 0.6

function beginsAt(surveys: readonly Survey[], source: number, at: number): number {
  const survey = surveys[source]
  return survey === undefined ? 0 : beginsWork(survey, at)
}

const isNear = (atom: { readonly from: number } | undefined, place: number): boolean =>
  atom !== undefined && Math.abs(atom.from - place) <= NEAR

function unite(known: Map<Verdict, Common>, one: Verdict, two: Verdict): void {
  const [left, right] = [known.get(one), known.get(two)]
  if (left === undefined || right === undefined || left === right) return
  for (const verdict of right.verdicts) {
    left.verdicts.add(verdict)
    known.set(verdict, left)
  }
  for (const [file, begins] of right.begins) left.begins.set(file, begins)
  left.readOver ||= right.readOver
}

/** What settles a border in one file settles it in all; else what all files say together. */
const FIRM_REASONS: readonly Verdict['reason'][] = ['named', 'numbered', 'numbers-run-over']

function settled(verdict: Verdict, common: Common | undefined): Verdict {
  if (common === undefined || verdict.reason === 'named') return verdict
  if (common.readOver) {
    // A sign or number of its own still heads a section: the other copy only lacks the line.
    return verdict.form === 'part'
      ? verdict
      : { ...verdict, divides: 'nothing', reason: 'others-read-on' }
  }
  if (verdict.at === 0) return verdict
  const all = [...common.verdicts]
  const firm = all.find(({ reason }) => FIRM_REASONS.includes(reason))
  if (firm !== undefined) return { ...verdict, divides: firm.divides, reason: firm.reason }
  const elsewhere = all.find(({ reason }) => reason === 'begins-elsewhere')
  // What is likely beforehand counts once, however many files are asked.
  const sum = [...common.begins.values()].reduce((total, b) => total + b - BEFOREHAND, BEFOREHAND)
  const begins = sum / common.begins.size
  if (elsewhere !== undefined || sum > 0)
    return { ...verdict, begins, divides: 'works', reason: 'title' }
  const heads = verdict.heads || (verdict.lines > 0 && all.some(({ heads: own }) => own))
  return { ...verdict, divides: heads ? 'sections' : 'nothing', reason: 'label' }
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
