import type { AlignedUnit, CollatedWork, TokenizedWitness, WitnessToken } from '@huijiao/model'
import {
  asSimplified,
  asTraditional,
  type ConvertedCharacter,
  convertScript,
  keyOf,
  type Region,
  regionOf,
  scriptOf,
  scriptOfLanguage,
} from '@huijiao/text'
import { type FormsUsed, formsUsed } from './forms-used.ts'

/**
 * Writes the witnesses that are in the other script in that of the edition, so that the script as such makes
 * no variant, and only where the matching key stays the same: first as a witness in the edition's script writes the
 * same characters, then as such witnesses write them in the same surroundings anywhere in the edition, then by the
 * phrases of OpenCC, then by its characters. Their `script` says that it was done, `guessed` where a character has
 * several forms and nothing told which, or none that is the same character; offsets lead to the source. Where no witness of a work is in
 * the edition's script, nothing is changed.
 *
 * @param language of the edition (BCP 47); where it names no script, the base text's.
 */
export function inOneScript(works: readonly CollatedWork[], language: string): CollatedWork[] {
  const sorted = works.map((work) => scriptsIn(work, language))
  if (sorted.every(({ foreign }) => foreign.size === 0)) return [...works]
  const used = formsUsed(
    sorted.flatMap(({ work, house, foreign }) =>
      house === undefined ? [] : work.witnesses.filter((_, w) => !foreign.has(w)),
    ),
  )
  return sorted.map(({ work, house, foreign }) => {
    if (house === undefined || foreign.size === 0) return work
    const models = work.preference.filter((w) => !foreign.has(w))
    const one = withOneParticle(work, models, foreign)
    const asked = regionOf(language)
    const region = house === 'Hans' ? 'cn' : asked === 'cn' ? 't' : asked
    return {
      ...one,
      witnesses: one.witnesses.map((witness, w) =>
        foreign.has(w) ? rewritten(one, w, models, region, used) : witness,
      ),
    }
  })
}

/** The script of a work, and the witnesses that are in the other; undefined where none is in the edition's. */
function scriptsIn(work: CollatedWork, language: string) {
  const scripts = work.witnesses.map((_, w) => scriptOf(shared(work, w)))
  const asked = scriptOfLanguage(language) ?? scripts[work.base]
  const house = asked !== undefined && scripts.includes(asked) ? asked : undefined
  const foreign = new Set(
    scripts.flatMap((s, w) => (s !== undefined && house !== undefined && s !== house ? [w] : [])),
  )
  return { work, house, foreign }
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
  index: number,
  models: readonly number[],
  region: Region,
  used: FormsUsed,
): TokenizedWitness {
  const witness = work.witnesses[index]
  if (witness === undefined) throw new Error(`no witness ${index}`)
  const { tokens } = witness
  const aligned = alignedForms(work, index, models)
  const converted = convertedForms(tokens, region)
  const guessed = new Set<number>()
  const forms = tokens.map((token, k) => {
    const model = aligned.get(k)
    if (model !== undefined) return model
    const { form, by } = converted[k] ?? { form: token.t, by: 'one' }
    const known = by === 'one' ? undefined : used.beside(tokens, k)
    if (known !== undefined) return known
    const elsewhere = by === 'default' ? used.anywhere(token.n) : undefined
    const wanted = elsewhere?.form ?? form
    // Another word for it (瞭解, 了解) would be another character.
    const may = keyOf(wanted) === token.n
    const unsure = by === 'default' && (elsewhere?.times ?? 0) < TELLING
    if (unsure || !may) guessed.add(k)
    return may ? wanted : ownForm(token, region)
  })
  return {
    ...witness,
    script: region === 'cn' ? 'Hant' : 'Hans',
    ...(guessed.size === 0 ? {} : { guessed }),
    tokens: tokens.map((token, k) => ({ ...token, t: forms[k] ?? token.t })),
  }
}

/**
 * So often must the edition's witnesses write a character in one form before that says how they write it in words where
 * they do not have it: one form in eight leaves the other less than one chance in ten (rule of succession).
 */
const TELLING = 8

/** The form of a character by itself in the script, where it stays the same character. */
function ownForm({ t, n }: WitnessToken, region: Region): string {
  const form = region === 'cn' ? asSimplified(t) : asTraditional(t)
  return keyOf(form) === n ? form : t
}

/** Form that a witness in the edition's script has at the same place, by index of the token. */
function alignedForms(
  work: CollatedWork,
  index: number,
  models: readonly number[],
): ReadonlyMap<number, string> {
  const forms = new Map<number, string>()
  for (const unit of work.units) {
    const [start, end] = unit.spans[index] ?? [0, 0]
    const model = models.find((m) => sameKeys(work, unit, index, m))
    if (model === undefined) continue
    const [from] = unit.spans[model] ?? [0]
    const own = work.witnesses[model]?.tokens.slice(from, from + end - start) ?? []
    for (const [k, token] of own.entries()) forms.set(start + k, token.t)
  }
  return forms
}

/** The tokens in the script of a region, read as running text: blocks and marks part phrases. */
function convertedForms(
  tokens: readonly WitnessToken[],
  region: Region,
): readonly ConvertedCharacter[] {
  const running: string[] = []
  const places = tokens.map(({ t, block, after }, k) => {
    const place = running.length
    running.push(t)
    const parted = after.some((mark) => /\S/u.test(mark.t)) || tokens[k + 1]?.block !== block
    if (parted) running.push('\n')
    return place
  })
  const converted = convertScript(running, region)
  return places.map((place) => converted[place] ?? { form: running[place] ?? '', by: 'one' })
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
