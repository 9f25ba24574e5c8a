import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Decision, Source } from '@huijiao/model'
import { concordanceOf } from './evidence/concordance.ts'
import { type Case, contextOf, gather, prepare, type View, viewOf } from './evidence/examine.ts'
import { faultOdds, garbled, heldMore } from './evidence/garbled.ts'
import { CONTENT_KINDS } from './evidence/registry.ts'
import { witnessEvidence } from './evidence/witnesses.ts'
import { ENOUGH, learnWords, USUAL, type WordModel } from './learn/words.ts'
import { baseGuide, type Guide, guideOf } from './loci/guide.ts'
import { lemmaOf } from './loci/lemma.ts'
import { lociOf } from './loci/loci.ts'
import { joinTranspositions, splitForms, splitPartial } from './loci/split.ts'
import { splitRepeats } from './loci/split-repeats.ts'
import { type Convention, inOneConvention } from './punctuation/conventions.ts'
import { marksIn } from './punctuation/marks.ts'
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

/** Evidence from the context of a locus alone, and the weights learned from the other loci. */
const STEADY = CONTENT_KINDS.filter((kind) => !kind.learned)
const LEARNED = CONTENT_KINDS.filter((kind) => kind.learned && kind.external !== true)

/** Rounds of judging, learning and judging again; later rounds change nothing that was seen. */
const ROUNDS = 3

/** The program's own decisions, before any ruling. */
export interface Unruled {
  /** The works with their units split where a locus is less than a unit. */
  readonly works: readonly CollatedWork[]
  /** By index of the work. */
  readonly judged: readonly Judged[]
  readonly voices: Voices
  /** By index of the work: what its words tell of its errors. */
  readonly words: readonly WordModel[]
  /** What forms of characters the works were put into. */
  readonly conventions: readonly Convention[]
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
  const split = works.map((work) =>
    splitForms(splitRepeats(joinTranspositions(splitPartial(work)))),
  )
  const concordance = concordanceOf(split)
  const { families = {}, kinds = {}, conventions = [] } = settings
  const guides = split.map(baseGuide)
  const words = wordModels(guides)
  const declared = voicesOf(families)
  const judgeOne = (work: CollatedWork, index: number, voices: Voices): Judged => {
    const shared = { concordance, voices, kinds, words: words[index] ?? USUAL }
    return judgeWork(work, index, guides[index] ?? baseGuide(work), shared)
  }
  const first = split.map((work, index) => judgeOne(work, index, declared))
  // Witnesses found to depend on each other count as one, and the works that have them are judged again.
  const found = first.flatMap((j) => j.kinships)
  const voices = voicesOf(families, found)
  const judged = split.map((work, index) => {
    const known = first[index]
    if (known === undefined) return judgeOne(work, index, voices)
    if (!known.kinships.some((k) => k.one)) return known
    return { ...judgeOne(work, index, voices), kinships: known.kinships }
  })
  return { works: split, judged, voices, words, conventions }
}

