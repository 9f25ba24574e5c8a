import { at } from './at.ts'
import type { HashedSeeds } from './seeds.ts'
import type { Evidence } from './significance.ts'
import { seedPlan } from './significance.ts'

/** Texts shorter than this are compared by pairs of tokens. */
const SHORT = 200

/**
 * The order in which distinct witnesses join the profile: first the two that share most, then
 * always the one that shares most with those already there. Ties follow the canonical order.
 */
export function joiningOrder(
  witnesses: readonly Int32Array[],
  evidence: Evidence,
  hashed: HashedSeeds,
): number[] {
  const count = witnesses.length
  if (count < 3) return witnesses.map((_, i) => i)
  const sketches = sketchesOf(witnesses, evidence, hashed)
  const shared = sketches.map((a, i) => sketches.map((b, j) => (i < j ? overlap(a, b) : 0)))
  const between = (i: number, j: number): number => shared[Math.min(i, j)]?.[Math.max(i, j)] ?? 0
  let first = [0, 1]
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      if (between(i, j) > between(first[0] ?? 0, first[1] ?? 0)) first = [i, j]
    }
  }
  const order = [...first]
  while (order.length < count) {
    let best = -1
    let bestShare = -1
    for (let i = 0; i < count; i++) {
      if (order.includes(i)) continue
      const share = Math.max(...order.map((other) => between(i, other)))
      if (share > bestShare) {
        best = i
        bestShare = share
      }
    }
    order.push(best)
  }
  return order
}

/** The hashes of the witnesses' seeds, sorted. */
function sketchesOf(
  witnesses: readonly Int32Array[],
  evidence: Evidence,
  hashed: HashedSeeds,
): Int32Array[] {
  const longest = Math.max(...witnesses.map((keys) => keys.length), 2)
  const plan = seedPlan(evidence, longest, longest)
  const size = longest < SHORT ? 2 : plan.size
  return witnesses.map((_, w) => hashed(w, size, plan.sampling).hashes.slice().sort())
}

/** Number of values two sorted lists share, each as often as it occurs in both. */
function overlap(a: Int32Array, b: Int32Array): number {
  let i = 0
  let j = 0
  let shared = 0
  while (i < a.length && j < b.length) {
    const difference = at(a, i) - at(b, j)
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}
