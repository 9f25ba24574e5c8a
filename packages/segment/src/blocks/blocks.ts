import type { Certainty, JoinKind } from '@huijiao/ast'
import type { BlockPart, Join, JoinEvidence, LogicalBlock } from '@huijiao/model'
import { textOf } from '../page/syntax.ts'
import type { Page } from '../page/types.ts'
import type { Survey } from '../survey/survey.ts'
import type { Step, StepJoin } from '../works/runs.ts'
import { type RawBlock, rolesOf } from './roles.ts'
import { type Kin, startsBlock } from './starts.ts'

/** Margin, in nats, from which a join is certain, and from which it is likely. */
const CERTAIN = 4
const LIKELY = 1.5

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
