import type { Evidence, Reason } from '@huijiao/ast'
import type { CollatedWork, LemmaCharacter, Locus } from '@huijiao/model'
import { keyOf } from '@huijiao/text'
import { marksOf } from '../loci/guide.ts'
import type { Voices } from '../voices/voices.ts'
import type { Concordance } from './concordance.ts'
import { mismatches } from './pairing.ts'
import { spanOf } from './parallels.ts'

/** A place between two characters of the reading text. */
export interface Place {
  readonly work: CollatedWork
  readonly workIndex: number
  readonly lemma: readonly LemmaCharacter[]
  /** Marks chosen so far, by place. */
  readonly chosen: readonly string[]
  /** By character: a block ends before it, as all witnesses have it. */
  readonly ends: readonly boolean[]
  readonly index: number
  /** Punctuation of a witness at a place, where it has both characters side by side. */
  readonly own: (place: number, witness: number) => string | undefined
  readonly locus: Locus
  readonly concordance: Concordance
  readonly voices: Voices
}

/** Nats of each independent voice for a mark: less than for a character, since copyists punctuate freely. By judgement. */
const VOICE = 1.8

/** 对校: how many independent voices set the mark. */
export function voicesOnMarks({ work, locus, voices }: Place): Evidence[] {
  const counts = locus.readings.map((r) => new Set(r.witnesses.map((w) => voices.of(work, w))).size)
  const least = Math.min(...counts)
  return locus.readings.flatMap((r, i): Evidence[] => {
    const more = (counts[i] ?? 0) - least
    if (more <= 0) return []
    const sigla = [...new Set(r.witnesses.map((w) => work.witnesses[w]?.siglum ?? ''))]
    return [
      {
        method: '对校',
        supports: r.text,
        weight: VOICE * more,
        reason: { kind: 'witnesses', sigla, voices: counts[i] ?? 0, more: true },
        places: [],
      },
    ]
  })
}

/** Brackets and quotation marks must pair within some sentences on both sides. */
export function pairing({ lemma, chosen, index, locus, own }: Place): Evidence[] {
  if (!locus.readings.some((r) => /[“”‘’《》（）〈〉]/u.test(r.text))) return []
  const [from, to] = [Math.max(0, index - 200), Math.min(lemma.length, index + 200)]
  // Each reading is judged with the marks that its own witness sets around it.
  const faults = locus.readings.map((r) => {
    const marks = chosen.slice(from, to + 1).map((m, k) => own(from + k, r.witnesses[0] ?? -1) ?? m)
    marks[index - from] = r.text
    return mismatches(marks.join(''))
  })
  const worst = Math.max(...faults)
  return locus.readings.flatMap((r, i): Evidence[] => {
    const less = worst - (faults[i] ?? 0)
    if (less <= 0) return []
    const reason: Reason = { kind: 'pairing' }
    return [{ method: '理校', supports: r.text, weight: 2.4 * less, reason, places: [] }]
  })
}

/** Characters that must be the same on each side of a mark elsewhere: fewer are a turn of phrase. By judgement. */
const SIDE = 4

/** 他校: another work, in another file, that has the same words on both sides: what it sets between them. */
export const marksQuoted = (place: Place): Evidence[] => sameWords(place, true)

/** 本校: the same words elsewhere in the work, in another file. */
export const marksElsewhere = (place: Place): Evidence[] => sameWords(place, false)

