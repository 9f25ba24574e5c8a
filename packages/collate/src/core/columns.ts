import { alignToProfile } from './align.ts'
import { joiningOrder } from './order.ts'
import { type Profile, profileOf, weave } from './profile.ts'
import type { Substitution } from './scoring.ts'
import { hashedSeeds } from './seeds.ts'
import type { Evidence } from './significance.ts'
import { slideGaps } from './slide.ts'

/**
 * Aligns distinct witnesses, given in canonical order, into one profile, whose threads are in
 * canonical order too.
 */
export function alignAll(
  witnesses: readonly Int32Array[],
  substitution: Substitution,
  evidence: Evidence,
): Profile {
  const hashed = hashedSeeds(witnesses)
  let profile: Profile | undefined
  for (const index of joiningOrder(witnesses, evidence, hashed)) {
    const keys = witnesses[index] ?? new Int32Array(0)
    if (profile === undefined) {
      profile = profileOf(index, keys)
      continue
    }
    const places = alignToProfile(profile, index, keys, { substitution, evidence, hashed })
    profile = weave(profile, index, keys, places)
  }
  if (profile === undefined) return { width: 0, threads: [], support: new Int32Array(0) }
  slideGaps(profile, evidence.pairs)
  return { ...profile, threads: [...profile.threads].sort((a, b) => a.witness - b.witness) }
}
