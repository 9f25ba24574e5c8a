import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Decision, LemmaCharacter, Locus } from '@huijiao/model'
import { splitMarks } from '@huijiao/text'
import type { Concordance } from '../evidence/concordance.ts'
import type { Place } from '../evidence/punctuation.ts'
import { PUNCTUATION_KINDS } from '../evidence/registry.ts'
import { lemmaOf } from '../loci/lemma.ts'
import type { RuledMarks } from '../rulings/apply.ts'
import type { PunctuationSlot } from '../types.ts'
import type { Voices } from '../voices/voices.ts'
import { certaintyOf, weigh } from '../weigh/weigh.ts'

/** What a work is punctuated by. */
export interface PunctuationTask {
  readonly work: CollatedWork
  /** Index of the work in the concordance. */
  readonly workIndex: number
  readonly decisions: readonly Decision[]
  /** Marks that rulings lay down. */
  readonly ruled: readonly RuledMarks[]
  /** What the witnesses set, by place (see `marksIn`), in one convention. */
  readonly readings: readonly Locus['readings'][]
  readonly concordance: Concordance
  readonly voices: Voices
}

/**
 * Decides the marks between the characters of a work's reading text, each place on its own. Content is
 * settled before and never touched.
 *
 * @returns one slot before each character of the reading text and one after the last.
 */
export function punctuate(task: PunctuationTask): PunctuationSlot[] {
  const { work, readings } = task
  const lemma = lemmaOf(work, task.decisions)
  const row: Row = {
    lemma,
    offsets: offsetsOf(lemma),
    readings,
    chosen: readings.map((r) => r[0]?.text ?? ''),
    ends: lemma.map((_, i) => endsBlock(work, lemma, i)),
  }
  // Twice: pairs of marks are judged by the marks around, which the first pass has chosen.
  const first = readings.map((_, i) => slotAt(task, row, i))
  return readings.every((r) => r.length < 2) ? first : readings.map((_, i) => slotAt(task, row, i))
}

/** The reading text with what stands between its characters. */
interface Row {
  readonly lemma: readonly LemmaCharacter[]
  /** By character: its place in its unit. */
  readonly offsets: readonly number[]
  /** By place: what witnesses set there. */
  readonly readings: readonly Locus['readings'][]
  /** By place: the marks as chosen so far. */
  readonly chosen: string[]
  /** By character: a block ends before it. */
  readonly ends: readonly boolean[]
}

/** Decides the marks before character `i` of the row, and puts them into `chosen`. */
function slotAt(task: PunctuationTask, row: Row, i: number): PunctuationSlot {
  const { work } = task
  const { lemma, chosen, readings } = row
  const found = readings[i] ?? []
  const left = lemma[i - 1]
  const [unit, offset] = [left?.unit ?? 0, left === undefined ? -1 : (row.offsets[i - 1] ?? 0)]
  const ruling = task.ruled.find(
    (r) =>
      r.unit === unit &&
      r.offset === offset &&
      !(r.withContent && found.length < 2 && r.marks === (found[0]?.text ?? '')),
  )
  if (found.length < 2 && ruling === undefined) {
    chosen[i] = found[0]?.text ?? ''
    return splitMarks(chosen[i] ?? '')
  }
  const around = surroundings(lemma, chosen, i)
  const id = work.spec.id
  const locus: Locus = { work: id, unit, layer: 'punctuation', offset, readings: found, ...around }
  const decision = ruling === undefined ? weighed(task, row, locus, i) : byRuling(locus, ruling)
  chosen[i] = decision.lemma
  return { ...splitMarks(decision.lemma), decision }
}

function weighed(task: PunctuationTask, row: Row, locus: Locus, index: number): Decision {
  const { work, workIndex, concordance, voices } = task
  const { lemma, chosen, ends, readings } = row
  const own = (place: number, witness: number): string | undefined =>
    readings[place]?.find((r) => r.witnesses.includes(witness))?.text
  const place: Place = {
    work,
    workIndex,
    lemma,
    chosen,
    ends,
    index,
    own,
    locus,
    concordance,
    voices,
  }
  return decided(
    place,
    PUNCTUATION_KINDS.flatMap((kind) => kind.find(place)),
  )
}

function decided(place: Place, evidence: readonly Evidence[]): Decision {
  const { locus } = place
  const weighed = weigh(
    locus.readings.map((r) => r.text),
    evidence,
    'punctuation',
  )
  const best = weighed[0]
  const certainty = certaintyOf(best?.probability ?? 0)
  if (best === undefined || certainty === 'undecided') {
    const lemma = locus.readings[0]?.text ?? ''
    return { locus, lemma, method: null, certainty: 'undecided', cause: 'noise', evidence }
  }
  const own = evidence.filter((e) => e.supports === best.text).sort((a, b) => b.weight - a.weight)
  return {
    locus,
    lemma: best.text,
    method: own[0]?.method ?? '对校',
    certainty,
    cause: 'noise',
    evidence,
  }
}

/** Whether all witnesses that have a character and the one before it begin a block between them. */
function endsBlock(work: CollatedWork, lemma: readonly LemmaCharacter[], i: number): boolean {
  const breaks = work.witnesses.flatMap(({ tokens }, w) => {
    const [l, r] = [lemma[i - 1]?.tokens[w] ?? -1, lemma[i]?.tokens[w] ?? -1]
    return l >= 0 && r === l + 1 ? [tokens[l]?.block !== tokens[r]?.block] : []
  })
  return breaks.length > 0 && breaks.every((begins) => begins)
}

const byRuling = (locus: Locus, ruling: RuledMarks): Decision => ({
  locus,
  lemma: ruling.marks,
  method: ruling.method,
  certainty: ruling.certainty,
  cause: 'noise',
  evidence: [],
  ruling: ruling.note,
})

function offsetsOf(lemma: readonly LemmaCharacter[]): number[] {
  let [unit, offset] = [-1, 0]
  return lemma.map((c) => {
    offset = c.unit === unit ? offset + 1 : 0
    unit = c.unit
    return offset
  })
}

function surroundings(lemma: readonly LemmaCharacter[], chosen: readonly string[], i: number) {
  let [before, after] = ['', '']
  for (let k = Math.max(0, i - 24); k < i; k += 1)
    before += (before === '' ? '' : (chosen[k] ?? '')) + (lemma[k]?.t ?? '')
  for (let k = i; k < Math.min(lemma.length, i + 24); k += 1)
    after += (k === i ? '' : (chosen[k] ?? '')) + (lemma[k]?.t ?? '')
  return { before: [...before].slice(-24).join(''), after: [...after].slice(0, 24).join('') }
}
