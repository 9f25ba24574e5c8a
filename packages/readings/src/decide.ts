import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Decision, Source } from '@huijiao/model'
import { concordanceOf } from './evidence/concordance.ts'
import { type Case, contextOf, gather, prepare, type View, viewOf } from './evidence/examine.ts'
import { faultOdds, garbled, heldMore } from './evidence/garbled.ts'
import { CONTENT_KINDS } from './evidence/registry.ts'
import { witnessEvidence } from './evidence/witnesses.ts'
import { ENOUGH, learnWords, USUAL, type WordModel } from './learn/words.ts'
import { baseGuide, guideOf } from './loci/guide.ts'
import { lociOf } from './loci/loci.ts'
import { joinTranspositions, splitForms, splitPartial } from './loci/split.ts'
import { punctuate } from './punctuation/punctuate.ts'
import { unmarked } from './punctuation/unmarked.ts'
import { applyRulings } from './rulings/apply.ts'
import type { Ruling } from './rulings/ruling.ts'
import { doubt } from './suspicions/doubt.ts'
import { suspect } from './suspicions/suspect.ts'
import type { Decided, DecideSettings, EvidenceContext, Reliability } from './types.ts'
import type { Kinship } from './voices/kinship.ts'
import { type Voices, voicesOf } from './voices/voices.ts'
import { learnDivisions, votesOf } from './weigh/divisions.ts'
import { kinships } from './weigh/families.ts'
import { judge } from './weigh/judge.ts'
import { learn, longerByRight, unlearned } from './weigh/reliability.ts'
import { slipsTogether } from './weigh/soundness.ts'
import { natsOf, weigh } from './weigh/weigh.ts'

/** What the surroundings of a locus say by themselves, and what the other loci teach to weigh. */
const STEADY = CONTENT_KINDS.filter((kind) => !kind.learned)
const LEARNED = CONTENT_KINDS.filter((kind) => kind.learned && kind.external !== true)

/** Rounds of judging, learning and judging again; later rounds change nothing that was seen. */
const ROUNDS = 3

/** What the program decides by itself, before any ruling. */
export interface Unruled {
  /** The works with their units split where a locus is less than a unit. */
  readonly works: readonly CollatedWork[]
  /** By index of the work. */
  readonly judged: readonly Judged[]
  readonly voices: Voices
}

/**
 * Decides every locus of every work, content first and punctuation after.
 *
 * @param works aligned works of one edition: each is evidence for the others.
 * @param rulings the editor's decisions, which win; faults in them come back as messages.
 */
export const decide = (
  works: readonly CollatedWork[],
  _sources: readonly Source[],
  rulings: readonly Ruling[],
  settings: DecideSettings = {},
): Decided => ruled(unruled(works, settings), rulings)

/** The first half of {@link decide}, and by far the longer one: what no ruling changes. */
export function unruled(works: readonly CollatedWork[], settings: DecideSettings = {}): Unruled {
  const split = works.map((work) => splitForms(joinTranspositions(splitPartial(work))))
  const concordance = concordanceOf(split)
  const { families = {}, kinds = {} } = settings
  const words = wordModels(split)
  const declared = voicesOf(families)
  const judgeOne = (work: CollatedWork, index: number, voices: Voices): Judged =>
    judgeWork(work, index, { concordance, voices, kinds, words: words[index] ?? USUAL })
  const first = split.map((work, index) => judgeOne(work, index, declared))
  // Voices that prove to be one are heard as one, and the works where they speak judged again.
  const found = first.flatMap((j) => j.kinships)
  const voices = voicesOf(families, found)
  const judged = split.map((work, index) => {
    const known = first[index]
    if (known === undefined) return judgeOne(work, index, voices)
    if (!known.kinships.some((k) => k.one)) return known
    return { ...judgeOne(work, index, voices), kinships: known.kinships }
  })
  return { works: split, judged, voices }
}

/** The second half of {@link decide}: the editor's decisions win, and punctuation is decided. */
export function ruled({ works, judged, voices }: Unruled, rulings: readonly Ruling[]): Decided {
  const ruled = applyRulings(
    works,
    judged.map((j) => j.decisions),
    rulings,
  )
  const final = concordanceOf(ruled.works)
  const punctuated = ruled.works.map((work, index) =>
    punctuate(work, index, ruled.decisions[index] ?? [], ruled.marks[index] ?? [], final, voices),
  )
  const suspicions = suspect(ruled.works, ruled.decisions, final, voices)
  return {
    works: ruled.works,
    decisions: ruled.works.flatMap((work, i) => [
      ...doubt(work, ruled.decisions[i] ?? [], suspicions),
      ...(punctuated[i] ?? []).flatMap((slot) => slot.decision ?? []),
    ]),
    suspicions,
    reliability: judged.flatMap((j) => j.reliability),
    kinships: judged.flatMap((j) => j.kinships),
    unmarked: ruled.works.flatMap((work) =>
      [...unmarked(work)]
        .map((w) => ({ work: work.spec.id, siglum: work.witnesses[w]?.siglum ?? '' }))
        .toSorted((a, b) => (a.siglum < b.siglum ? -1 : 1)),
    ),
    gaps: new Map(ruled.works.map((w, i) => [w.spec.id, ruled.gaps[i] ?? new Map()])),
    punctuation: new Map(ruled.works.map((w, i) => [w.spec.id, punctuated[i] ?? []])),
    rulingMessages: ruled.messages,
  }
}

