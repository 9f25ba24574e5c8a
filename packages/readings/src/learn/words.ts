import { type Counts, fitLogistic, type Logistic } from '@huijiao/text'
import type { Guide } from '../loci/guide.ts'
import { cohesion } from './cohesion.ts'

/**
 * How much the words of a text tell of its errors: learned from the text itself, parts of which are spoilt on
 * purpose. In a text whose language the dictionary does not know they tell little, and weigh little.
 */
export interface WordModel {
  /** The counts of neighbours that tell most of this text. */
  readonly counts: Counts
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
  counts: 'news',
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
const LEAST = 60
/** Characters from which a work is learned from by itself. */
export const ENOUGH = 1500
const REACH = 8
/** Steps through the text, prime so that no layout repeats itself with them. */
const STRIDE = 7919

/**
 * Learns word statistics from reading texts before anything is decided.
 *
 * @param guides a work's, or where it is short those of all works of the edition.
 */
export function learnWords(guides: readonly Guide[]): WordModel {
  const [news, old] = [learnWith(guides, 'news'), learnWith(guides, 'old')]
  return old.told > news.told ? old : news
}

function learnWith(guides: readonly Guide[], counts: Counts): WordModel {
  const text = guides.flatMap((g) => g.keys.map((key, i) => ({ key, mark: g.marks[i] ?? '' })))
  const places = text.length - 2 * REACH - 1
  if (places < LEAST) return USUAL
  const slice = (from: number, to: number): string =>
    text
      .slice(from, to)
      .map((c, i) => c.key + (from + i === to - 1 ? '' : c.mark))
      .join('')
  const pairs: { x: number; is: boolean }[] = []
  const lengths: { sound: number; spoilt: number; longer: boolean }[] = []
  const [none, one]: { x: number; is: boolean }[][] = [[], []]
  for (let k = 0; k < Math.min(SAMPLES, places); k += 1) {
    const at = REACH + ((k * STRIDE) % places)
    const other = text[(at * 31 + STRIDE * (k + 1)) % text.length]?.key ?? ''
    const key = text[at]?.key ?? ''
    const [mark, after] = [text[at - 1]?.mark ?? '', text[at]?.mark ?? '']
    const left = slice(at - REACH, at) + mark
    const right = after + slice(at + 1, at + 1 + REACH)
    const sound = cohesion(left, key, right, counts)
    const omitted = cohesion(left, '', right, counts)
    const replaced = cohesion(left, other, right, counts)
    const following = slice(at, at + REACH)
    const nothing = cohesion(left, '', following, counts)
    const added = cohesion(left, other, following, counts)
    if (other !== key) {
      pairs.push({ x: sound - replaced, is: true }, { x: replaced - sound, is: false })
      one?.push({ x: replaced, is: true })
    }
    lengths.push({ sound, spoilt: omitted, longer: true })
    lengths.push({ sound: nothing, spoilt: added, longer: false })
    // As many sound ones as spoilt ones, so that the odds are those of the measure alone.
    one?.push({ x: sound, is: false }, { x: sound, is: false }, { x: added, is: true })
    none?.push({ x: omitted, is: true }, { x: nothing, is: false })
  }
  // The gain of the longer reading by which right and wrong ones part best.
  const byLength = fitLogistic(
    lengths.map((l) => ({ x: (l.longer ? 1 : -1) * (l.sound - l.spoilt), is: l.longer })),
  )
  const told = pairs.filter((p) => p.is && p.x > 0).length / Math.max(1, pairs.length / 2)
  return {
    counts,
    told,
    gain: Math.max(0, Math.min(fitLogistic(pairs).slope, byLength.slope)),
    longer: byLength.slope > 0 ? -byLength.offset / byLength.slope : 0,
    broken: [fitLogistic(none ?? []), fitLogistic(one ?? [])],
  }
}
