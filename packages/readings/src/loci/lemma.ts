import type { CollatedWork, Decision, LemmaCharacter, WitnessToken } from '@huijiao/model'
import { conventionalContent, signsOf } from '@huijiao/text'

/**
 * The characters of the reading text in order, before punctuation: agreed units as the preferred witness
 * writes them, decided units as decided.
 *
 * @param decisions content decisions, at most one for each unit.
 */
export function lemmaOf(work: CollatedWork, decisions: readonly Decision[]): LemmaCharacter[] {
  const byUnit = new Map(
    decisions.filter((d) => d.locus.layer === 'content').map((d) => [d.locus.unit, d]),
  )
  const asAgreed = agreedUnits(work)
  const characters: LemmaCharacter[] = []
  for (const unit of work.units.keys()) {
    const decision = byUnit.get(unit)
    const own = decision === undefined ? asAgreed(unit) : decided(work, unit, decision)
    for (const c of own) characters.push(c)
  }
  return characters
}

const units = new WeakMap<CollatedWork, (readonly LemmaCharacter[] | undefined)[]>()

/** The characters of a unit without a decision, made once for a work: its reading text is asked for in each round. */
function agreedUnits(work: CollatedWork): (unit: number) => readonly LemmaCharacter[] {
  const made = units.get(work) ?? []
  units.set(work, made)
  return (unit) => {
    const known = made[unit]
    if (known !== undefined) return known
    const fresh = agreed(work, unit)
    made[unit] = fresh
    return fresh
  }
}

/** The token that a witness has for a character; where it reads otherwise, the first of its reading. */
export function firstToken(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  i: number,
  witness: number,
): number {
  const own = lemma[i]?.tokens[witness] ?? -1
  const unit = lemma[i]?.unit ?? -1
  if (own >= 0 || lemma[i - 1]?.unit === unit) return own
  const [start, end] = work.units[unit]?.spans[witness] ?? [0, 0]
  return start < end ? start : -1
}

/** The token that a witness has for a character; where it reads otherwise, the last of its reading. */
export function lastToken(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  i: number,
  witness: number,
): number {
  const own = lemma[i]?.tokens[witness] ?? -1
  const unit = lemma[i]?.unit ?? -1
  if (own >= 0 || lemma[i + 1]?.unit === unit) return own
  const [start, end] = work.units[unit]?.spans[witness] ?? [0, 0]
  return start < end ? end - 1 : -1
}

function agreed(work: CollatedWork, index: number): LemmaCharacter[] {
  const unit = work.units[index]
  const preferred = work.preference.find((w) => {
    const span = unit?.spans[w]
    return span !== undefined && span[0] < span[1]
  })
  if (unit === undefined || preferred === undefined) return []
  const [start, end] = unit.spans[preferred] ?? [0, 0]
  const keys = (work.witnesses[preferred]?.tokens ?? []).slice(start, end)
  const starts = unit.spans.map(([from], w) => (hasKeys(work, index, w, keys) ? from : -1))
  return Array.from({ length: end - start }, (_, k) => ({
    t: conventionalContent(work.witnesses[preferred]?.tokens[start + k]?.t ?? ''),
    unit: index,
    tokens: starts.map((from) => (from < 0 ? -1 : from + k)),
  }))
}

function decided(work: CollatedWork, index: number, decision: Decision): LemmaCharacter[] {
  const unit = work.units[index]
  const holders = new Set(
    decision.locus.readings.find((r) => r.text === decision.lemma)?.witnesses ?? [],
  )
  const characters = signsOf(decision.lemma)
  return characters.map((t, k) => ({
    t,
    unit: index,
    tokens: (unit?.spans ?? []).map(([start, end], w) =>
      holders.has(w) && end - start === characters.length ? start + k : -1,
    ),
  }))
}

/** Whether a witness has tokens of the same keys in a unit. */
function hasKeys(
  work: CollatedWork,
  index: number,
  witness: number,
  keys: readonly WitnessToken[],
): boolean {
  const [start, end] = work.units[index]?.spans[witness] ?? [0, 0]
  const tokens = work.witnesses[witness]?.tokens ?? []
  return end - start === keys.length && keys.every(({ n }, k) => tokens[start + k]?.n === n)
}