/** What the words tell in each work; of a short one what they tell in all. */
function wordModels(works: readonly CollatedWork[]): WordModel[] {
  const guides = works.map(baseGuide)
  const all = learnWords(guides)
  if (guides.length === 1) return [all]
  return guides.map((guide) => (guide.keys.length < ENOUGH ? all : learnWords([guide])))
}

interface Judged {
  readonly decisions: readonly Decision[]
  readonly reliability: readonly Reliability[]
  readonly kinships: readonly Kinship[]
}

function judgeWork(
  work: CollatedWork,
  index: number,
  shared: Pick<EvidenceContext, 'concordance'> & {
    readonly voices: Voices
    readonly kinds: NonNullable<DecideSettings['kinds']>
    readonly words: WordModel
  },
): Judged {
  const base = baseGuide(work)
  const cases = lociOf(work, base).map((l) => prepare(index, l, shared.concordance, shared.voices))
  const simplified = writtenSimplified(work)
  let decisions: Decision[] = []
  const equal = unlearned(work)
  let reliability = equal
  let longer = longerByRight([])
  let kin: Kinship[] = []
  const views: View[] = []
  const steady: Evidence[][] = []
  // What the witnesses say before anything is known of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    const guide = round === 0 ? base : guideOf(work, decisions)
    const seen = cases.map((c, i) =>
      viewOf(c, guide, shared.concordance, shared.words.counts, views[i]),
    )
    const garbles = garbled(
      seen.map((v) => v.held),
      shared.words,
    )
    const examined = cases.flatMap((c, i) => {
      const view = seen[i]
      if (view === undefined) return []
      const held = heldMore(view.held, shared.words, garbles[i] ?? 0)
      const voted = votesOf(work, c.locus, c.candidates, shared.voices, equal)
      const faults = faultOdds(view.held, shared.words)
      const context = contextOf(work, c, view, { ...shared, simplified, longer, held, voted })
      // What the surroundings say by themselves is the same as long as they are.
      const known = view === views[i] ? steady[i] : undefined
      const own = known ?? gather(STEADY, c.locus, context)
      views[i] = view
      steady[i] = own
      return [
        { case: c, context, faults, evidence: [...own, ...gather(LEARNED, c.locus, context)] },
      ]
    })
    const settled = examined.map(({ case: c, context, evidence }) => {
      const texts = c.locus.readings.map((r) => r.text)
      const all = [...evidence, ...witnessEvidence(c.locus, context)]
      const apart = all.filter((e) => e.reason.kind !== 'omission')
      return { locus: c.locus, weighed: weigh(texts, all), apart: weigh(texts, apart) }
    })
    reliability = learn(work, settled)
    longer = longerByRight(settled.map((x) => ({ locus: x.locus, weighed: x.apart })))
    const learned = reliability
    kin = kinships(
      work,
      examined.map(({ case: c, evidence }) => {
        const own = evidence.filter((e) => e.reason.kind !== 'omission')
        const texts = c.locus.readings.map((r) => r.text)
        return { locus: c.locus, weighed: weigh(texts, own) }
      }),
      shared.voices,
    )
    const divided = examined.map(({ case: { locus, candidates }, evidence }) => ({
      locus,
      candidates,
      votes: votesOf(work, locus, candidates, shared.voices, learned),
      apart: natsOf(
        locus.readings.map((r) => r.text),
        evidence,
      ),
    }))
    const heard = learnDivisions(work, divided, shared.voices)
    const together = slipsTogether(
      work,
      cases,
      shared.voices,
      examined.map((e) => e.faults),
    )
    const slips = { reliability: learned, together }
    decisions = examined.map(({ case: c, context, faults, evidence }, i) => {
      const voiced = { ...context, voted: heard[i] ?? context.voted }
      const all = [...witnessEvidence(c.locus, voiced), ...evidence]
      return judge(work, c, all, { voices: shared.voices, kinds: shared.kinds, slips, faults })
    })
  }
  return { decisions, reliability, kinships: kin }
}

/** Whether most characters that have two forms stand in the simplified one; matching keys are simplified. */
function writtenSimplified(work: CollatedWork): boolean {
  let traditional = 0
  let all = 0
  for (const token of work.witnesses.flatMap((w) => w.tokens)) {
    all += 1
    if (token.t !== token.n && /\p{Script=Han}/u.test(token.t)) traditional += 1
  }
  return traditional < all / 8
}

export type { Case }
