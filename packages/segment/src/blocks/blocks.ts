import type { Certainty, JoinKind } from '@huijiao/ast'
import type { BlockPart, Join, JoinEvidence, LogicalBlock } from '@huijiao/model'
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
import type { Step, StepJoin } from '../works/runs.ts'
import { layoutOf } from './layout.ts'
import { type RawBlock, rolesOf } from './roles.ts'

/** Margin, in nats, from which a join is certain, and from which it is likely. */
const CERTAIN = 4
const LIKELY = 1.5

/** The sources of a work as witnesses to its paragraphs: `source:atom` of what they have of it. */
export interface Kin {
  readonly surveys: readonly Survey[]
  readonly atoms: ReadonlySet<string>
}

/** The logical blocks of one witness text; `titles` are the atoms that head it. */
export function blocksOf(
  survey: Survey,
  kin: Kin,
  titles: readonly number[],
  steps: readonly Step[],
): LogicalBlock[] {
  const groups: { steps: Step[]; title: boolean }[] = titles.map((atom) => ({
    steps: [{ atom, join: null }],
    title: true,
  }))
  let first = -1
  for (const [index, step] of steps.entries()) {
    const previous = steps[index - 1]
    const group = groups.at(-1)
    if (index === 0 || previous === undefined || group === undefined) {
      groups.push({ steps: [step], title: false })
      first = step.atom
    } else if (startsBlock(survey, kin, previous.atom, step, first)) {
      groups.push({ steps: [step], title: false })
      first = step.atom
    } else group.steps.push(step)
  }
  const raw = groups.map((group) => rawBlock(survey, group.steps, group.title))
  const roles = rolesOf(raw)
  return groups.map((group, index) => {
    const role = roles[index] ?? { role: 'paragraph' as const }
    const [head] = group.steps
    const before = groups[index - 1]?.steps.at(-1)
    const join = head === undefined || before === undefined ? null : blockJoin(survey, before, head)
    return {
      ...role,
      parts: group.steps.map((step, at) => partOf(survey, step, group.steps[at - 1])),
      ...(join === null ? {} : { join }),
    }
  })
}

function rawBlock(survey: Survey, steps: readonly Step[], title: boolean): RawBlock {
  const atoms = steps.flatMap(({ atom }) => survey.page.atoms[atom] ?? [])
  const text = atoms.map((atom) => textOf(survey.page, atom)).join('')
  const head = steps.every(({ atom }) => (survey.heads[atom] ?? 0) > 0)
  const depth = survey.depths.get(steps[0]?.atom ?? -1) ?? null
  const label = survey.ordered ? (atoms[0]?.label?.label ?? null) : null
  return {
    text,
    head,
    title,
    level: atoms[0]?.level ?? 0,
    depth,
    label,
    apart: (atoms[0]?.gap ?? 0) > 0,
  }
}

function partOf(survey: Survey, step: Step, before: Step | undefined): BlockPart {
  const atom = survey.page.atoms[step.atom]
  const [start, end] = [atom?.start ?? 0, atom?.end ?? 0]
  if (before === undefined || step.join === null) return { start, end }
  const kind = kindOf(survey, before.atom, step.atom, step.join)
  return { start, end, join: toJoin(kind, step.join) }
}

/** How a block follows the one before it, where it is not simply the next in the file. */
function blockJoin(survey: Survey, before: Step, step: Step): Join | null {
  if (step.join === null) {
    if (step.atom === before.atom + 1 || isNext(survey, before.atom, step.atom)) return null
    const evidence: JoinEvidence[] = [{ weight: 2, reason: { kind: 'cohesion' } }]
    return { kind: 'break', certainty: 'medium', evidence }
  }
  if (isNext(survey, before.atom, step.atom) && !step.join.lacuna) {
    const parting = survey.page.atoms[step.atom]?.parting ?? null
    if (parting === 'apart') return toJoin('break', step.join)
    return unsure(survey, step.join) ? toJoin('wrap', { ...step.join, margin: LIKELY }) : null
  }
  return toJoin(kindOf(survey, before.atom, step.atom, step.join), step.join)
}

/** Nats from which a label alone says that a line of a column begins a block. */
const BY_LABEL = 1.5

