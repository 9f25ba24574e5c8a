import { VOICES } from '../copies/labelled.ts'
import type { Label } from '../label/index.ts'
import type { Survey } from '../survey/survey.ts'
import { oddsOfRows } from './alike.ts'
import { BEFOREHAND, type Border, beginsWork } from './borders.ts'

/** What a border of an ordered file divides. */
export interface Verdict extends Border {
  readonly divides: 'works' | 'sections' | 'nothing'
  readonly reason:
    | 'named'
    | 'numbered'
    | 'first'
    | 'title'
    | 'label'
    | 'others-read-on'
    | 'no-body'
    | 'editor'
  /** Atoms before it that head nothing: they are left out. */
  readonly over?: number
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
export function agree(
  judged: readonly (readonly Verdict[])[],
  surveys: readonly Survey[],
  ordered: readonly boolean[],
): Verdict[][] {
  const known = new Map(judged.flat().map((verdict) => [verdict, commonOf(verdict)]))
  const all = judged.map((own) => [...own])
  const starts = surveys.map(
    ({ page }) => new Map(page.atoms.map(({ start, index }) => [start, index])),
  )
  for (const verdict of judged.flat()) {
    if (verdict.at === 0) continue
    for (const other of surveys.keys()) {
      if (ordered[other] !== true || other === verdict.source) continue
      const place = placeIn(verdict, surveys, other, starts[other] ?? new Map())
      const common = known.get(verdict)
      if (place === null || common === undefined) continue
      if (place === 'inside') {
        common.readOver = true
        continue
      }
      const { line, heads } = place
      const theirs = all[other] ?? []
      let counterpart = theirs.find(
        ({ at, lines, form }) => at === line || (!heads && form === 'title' && at + lines === line),
      )
      if (counterpart === undefined) {
        counterpart = silentBorder(verdict, surveys, other, line, heads)
        theirs.push(counterpart)
        known.set(counterpart, commonOf(counterpart))
      }
      unite(known, verdict, counterpart)
    }
  }
  const odds = new Map([...known].map(([verdict, common]) => [verdict, oddsOf(common)]))
  for (const [verdict, middle] of oddsOfRows(all, surveys, odds)) {
    for (const one of known.get(verdict)?.verdicts ?? []) odds.set(one, middle)
  }
  return all.map((own) =>
    own
      .sort((a, b) => a.at - b.at)
      .map((verdict) => settled(verdict, known.get(verdict), odds.get(verdict) ?? 0)),
  )
}

/** Log-odds that a work begins where files have something in common. */
function oddsOf({ begins }: Common): number {
  // What is likely beforehand counts once, and copies of one text are no independent voices.
  const told = [...begins.values()].reduce((total, b) => total + b - BEFOREHAND, 0)
  return BEFOREHAND + told * Math.min(1, VOICES / begins.size)
}

const commonOf = (verdict: Verdict): Common => ({
  verdicts: new Set([verdict]),
  begins: new Map([[verdict.source, verdict.begins]]),
  readOver: false,
})

interface Place {
  /** Atom of the other file. */
  readonly line: number
  /** It is the headline; else the line under it, and the other file lacks the headline. */
  readonly heads: boolean
}

/** Where another file has a border; null where that is not known, or both begin their files there. */
function placeIn(
  { source, at, lines }: Border,
  surveys: readonly Survey[],
  other: number,
  starts: ReadonlyMap<number, number>,
): Place | 'inside' | null {
  const atoms = surveys[source]?.page.atoms ?? []
  for (const first of new Set([at, at + lines])) {
    const there = atoms[first]?.there.get(other)
    if (there === undefined) return null
    const line = starts.get(there.start)
    // Where its line begins inside a headline, the other file has title and author in one.
    const within = HEADS.has(surveys[other]?.page.atoms[line ?? -1]?.label?.label ?? 'paragraph')
    if (there.kind === 'inside' && !within) {
      // It reads on where the line before is in the same line.
      return atoms[first - 1]?.there.get(other)?.start === there.start ? 'inside' : null
    }
    if (there.kind !== 'lacking' && line !== undefined)
      return { line, heads: lines > 0 && first === at }
  }
  return null
}

const HEADS: ReadonlySet<Label> = new Set<Label>(['title', 'heading', 'subtitle', 'byline'])

/** The place of a border in a file that shows none there. */
function silentBorder(
  { form, rank }: Verdict,
  surveys: readonly Survey[],
  source: number,
  at: number,
  heads: boolean,
): Verdict {
  const survey = surveys[source]
  const begins = survey === undefined ? 0 : beginsWork(survey, at)
  const lines = heads ? 1 : 0
  return { source, at, lines, form, rank, heads, begins, divides: 'nothing', reason: 'label' }
}

function unite(known: Map<Verdict, Common>, one: Verdict, two: Verdict): void {
  const [left, right] = [known.get(one), known.get(two)]
  if (left === undefined || right === undefined || left === right) return
  for (const verdict of right.verdicts) {
    left.verdicts.add(verdict)
    known.set(verdict, left)
  }
  for (const [file, begins] of right.begins)
    left.begins.set(file, Math.max(begins, left.begins.get(file) ?? begins))
  left.readOver ||= right.readOver
}

/** What settles a border in one file settles it in all; else what all files say together. */
const FIRM_REASONS: readonly Verdict['reason'][] = ['named', 'numbered']

function settled(verdict: Verdict, common: Common | undefined, odds: number): Verdict {
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
  if (odds > 0) return { ...verdict, begins: odds, divides: 'works', reason: 'title' }
  const heads = verdict.heads || (verdict.lines > 0 && all.some(({ heads: own }) => own))
  return { ...verdict, divides: heads ? 'sections' : 'nothing', reason: 'label' }
}
