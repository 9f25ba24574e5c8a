import type { AlignedUnit, CollatedWork, WitnessToken } from '@huijiao/model'
import { asInRegion, regionOf } from '@huijiao/text'
import type { Convention } from '../punctuation/conventions.ts'

type TraditionalRegion = 'tw' | 'hk'

/**
 * Where witnesses differ only by how Taiwan and Hong Kong write a character, and one has it as the region that the
 * edition's language names, lets all have it so: 裏面 ｜ 裡面 → 裡面 in `zh-Hant-TW`. Such a difference is no locus but a
 * convention, and listed as one. What no witness writes is never put in; without a region in the language all stay.
 */
export function inOneRegion(
  works: readonly CollatedWork[],
  language: string,
): { readonly works: readonly CollatedWork[]; readonly conventions: readonly Convention[] } {
  const region = regionOf(language)
  if (region !== 'tw' && region !== 'hk') return { works, conventions: [] }
  const seen: Seen = new Map()
  const made = works.map((work) => rewritten(work, region, seen))
  const conventions = [...seen].map(([chosen, ways]): Convention => {
    const most = [...ways].map(([marks, voices]) => ({ marks, voices }))
    return {
      sign: chosen,
      setting: 'text',
      chosen,
      ways: most.toSorted((a, b) => b.voices - a.voices || (a.marks < b.marks ? -1 : 1)),
    }
  })
  return { works: made, conventions: conventions.toSorted((a, b) => (a.sign < b.sign ? -1 : 1)) }
}

/** How often witnesses write each character in each form where they differ, by the form of the region. */
type Seen = Map<string, Map<string, number>>

function rewritten(work: CollatedWork, region: TraditionalRegion, seen: Seen): CollatedWork {
  const tokens = work.witnesses.map((witness) => [...witness.tokens])
  const units = work.units.map((unit): AlignedUnit => {
    const held = unit.spans.flatMap(([start, end], w) => (end > start ? [w] : []))
    const lengths = new Set(held.map((w) => lengthOf(unit, w)))
    const [length] = lengths
    if (held.length < 2 || lengths.size > 1 || length === undefined) return unit
    for (let k = 0; k < length; k += 1) {
      const places = held.map((w) => ({ w, at: (unit.spans[w]?.[0] ?? 0) + k }))
      const model = modelOf(places, tokens, region, seen)
      if (model === undefined) continue
      for (const { w, at } of places) {
        const own = tokens[w]?.[at]
        if (own !== undefined) tokens[w]?.splice(at, 1, { ...own, t: model.t, n: model.n })
      }
    }
    const read = unit.spans.flatMap(([start, end], w) =>
      unit.covers[w]
        ? [
            (tokens[w] ?? [])
              .slice(start, end)
              .map(({ n }) => n)
              .join(''),
          ]
        : [],
    )
    return { ...unit, equal: new Set(read).size <= 1 }
  })
  const witnesses = work.witnesses.map((witness, w) => ({ ...witness, tokens: tokens[w] ?? [] }))
  return { ...work, units, witnesses }
}

const lengthOf = ({ spans }: AlignedUnit, w: number): number => {
  const [start, end] = spans[w] ?? [0, 0]
  return end - start
}

/** The token in the form of the region, where the others differ from it by the form of a region alone. */
function modelOf(
  places: readonly { readonly w: number; readonly at: number }[],
  tokens: readonly (readonly WitnessToken[])[],
  region: TraditionalRegion,
  seen: Seen,
): WitnessToken | undefined {
  const own = places.flatMap(({ w, at }) => tokens[w]?.[at] ?? [])
  const forms = new Set(own.map(({ t }) => t))
  if (forms.size < 2) return undefined
  const wanted = new Set([...forms].map((form) => asInRegion(form, region)))
  const [form] = wanted
  const model = own.find(({ t }) => t === form)
  if (wanted.size > 1 || model === undefined) return undefined
  const ways = seen.get(model.t) ?? new Map<string, number>()
  for (const { t } of own) ways.set(t, (ways.get(t) ?? 0) + 1)
  seen.set(model.t, ways)
  return model
}
