import { type Counts, fitLogistic, type Logistic } from '@huijiao/text'
import type { Guide } from '../loci/guide.ts'
import { type Hold, holdOf, type Language, MODERN } from './cohesion.ts'

/**
 * How much the words of a text tell of its errors: learned from the text itself, parts of which are spoilt on
 * purpose. In a text whose language the dictionary does not know they tell little, and weigh little.
 */
/** Its language: the counts of neighbours, and the share of them, that tell most of this text. */
export interface WordModel extends Language {
  /** Share of spoilt places that the words tell from sound ones: one half is chance. */
  readonly told: number
  /** By the gain in cohesion of a right reading on a wrong one: log odds that it is the right one. */
  readonly gain: number
  /** Nats by which a longer reading gains without being right. */
  readonly longer: number
  /** By cohesion, for a reading of one character and for none: log odds that it is an error. */
  readonly broken: readonly [none: Logistic, one: Logistic]
}

/** The model of a modern text, for what is too short to learn from. */
export const USUAL: WordModel = {
  ...MODERN,
  told: 0.5,
  gain: 0.8,
  longer: 0.4,
  broken: [
    { offset: 0, slope: -0.5 },
    { offset: 0, slope: -0.5 },
  ],
}

/** Places that are spoilt in each way. */
const SAMPLES = 240
/** Places below which the fit of a slope says nothing. By judgement. */
const LEAST = 60
/** Characters from which a work is learned from by itself. */
export const ENOUGH = 1500
/** Characters of context on each side, as for loci (see `cohesion`). */
const REACH = 8
/** Steps through the text, prime so that no layout repeats itself with them. */
const STRIDE = 7919

/**
 * Shares of neighbours that are tried, a factor of two apart: little beside the words of a dictionary that knows the
 * language, and much more than its words where it does not. The work itself chooses, by how likely its spoilt places
 * are told from its sound ones.
 */
const SHARES = [0.25, 0.5, 1, 2, 4]
/** Nats by which another share must do better than the usual one: the samples are few, and shares beside each other do alike. */
const BETTER = 6
const COUNTS: readonly Counts[] = ['news', 'old']

/**
 * Learns word statistics from reading texts before anything is decided.
 *
 * @param guides a work's, or where it is short those of all works of the edition.
 */
export function learnWords(guides: readonly Guide[]): WordModel {
  let best: { model: WordModel; fit: number } | undefined
  const samples = samplesOf(guides)
  if (samples.length < LEAST) return USUAL
  for (const counts of COUNTS) {
    for (const neighbours of SHARES) {
      const { model, fit } = modelOf(samples, { counts, neighbours })
      const found = { model, fit: neighbours === MODERN.neighbours ? fit : fit - BETTER }
      if (best === undefined || found.fit > best.fit) best = found
    }
  }
  return best?.model ?? USUAL
}

/** A sound place of a text, and what becomes of it when it is spoilt in each way. */
interface Sample {
  /** Whether the other character is the same by chance. */
  readonly alike: boolean
  readonly sound: Hold
  readonly omitted: Hold
  readonly replaced: Hold
  /** Between two characters, as it is and with a character put in. */
  readonly nothing: Hold
  readonly added: Hold
}

function samplesOf(guides: readonly Guide[]): Sample[] {
  const text = guides.flatMap((g) => g.keys.map((key, i) => ({ key, mark: g.marks[i] ?? '' })))
  const places = Math.max(0, text.length - 2 * REACH - 1)
  const slice = (from: number, to: number): string =>
    text
      .slice(from, to)
      .map((c, i) => c.key + (from + i === to - 1 ? '' : c.mark))
      .join('')
  return Array.from({ length: Math.min(SAMPLES, places) }, (_, k) => {
    const at = REACH + ((k * STRIDE) % places)
    const other = text[(at * 31 + STRIDE * (k + 1)) % text.length]?.key ?? ''
    const key = text[at]?.key ?? ''
    const left = slice(at - REACH, at) + (text[at - 1]?.mark ?? '')
    const right = (text[at]?.mark ?? '') + slice(at + 1, at + 1 + REACH)
    const following = slice(at, at + REACH)
    return {
      alike: other === key,
      sound: holdOf(left, key, right),
      omitted: holdOf(left, '', right),
      replaced: holdOf(left, other, right),
      nothing: holdOf(left, '', following),
      added: holdOf(left, other, following),
    }
  })
}

interface Point {
  readonly x: number
  readonly is: boolean
}

/** @returns the model, and the log-likelihood of the samples by it. */
function modelOf(
  samples: readonly Sample[],
  language: Language,
): { readonly model: WordModel; readonly fit: number } {
  const nats = ({ words, neighbours }: Hold): number =>
    words + language.neighbours * neighbours[language.counts]
  const pairs: Point[] = []
  const lengths: Point[] = []
  const [none, one]: [Point[], Point[]] = [[], []]
  for (const sample of samples) {
    const [sound, replaced] = [nats(sample.sound), nats(sample.replaced)]
    const [omitted, nothing, added] = [
      nats(sample.omitted),
      nats(sample.nothing),
      nats(sample.added),
    ]
    if (!sample.alike) {
      pairs.push({ x: sound - replaced, is: true }, { x: replaced - sound, is: false })
      one.push({ x: replaced, is: true })
    }
    // By how much the longer reading is held more, and whether it is the right one.
    lengths.push({ x: sound - omitted, is: true }, { x: added - nothing, is: false })
    // As many sound ones as spoilt ones, so that the odds are those of the measure alone.
    one.push({ x: sound, is: false }, { x: sound, is: false }, { x: added, is: true })
    none.push({ x: omitted, is: true }, { x: nothing, is: false })
  }
  const [byPair, byLength] = [fitLogistic(pairs), fitLogistic(lengths)]
  const told = pairs.filter((p) => p.is && p.x > 0).length / Math.max(1, pairs.length / 2)
  const model = {
    ...language,
    told,
    gain: Math.max(0, Math.min(byPair.slope, byLength.slope)),
    longer: byLength.slope > 0 ? -byLength.offset / byLength.slope : 0,
    broken: [fitLogistic(none), fitLogistic(one)],
  } as const
  return { model, fit: likelihood(byPair, pairs) + likelihood(byLength, lengths) }
}

/** Log-likelihood of points by a logistic model. */
const likelihood = ({ offset, slope }: Logistic, points: readonly Point[]): number =>
  points.reduce(
    (sum, { x, is }) => sum - Math.log1p(Math.exp((is ? -1 : 1) * (offset + slope * x))),
    0,
  )
