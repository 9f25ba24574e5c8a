import type { CollatedWork, Locus } from '@huijiao/model'
import type { Case } from '../evidence/examine.ts'
import type { Reliability } from '../types.ts'
import type { Voices } from '../voices/voices.ts'

/** Error rates of the witnesses of a work. */
export interface Slips {
  readonly reliability: readonly Reliability[]
  /** Rate at which independent witnesses err in the same place (see `slipsTogether`). */
  readonly together: number
}

/** Loci that a work is held to have before any is seen, and those of them where voices slip together. */
const [SEEN, TOGETHER] = [10, 1.5]
/**
 * Of places where voices slip together, the share where they slip alike. Fitted on recognised pages, where one
 * engine takes one character for the same other wherever it is.
 */
const ALIKE = 0.3

/** Characters of the longest slip; longer readings are passages. */
const LONGEST = 4

/** Rounds of expectation and maximisation. */
const ROUNDS = 30

/**
 * How often all voices slip in one place. Voices that err apart do so in different places; those that read hard
 * characters err in the same. Where three independent witnesses have the text, it is the share of loci at which
 * three of them read differently; of two, the share of loci where the words hold neither reading.
 *
 * @param faults by case and reading: log odds that it is an error, by the words around it.
 */
export function slipsTogether(
  work: CollatedWork,
  cases: readonly Case[],
  voices: Voices,
  faults: readonly (readonly number[])[],
): number {
  const [loci, together] = differing(work, cases, voices)
  if (loci > 0) return (together + TOGETHER) / (loci + SEEN)
  // Odds that all readings of a locus are errors, against that one of them is sound.
  const odds = faults.map((each) => {
    const all = each.reduce((a, b) => a + b, 0)
    const one = each.reduce((sum, own) => sum + Math.exp(all - own), 0) / Math.max(1, each.length)
    return Math.exp(all) / one
  })
  let share = TOGETHER / SEEN
  for (let round = 0; round < ROUNDS; round += 1) {
    const broken = odds.reduce((sum, o) => sum + (share * o) / (share * o + 1 - share), 0)
    share = (broken + TOGETHER) / (odds.length + SEEN)
  }
  return share
}

/** Numbers of loci with three or more independent witnesses, and of those with three or more readings. */
function differing(
  work: CollatedWork,
  cases: readonly Case[],
  voices: Voices,
): [loci: number, together: number] {
  let [loci, together] = [0, 0]
  for (const { candidates } of cases) {
    const speaking = new Set(candidates.flatMap((c) => c.witnesses.map((w) => voices.of(work, w))))
    if (speaking.size < 3) continue
    loci += 1
    if (new Set(candidates.map((c) => c.key)).size > 2) together += 1
  }
  return [loci, together]
}

/**
 * Probability that a reading, if any is right, is right in itself: that the place is not one where all voices slip,
 * of which weak words around are a sign, and that a passage of one voice has no slip within.
 *
 * @param fault log odds that the reading is an error, by the words around it.
 */
export function soundness(
  work: CollatedWork,
  locus: Locus,
  text: string,
  { voices, slips, fault }: { voices: Voices; slips: Slips; fault: number },
): number {
  const holders = locus.readings.find((r) => r.text === text)?.witnesses ?? []
  const alone = new Set(holders.map((w) => voices.of(work, w))).size < 2
  // A passage is no place where voices slip, only one of many such places.
  const together = [...text].length > LONGEST ? 0 : slips.together
  const place = 1 / (1 + together * (alone ? 1 : ALIKE) * Math.exp(fault))
  if (!alone) return place
  const rates = holders.map((w) => {
    const known = slips.reliability[w]
    return known === undefined ? 0 : known.wrong / Math.max(1, known.characters)
  })
  return place * (1 - Math.min(1, ...rates)) ** [...text].length
}