function sameWords(place: Place, otherWork: boolean): Evidence[] {
  const { lemma, index, locus, concordance, voices, work } = place
  if (index < SIDE || index + SIDE > lemma.length) return []
  const keys = lemma.slice(index - SIDE, index + SIDE).map((c) => keyOf(c.t))
  const found = new Map<string, Evidence>()
  for (const hit of concordance.find(concordance.encode(keys))) {
    const other = concordance.works[hit.work]
    const witness = other?.witnesses[hit.witness]
    const at = hit.at + SIDE - 1
    const token = witness?.tokens[at]
    if (other === undefined || witness === undefined || token === undefined) continue
    if (other === work && lemma[index - 1]?.tokens[hit.witness] === at) continue
    const marks = marksOf(token, witness.tokens[at + 1], witness.tokens[at + 1]?.t ?? '').replace(
      '¶',
      '',
    )
    const reading = locus.readings.find((r) => r.text === marks)
    if (reading === undefined) continue
    const voice = voices.of(other, hit.witness)
    if (reading.witnesses.some((w) => voices.of(work, w) === voice)) continue
    const elsewhere = other !== work
    if (elsewhere !== otherWork) continue
    const same = { text: marks, agreeing: 2 * SIDE }
    found.set(`${voice} ${marks}`, {
      method: elsewhere ? '他校' : '本校',
      supports: marks,
      weight: 1.6,
      reason: elsewhere
        ? { kind: 'quotation', ...same, quoted: false, alone: false }
        : { kind: 'parallel', ...same },
      places: [spanOf(witness, at, at + 2)],
    })
  }
  return [...found.values()]
}

const ASKS = /(吗|呢|什么|如何|怎样|怎么|为何|哪|谁|多少|是否|能否|可否|还是|何)/u

/** Nats for the readings that fit, where some do and some do not. */
function argue(
  { locus }: Place,
  reason: Reason,
  fits: (text: string) => boolean,
  weight: number,
): Evidence[] {
  const good = locus.readings.filter((r) => fits(r.text))
  if (good.length === locus.readings.length) return []
  return good.map((r) => ({ method: '理校', supports: r.text, weight, reason, places: [] }))
}

/** The text ends with a stop, and so does a block of prose. */
export function atEnd(place: Place): Evidence[] {
  const { lemma, chosen, ends, index } = place
  if (index === lemma.length)
    return argue(place, { kind: 'end', of: 'text' }, (t) => /[。！？…”）]$/u.test(t), 2)
  return ends[index] === true && isProse(chosen, ends, index)
    ? argue(place, { kind: 'end', of: 'paragraph' }, (t) => /[。！？…”）：；]$/u.test(t), 1.6)
    : []
}

/** A copyist drops marks more easily than he adds them. */
export const markPresent = (place: Place): Evidence[] =>
  argue(place, { kind: 'present' }, (t) => t !== '', 0.8)

/** A question has its mark. */
export const inQuestion = (place: Place): Evidence[] =>
  ASKS.test(clauseBefore(place.lemma, place.chosen, place.index))
    ? argue(place, { kind: 'question' }, (t) => t.includes('？'), 1)
    : []

/** The members of a list are parted alike. */
export function inList(place: Place): Evidence[] {
  const { lemma, chosen, index } = place
  const clause = clauseBefore(lemma, chosen, index)
  const around = [chosen[index - clause.length] ?? '', nextMark(chosen, index)]
  const listed = around.filter((m) => m.includes('、')).length
  return listed > 0 && clause.length <= 8
    ? argue(place, { kind: 'list' }, (t) => t.includes('、'), 0.8 * listed)
    : []
}

/** Whether the block that ends at a place has a mark inside it, as prose has and headings have not. */
function isProse(chosen: readonly string[], ends: readonly boolean[], index: number): boolean {
  for (let k = index - 1; k > 0 && ends[k] !== true; k -= 1) {
    if (/[，。；！？]/u.test(chosen[k] ?? '')) return true
  }
  return false
}

function clauseBefore(
  lemma: readonly LemmaCharacter[],
  chosen: readonly string[],
  index: number,
): string {
  let text = ''
  for (let k = index - 1; k >= 0; k -= 1) {
    text = (lemma[k]?.t ?? '') + text
    if ((chosen[k] ?? '') !== '' || text.length > 40) break
  }
  return text
}

function nextMark(chosen: readonly string[], index: number): string {
  for (let k = index + 1; k < Math.min(chosen.length, index + 9); k += 1) {
    if ((chosen[k] ?? '') !== '') return chosen[k] ?? ''
  }
  return ''
}
