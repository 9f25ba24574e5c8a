import type { AlignedUnit, CollatedWork, TokenizedWitness } from '@huijiao/model'
import {
  asSimplified,
  asTraditional,
  keyOf,
  type Script,
  scriptOf,
  scriptOfLanguage,
} from '@huijiao/text'

/**
 * Writes the witnesses that are in the other script in that of the edition, so that the script as such makes
 * no variant: first as a witness in the edition's script writes the same characters, else by OpenCC, and only
 * where the matching key stays the same. Their `script` says that it was done; offsets lead to what stands in
 * the source. Where no witness is in the edition's script, nothing is changed.
 *
 * @param language of the edition (BCP 47); where it names no script, the base text's.
 */
export function inOneScript(work: CollatedWork, language: string): CollatedWork {
  const scripts = work.witnesses.map((_, w) => scriptOf(shared(work, w)))
  const house = scriptOfLanguage(language) ?? scripts[work.base]
  if (house === undefined || !scripts.includes(house)) return work
  const foreign = new Set(scripts.flatMap((s, w) => (s !== undefined && s !== house ? [w] : [])))
  if (foreign.size === 0) return work
  const models = work.preference.filter((w) => !foreign.has(w))
  const one = withOneParticle(work, models, foreign)
  return {
    ...one,
    witnesses: one.witnesses.map((witness, w) =>
      foreign.has(w) ? rewritten(one, witness, w, models, house) : witness,
    ),
  }
}

/** Two characters in one orthography, one in the other: Taiwan writes 著 for 着 too. */
const PARTICLE = ['着', '著']

/**
 * Lets witnesses of the other script write 着 and 著 as those of the edition's do, where either side has but one
 * of the two in the whole work; where both sides tell them apart, the difference is one of words.
 */
function withOneParticle(
  work: CollatedWork,
  models: readonly number[],
  foreign: ReadonlySet<number>,
): CollatedWork {
  const tells = work.witnesses.map(({ tokens }) =>
    PARTICLE.every((c) => tokens.some((t) => t.n === c)),
  )
  const keys = work.witnesses.map(({ tokens }) => tokens.map((t) => t.n))
  const units = work.units.map((unit) => {
    if (unit.equal) return unit
    for (const index of foreign) {
      const model = models.find((m) => sameLength(unit, index, m) && !(tells[m] && tells[index]))
      if (model === undefined) continue
      const [start, end] = unit.spans[index] ?? [0, 0]
      const [from] = unit.spans[model] ?? [0]
      for (let k = 0; k < end - start; k += 1) {
        const theirs = work.witnesses[model]?.tokens[from + k]?.n ?? ''
        const own = keys[index]
        if (own !== undefined && [theirs, own[start + k] ?? ''].every((c) => PARTICLE.includes(c)))
          own[start + k] = theirs
      }
    }
    const read = unit.spans.flatMap(([start, end], w) =>
      unit.covers[w] ? [(keys[w] ?? []).slice(start, end).join('')] : [],
    )
    return { ...unit, equal: new Set(read).size <= 1 }
  })
  const witnesses = work.witnesses.map((witness, w) => ({
    ...witness,
    tokens: witness.tokens.map((token, k) => {
      const n = keys[w]?.[k] ?? token.n
      return n === token.n ? token : { ...token, t: n, n }
    }),
  }))
  return { ...work, units, witnesses }
}

function sameLength(unit: AlignedUnit, a: number, b: number): boolean {
  const [from, to] = unit.spans[a] ?? [0, 0]
  const [start, end] = unit.spans[b] ?? [0, 0]
  return to > from && to - from === end - start
}

/** The characters that a witness has as others have them: what it alone adds may be from elsewhere. */
function shared(work: CollatedWork, index: number): string[] {
  const others = work.preference.filter((w) => w !== index)
  return work.units.flatMap((unit) => {
    const [start, end] = unit.spans[index] ?? [0, 0]
    return start < end && others.some((w) => sameKeys(work, unit, index, w))
      ? (work.witnesses[index]?.tokens ?? []).slice(start, end).map((t) => t.t)
      : []
  })
}

function rewritten(
  work: CollatedWork,
  witness: TokenizedWitness,
  index: number,
  models: readonly number[],
  house: Script,
): TokenizedWitness {
  const convert = house === 'Hans' ? asSimplified : asTraditional
  const forms = witness.tokens.map((token) => {
    const form = convert(token.t)
    return keyOf(form) === token.n ? form : token.t
  })
  for (const unit of work.units) {
    const [start, end] = unit.spans[index] ?? [0, 0]
    const model = models.find((m) => sameKeys(work, unit, index, m))
    if (model === undefined) continue
    const [from] = unit.spans[model] ?? [0]
    const own = work.witnesses[model]?.tokens.slice(from, from + end - start) ?? []
    for (const [k, token] of own.entries()) forms[start + k] = token.t
  }
  return {
    ...witness,
    script: house === 'Hans' ? 'Hant' : 'Hans',
    tokens: witness.tokens.map((token, k) => ({ ...token, t: forms[k] ?? token.t })),
  }
}

function sameKeys(work: CollatedWork, unit: AlignedUnit, a: number, b: number): boolean {
  const [from, to] = unit.spans[a] ?? [0, 0]
  const [start, end] = unit.spans[b] ?? [0, 0]
  if (to - from !== end - start) return false
  const other = work.witnesses[b]?.tokens
  return (work.witnesses[a]?.tokens ?? [])
    .slice(from, to)
    .every((t, k) => t.n === other?.[start + k]?.n)
}