/** Flow below which a page is out of order, so that the next paragraph may be another text's. */
const DISORDER = 3.5

/** Evidence that another source has both pieces in this order. */
const ATTESTED: ReadonlySet<JoinKind> = new Set<JoinKind>(['overlap', 'order'])

/** On a page out of order what only stands next to the text before it is no plain sequel. */
function unsure(survey: Survey, { evidence, gain }: StepJoin): boolean {
  if (evidence.some(({ reason, weight }) => ATTESTED.has(reason.kind) && weight > 0)) return false
  return isParted(survey.page) || (survey.flow < DISORDER && gain < CERTAIN)
}

const parted = new WeakMap<Page, boolean>()

/** Whether columns were taken apart on a page: their edges are never sure. */
function isParted(page: Page): boolean {
  const known = parted.get(page) ?? page.atoms.some(({ parting }) => parting !== null)
  parted.set(page, known)
  return known
}

/** Only repeated headlines stand between. */
function isNext(survey: Survey, one: number, two: number): boolean {
  if (two <= one) return false
  for (let at = one + 1; at < two; at++) if ((survey.repeats[at] ?? -1) < 0) return false
  return survey.page.atoms[one]?.jumpOut == null && survey.page.atoms[two]?.jumpIn == null
}

function kindOf(survey: Survey, one: number, two: number, join: StepJoin): Join['kind'] {
  if (join.lacuna) return 'lacuna'
  const before = survey.page.atoms[one]
  const after = survey.page.atoms[two]
  if (before === undefined || after === undefined || two !== one + 1) return 'break'
  if (
    after.parting === 'apart' ||
    after.pageBreak ||
    after.jumpIn !== null ||
    before.jumpOut !== null
  )
    return 'break'
  if ((survey.measure[one] ?? 0) > 0 || after.gap === 0) return 'wrap'
  return 'break'
}

function toJoin(kind: Join['kind'], { margin, gain, evidence }: StepJoin): Join {
  const sure = Math.min(margin, gain)
  let certainty: Certainty = 'low'
  if (kind === 'lacuna') certainty = sure >= LIKELY ? 'medium' : 'low'
  else if (sure >= CERTAIN) certainty = 'high'
  else if (sure >= LIKELY) certainty = 'medium'
  return { kind, certainty, evidence }
}

/** Whether a step begins a new block; `first` is the atom that the block before begins with. */
function startsBlock(
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
  if ((heads[before] ?? 0) > 0 || (heads[atom] ?? 0) > 0) return true
  if (endings[before] === 'colon' && isLoneName(textOf(page, one))) return true
  if (stands(textOf(page, one), first === before) || stands(textOf(page, two), true)) return true
  if (atom === before + 1 && one.line === two.line && one.jumpOut === null) return false
  if (atom === before + 1 && breaksWord(page, one, two)) return false
  const ending = endings[before]
  // A file in order whose lines are not wrapped has a paragraph on each line, whatever it looks like.
  if (survey.ordered && atom === before + 1) {
    const { label, margin } = two.label ?? { label: 'continuation', margin: 0 }
    if (label === 'verse' || !isWrapped(survey, before, atom)) return true
    if (label !== 'continuation' && margin >= BY_LABEL) return true
  }
  if (beginnings[atom] === 'clinging') return false
  if (join?.lacuna === true) return ending === 'final'
  if (ending === 'open' || ending === 'pause') return false
  const width = measure[before] ?? 0
  const adjacent = atom === before + 1
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
  const filled = one.width + (before === first ? 4 : 0)
  return filled < width - 3
}

/** Whether a hyphen, soft or hard, breaks a word at the end of a line: `neigh-` `bouring`. */
function breaksWord({ source: { points } }: Page, one: Atom, two: Atom): boolean {
  const end =
    points[one.end - 1] === '-' || points[one.end - 1] === '\u2010' ? one.end - 1 : one.end
  const isHyphen = end < one.end || points[end] === '\u00AD'
  return (
    isHyphen && /\p{Ll}/u.test(points[end - 1] ?? '') && /\p{Ll}/u.test(points[two.start] ?? '')
  )
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