/** The second half of {@link decide}: the editor's decisions win, and punctuation is decided. */
export function ruled(
  { works, judged, voices, words, conventions: regional }: Unruled,
  rulings: readonly Ruling[],
): Decided {
  const ruled = applyRulings(
    works,
    judged.map((j) => j.decisions),
    rulings,
  )
  const final = concordanceOf(ruled.works)
  const marked = ruled.works.map((work, index) => {
    const lemma = lemmaOf(work, ruled.decisions[index] ?? [])
    return { work, lemma, readings: marksIn(work, lemma) }
  })
  const { works: uniform, conventions } = inOneConvention(marked, voices)
  const punctuated = ruled.works.map((work, index) =>
    punctuate({
      work,
      workIndex: index,
      decisions: ruled.decisions[index] ?? [],
      ruled: ruled.marks[index] ?? [],
      readings: uniform[index]?.readings ?? [],
      concordance: final,
      voices,
    }),
  )
  const suspicions = suspect(ruled.works, ruled.decisions, {
    concordance: final,
    voices,
    words,
  })
  return {
    works: ruled.works,
    decisions: ruled.works.flatMap((work, i) => [
      ...doubt(work, ruled.decisions[i] ?? [], suspicions),
      ...(punctuated[i] ?? []).flatMap((slot) => slot.decision ?? []),
    ]),
    suspicions,
    reliability: judged.flatMap((j) => j.reliability),
    kinships: judged.flatMap((j) => j.kinships),
    conventions: [...regional, ...conventions],
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

/** Word statistics of each work; for a short one those of all works. */
function wordModels(guides: readonly Guide[]): WordModel[] {
  const all = learnWords(guides)
  if (guides.length === 1) return [all]
  return guides.map((guide) => (guide.keys.length < ENOUGH ? all : learnWords([guide])))
}

interface Judged {
  readonly decisions: readonly Decision[]
  readonly reliability: readonly Reliability[]
  readonly kinships: readonly Kinship[]
}

/** What stays the same while the loci of a work are judged again and again. */
interface Bench {
  readonly work: CollatedWork
  readonly cases: readonly Case[]
  readonly simplified: boolean
  /** By case and candidate: the votes of its voices where every witness is as reliable as every other. */
  readonly equal: readonly (readonly number[])[]
  readonly shared: Shared
}

interface Shared extends Pick<EvidenceContext, 'concordance'> {
  readonly voices: Voices
  readonly kinds: NonNullable<DecideSettings['kinds']>
  readonly words: WordModel
}

/** A case seen in its surroundings, with all evidence but the number of its witnesses. */
interface Examined {
  readonly case: Case
  readonly view: View
  readonly context: EvidenceContext
  readonly faults: readonly number[]
  /** What the surroundings say by themselves. */
  readonly steady: readonly Evidence[]
  readonly evidence: readonly Evidence[]
}

/** What a round of judging came to. */
interface Round extends Omit<Judged, 'kinships'> {
  /** The reading text that its cases were seen in. */
  readonly guide: Guide
  readonly longer: EvidenceContext['longer']
  readonly examined: readonly Examined[]
}

function judgeWork(work: CollatedWork, index: number, base: Guide, shared: Shared): Judged {
  const { concordance, voices } = shared
  const equal = unlearned(work)
  const cases = lociOf(work, base).map((l) => prepare(index, l, concordance, voices))
  const bench: Bench = {
    work,
    cases,
    simplified: writtenSimplified(work),
    equal: cases.map((c) => votesOf(work, c.locus, c.candidates, voices, equal)),
    shared,
  }
  // What the witnesses say before anything is known of them.
  let round: Round = {
    decisions: [],
    reliability: equal,
    guide: base,
    longer: longerByRight([]),
    examined: [],
  }
  for (let n = 0; n < ROUNDS; n += 1) {
    const guide = n === 0 ? base : guideOf(work, round.decisions, round.guide)
    round = judgeAgain(bench, guide, round)
  }
  const { decisions, reliability, examined } = round
  const apart = examined.map(({ case: c, evidence }) => ({
    locus: c.locus,
    weighed: weigh(textsOf(c), withoutLength(evidence)),
  }))
  return { decisions, reliability, kinships: kinships(work, apart, voices) }
}

/** Judges every case once more, by what the last round taught of the witnesses and of the text. */
function judgeAgain(bench: Bench, guide: Guide, last: Round): Round {
  const { work, cases, shared } = bench
  const examined = examineAll(bench, guide, last)
  const settled = examined.map(({ case: c, context, evidence }) => {
    const texts = textsOf(c)
    const all = [...evidence, ...witnessEvidence(c.locus, context)]
    const weighed = weigh(texts, all)
    const without = withoutLength(all)
    const apart = without.length === all.length ? weighed : weigh(texts, without)
    return { locus: c.locus, weighed, apart }
  })
  const reliability = learn(work, settled)
  const divided = examined.map(({ case: c, evidence }) => ({
    locus: c.locus,
    candidates: c.candidates,
    votes: votesOf(work, c.locus, c.candidates, shared.voices, reliability),
    apart: natsOf(textsOf(c), evidence),
  }))
  const heard = learnDivisions(work, divided, shared.voices)
  const faults = examined.map((e) => e.faults)
  const slips = { reliability, together: slipsTogether(work, cases, shared.voices, faults) }
  return {
    decisions: examined.map(({ case: c, context, faults: own, evidence }, i) => {
      const voiced = { ...context, voted: heard[i] ?? context.voted }
      const all = [...witnessEvidence(c.locus, voiced), ...evidence]
      return judge(work, c, all, { voices: shared.voices, kinds: shared.kinds, slips, faults: own })
    }),
    reliability,
    guide,
    longer: longerByRight(settled.map((x) => ({ locus: x.locus, weighed: x.apart }))),
    examined,
  }
}

function examineAll(bench: Bench, guide: Guide, last: Round): Examined[] {
  const { work, cases, simplified, equal, shared } = bench
  const { concordance, voices, words } = shared
  const { longer } = last
  const encoded = concordance.encode(guide.keys)
  const seen = cases.map((each, i) => ({
    each,
    view: viewOf(each, guide, encoded, words, last.examined[i]?.view),
  }))
  const garbles = garbled(
    seen.map(({ view }) => view.held),
    words,
  )
  return seen.map(({ each, view }, i) => {
    const held = heldMore(view.held, words, garbles[i] ?? 0)
    const voted = equal[i] ?? []
    const setting = { concordance, voices, simplified, longer, held, voted }
    const context = contextOf(work, each, view, setting)
    // The surroundings say the same as long as they are the same.
    const known = last.examined[i]
    const steady = known?.view === view ? known.steady : gather(STEADY, each.locus, context)
    const evidence = [...steady, ...gather(LEARNED, each.locus, context)]
    return { case: each, view, context, faults: faultOdds(view.held, words), steady, evidence }
  })
}

const textsOf = ({ locus }: Case): string[] => locus.readings.map((r) => r.text)

/** That a reading is the longer one is learned from all other evidence, and says nothing while it is. */
const withoutLength = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((e) => e.reason.kind !== 'omission')

/** Whether most characters that have two forms are in the simplified one; matching keys are simplified. */
function writtenSimplified(work: CollatedWork): boolean {
  let traditional = 0
  let all = 0
  for (const { tokens } of work.witnesses) {
    all += tokens.length
    for (const { t, n } of tokens) if (t !== n && /\p{Script=Han}/u.test(t)) traditional += 1
  }
  return traditional < all / 8
}
