import { type Anchor, byThreads, type Likeness } from './likeness.ts'
import { cutThreads } from './split.ts'
import type { Survey } from './survey.ts'
import type { Thread } from './works.ts'

/** Shortest piece that is looked for between two others, in content characters. */
const PIECE = 40
/** Share of it that the other source must have. */
const KNOWN = 0.5
/** Characters by which runs of misread text end before the place. */
const SLACK = 30
/** Most that a thread may itself have of what is left out, as a share of it. */
const OWN = 0.2

/**
 * Cuts threads that skip a piece: where another source has between the two sides of a link what stands
 * elsewhere in the same source, by itself, the piece belongs there.
 */
export function openForPieces(
  threads: readonly Thread[],
  surveys: readonly Survey[],
  likenesses: readonly Likeness[],
): readonly Thread[] {
  const byThread = byThreads(likenesses)
  const cuts = new Map<number, Set<number>>()
  for (const piece of threads) {
    if (piece.length < PIECE) continue
    const [best] = [...(byThread.get(piece.id) ?? [])].sort((a, b) => b.shared - a.shared)
    if (best === undefined || best.shared < KNOWN * piece.length) continue
    const [reference, from, to] =
      best.one === piece.id ? [best.two, ...best.spanTwo] : [best.one, ...best.spanOne]
    for (const pair of byThread.get(reference) ?? []) {
      const skipping = threads[pair.one === reference ? pair.two : pair.one]
      if (skipping === undefined || skipping.source !== piece.source) continue
      if (skipping.id === piece.id || surveys[piece.source]?.ordered === true) continue
      const runs = pair.one === reference ? pair.anchors.map(flipped) : pair.anchors
      const place = skippedAt(runs, from, to)
      if (place === null) continue
      const at = linkNear(skipping, surveys, place)
      if (at === null) continue
      cuts.set(skipping.id, (cuts.get(skipping.id) ?? new Set()).add(at))
    }
  }
  return cuts.size === 0 ? threads : cutThreads(threads, surveys, cuts)
}

const flipped = ({ one, two, length }: Anchor): Anchor => ({ one: two, two: one, length })

/**
 * Where a thread goes over a stretch of another that it has not, in its own characters; null where it has it.
 *
 * @param runs `one` in the thread, `two` in the other
 */
function skippedAt(runs: readonly Anchor[], from: number, to: number): number | null {
  const own = runs.reduce(
    (sum, { two, length }) => sum + Math.max(0, Math.min(two + length, to) - Math.max(two, from)),
    0,
  )
  if (own > OWN * (to - from)) return null
  const before = runs.findLast(({ two, length }) => two + length <= from + SLACK)
  const after = runs.find(({ two }) => two >= to - SLACK)
  if (before === undefined || after === undefined) return null
  const end = before.one + before.length
  if (after.one < end || after.one - end > OWN * (to - from) + SLACK) return null
  return (end + after.one) / 2
}

/** Index of the atom nearest to a place of a thread that is linked to the one before; null where none is near. */
function linkNear(thread: Thread, surveys: readonly Survey[], place: number): number | null {
  let nearest: number | null = null
  let distance = SLACK
  let start = 0
  for (const [at, index] of thread.atoms.entries()) {
    const away = Math.abs(start - place)
    if (at > 0 && away < distance) {
      nearest = at
      distance = away
    }
    const atom = surveys[thread.source]?.page.atoms[index]
    start += atom === undefined ? 0 : atom.to - atom.from
  }
  return nearest
}
