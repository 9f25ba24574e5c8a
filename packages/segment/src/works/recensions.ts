import type { Recension } from '@huijiao/ast'
import type { WorkSpec } from '@huijiao/model'
import type { Survey } from '../survey/survey.ts'
import type { Anchor, Likeness } from './likeness.ts'
import type { Run } from './runs.ts'

/** Characters from which an addition is no slip of a copyist. */
const LONG = 8
/** Additions, and their share of the shared stretch, from which two texts are two recensions. */
const MANY = 3
const SHARE = 0.12

interface Difference {
  readonly long: number
  readonly added: number
  readonly stretch: number
}

/**
 * Groups the witnesses of a work into recensions. Texts of two recensions differ by long additions
 * throughout the stretch that both have; what one lacks before its beginning or after its end is no
 * difference, and slips are none.
 *
 * @returns recensions with their sigla, and for each run the id of its own; both empty for one recension.
 */
export function recensionsOf(
  runs: readonly Run[],
  surveys: readonly Survey[],
  likenesses: readonly Likeness[],
  spec: WorkSpec | null,
): { readonly recensions: readonly Recension[]; readonly ids: readonly (string | null)[] } {
  const siglum = (run: Run): string => surveys[run.source]?.page.source.siglum ?? ''
  if (spec?.recensions !== undefined) {
    const recensions = spec.recensions
    return {
      recensions,
      ids: runs.map(
        (run) => recensions.find(({ sigla }) => sigla.includes(siglum(run)))?.id ?? null,
      ),
    }
  }
  const groups = groupRuns(runs, likenesses)
  const count = Math.max(0, ...groups) + 1
  if (count < 2) return { recensions: [], ids: runs.map(() => null) }
  // The fuller text over the shared stretch comes first.
  const order = Array.from({ length: count }, (_, group) => group).sort(
    (a, b) => surplus(b, groups, runs, likenesses) - surplus(a, groups, runs, likenesses) || a - b,
  )
  const base = order.find((group) =>
    runs.some((run, index) => groups[index] === group && siglum(run) === spec?.base),
  )
  const recensions = order.map((group, rank) => ({
    id: `r${rank + 1}`,
    label: labelOf(rank, order.length),
    sigla: [
      ...new Set(runs.flatMap((run, index) => (groups[index] === group ? [siglum(run)] : []))),
    ],
    base: group === (base ?? order[0]),
  }))
  return { recensions, ids: groups.map((group) => `r${order.indexOf(group) + 1}`) }
}

function labelOf(rank: number, count: number): string {
  if (count === 2) return rank === 0 ? '长本' : '短本'
  return `第${'一二三四五六七八九十'[rank] ?? rank + 1}本`
}

/** Runs whose texts do not differ by recension share a group; numbers run from 0. */
function groupRuns(runs: readonly Run[], likenesses: readonly Likeness[]): number[] {
  const parent = runs.map((_, index) => index)
  const find = (at: number): number => (parent[at] === at ? at : find(parent[at] ?? at))
  const pairs: { one: number; two: number; share: number }[] = []
  for (let one = 0; one < runs.length; one++) {
    for (let two = one + 1; two < runs.length; two++) {
      const found = difference(runs[one], runs[two], likenesses)
      if (found === null) continue
      const differs = found.long >= MANY && found.added >= SHARE * found.stretch
      if (!differs) pairs.push({ one, two, share: found.stretch })
    }
  }
  for (const { one, two } of pairs.sort((a, b) => b.share - a.share)) parent[find(two)] = find(one)
  // A text that shares nothing directly with any other says nothing of its recension.
  const numbers = new Map<number, number>()
  const linked = new Set(pairs.flatMap(({ one, two }) => [one, two]))
  const compared = new Set<number>(linked)
  for (let one = 0; one < runs.length; one++) {
    for (let two = one + 1; two < runs.length; two++) {
      if (difference(runs[one], runs[two], likenesses) === null) continue
      compared.add(one)
      compared.add(two)
    }
  }
  return runs.map((_, index) => {
    const root = compared.has(index) ? find(index) : find(0)
    const number = numbers.get(root) ?? numbers.size
    numbers.set(root, number)
    return number
  })
}

function pairsBetween(one: Run, two: Run, likenesses: readonly Likeness[]): Likeness[] {
  const left = new Set(one.threads.map(({ id }) => id))
  const right = new Set(two.threads.map(({ id }) => id))
  return likenesses.filter(
    (pair) =>
      (left.has(pair.one) && right.has(pair.two)) || (left.has(pair.two) && right.has(pair.one)),
  )
}

function difference(
  one: Run | undefined,
  two: Run | undefined,
  likenesses: readonly Likeness[],
): Difference | null {
  if (one === undefined || two === undefined) return null
  let long = 0
  let added = 0
  let stretch = 0
  for (const pair of pairsBetween(one, two, likenesses)) {
    if (pair.score < 0.5 || pair.shared < 40) continue
    stretch += Math.max(pair.spanOne[1] - pair.spanOne[0], pair.spanTwo[1] - pair.spanTwo[0])
    eachGap(pair.anchors, (left, right) => {
      const extra = Math.abs(left - right)
      if (extra < LONG || Math.min(left, right) > extra) return
      long++
      added += extra
    })
  }
  return stretch === 0 ? null : { long, added, stretch }
}

/** How much more a group has than the others, over what they share. */
function surplus(
  group: number,
  groups: readonly number[],
  runs: readonly Run[],
  likenesses: readonly Likeness[],
): number {
  let more = 0
  for (const [index, run] of runs.entries()) {
    if (groups[index] !== group) continue
    const own = new Set(run.threads.map(({ id }) => id))
    for (const [other, second] of runs.entries()) {
      if (groups[other] === group) continue
      for (const pair of pairsBetween(run, second, likenesses)) {
        const sign = own.has(pair.one) ? 1 : -1
        more += sign * (pair.spanOne[1] - pair.spanOne[0] - (pair.spanTwo[1] - pair.spanTwo[0]))
      }
    }
  }
  return more
}

function eachGap(anchors: readonly Anchor[], visit: (one: number, two: number) => void): void {
  for (let at = 1; at < anchors.length; at++) {
    const [before, after] = [anchors[at - 1], anchors[at]]
    if (before === undefined || after === undefined) continue
    visit(after.one - before.one - before.length, after.two - before.two - before.length)
  }
}
