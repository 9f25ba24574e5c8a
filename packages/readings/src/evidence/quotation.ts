import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { EvidenceContext } from '../types.ts'
import type { Parallel } from './parallel.ts'

/** Nats for each character of agreeing context. */
const PER_CHARACTER = 0.26
/** Most nats of a quotation, as its kind has it: 150 to 1, for quotations have slips too. By judgement. */
const MOST = 5
/** Agreeing characters that are too few to be more than chance. */
const CHANCE = 6

/** 他校: other works, in other files, that quote or report the passage with the same words on both sides. */
export function quotation(locus: Locus, context: EvidenceContext): Evidence[] {
  return fromParallels(locus, context, true)
}

/** 本校: the same words elsewhere in the work, in another file. */
export function parallel(locus: Locus, context: EvidenceContext): Evidence[] {
  return fromParallels(locus, context, false)
}

function fromParallels(_locus: Locus, context: EvidenceContext, elsewhere: boolean): Evidence[] {
  const held = context.candidates.map(
    (c) => new Set(c.witnesses.map((w) => context.voices.of(context.work, w))),
  )
  const found = context.parallels.filter((p) => p.elsewhere === elsewhere)
  const supports = new Map<string, Parallel[]>()
  for (const p of found) {
    // A file that has the reading here says nothing new by repeating it elsewhere.
    const silent =
      p.candidate >= 0 ? held[p.candidate]?.has(p.voice) : held.some((h) => h.has(p.voice))
    if (silent === true) continue
    // A reading that no witness has must be in a quotation, between many words of the passage.
    if (p.candidate < 0 && !(p.quoted && Math.min(p.left, p.right) >= 4)) continue
    const text = context.candidates[p.candidate]?.text ?? p.text
    supports.set(text, [...(supports.get(text) ?? []), p])
  }
  return [...supports].map(([text, places]) => evidenceFor(text, places, elsewhere))
}

function evidenceFor(text: string, places: readonly Parallel[], elsewhere: boolean): Evidence {
  const byVoice = new Map<string, Parallel>()
  for (const p of places) {
    const known = byVoice.get(p.voice)
    if (known === undefined || strength(known) < strength(p)) byVoice.set(p.voice, p)
  }
  const ranked = [...byVoice.values()].sort((a, b) => strength(b) - strength(a))
  // Further voices may have drawn on the first: each counts half of the one before.
  const weight = ranked.reduce((sum, p, i) => sum + strength(p) * 0.5 ** i, 0)
  const best = ranked[0]
  const agreeing = (best?.left ?? 0) + (best?.right ?? 0)
  return {
    method: elsewhere ? '他校' : '本校',
    supports: text,
    weight: Math.min(MOST, weight) * (elsewhere ? 1 : 0.7),
    reason: elsewhere
      ? { kind: 'quotation', text, agreeing, quoted: best?.quoted === true, alone: false }
      : { kind: 'parallel', text, agreeing },
    places: ranked.map((p) => p.place),
  }
}

/** Both sides must agree: the shorter side counts double, so that a shared formula on one side is little. */
function strength(p: Parallel): number {
  const short = Math.min(p.left, p.right, 12)
  const long = Math.min(Math.max(p.left, p.right), 12)
  const characters = 1.4 * short + 0.6 * long
  if (p.left + p.right + [...p.text].length < CHANCE) return 0
  // Where the place has nothing, two words that meet by chance look like an omission.
  if (p.text === '' && (short < 3 || short + long < CHANCE + 4)) return 0
  const factor = short < 2 ? 0.6 : 1
  return factor * Math.min(MOST, PER_CHARACTER * characters + (p.quoted ? 0.8 : 0))
}
