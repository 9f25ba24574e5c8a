import type { Evidence } from '@huijiao/ast'
import type { CollatedWork, Locus } from '@huijiao/model'
import type { EvidenceContext } from '../types.ts'

/**
 * How much of what an engine claims is believed: log odds of a character being right by the difference between the log
 * odds that are claimed of it and of the copy. Fitted on 7,653 characters, 384 of them wrong, of 15 scans of known texts
 * in two faces, read by Tesseract 5 (the texts kept for fitting in `bench readings`); on 7,461 others the log likelihood of a
 * character rises from -0.227 to -0.153 nats, and the slope would be 0.71.
 */
const BELIEVED = 0.79
/** Confidences of 0 and 1 are claims that no engine can make. */
const [LEAST, MOST] = [0.02, 0.99]
/** Less than this many nats says nothing. */
const SPEAKS = 0.1

/**
 * 对校: how sure the recognition of the print is of a reading, against how sure it is of the copy as a whole, so that
 * engines that count differently are heard alike. A copy that tells no confidence says nothing.
 *
 * 晓（0.41，该本平均 0.95）｜ 曉 → against 晓
 */
export function recognition(locus: Locus, { candidates, work }: EvidenceContext): Evidence[] {
  return candidates.flatMap((candidate): Evidence[] => {
    const heard = candidate.witnesses.flatMap((w) => {
      const confidence = confidenceIn(work, locus.unit, w)
      const usual = usualOf(work, w)
      return confidence === undefined || usual === undefined ? [] : [{ confidence, usual }]
    })
    const [surest] = heard.toSorted((a, b) => natsOf(b) - natsOf(a))
    if (surest === undefined || heard.length < candidate.witnesses.length) return []
    const weight = natsOf(surest)
    if (Math.abs(weight) < SPEAKS) return []
    const reason = { kind: 'recognition', ...surest } as const
    return [{ method: '对校', supports: candidate.text, weight, reason, places: [] }]
  })
}

const logit = (share: number): number => {
  const p = Math.min(MOST, Math.max(LEAST, share))
  return Math.log(p / (1 - p))
}

const natsOf = ({ confidence, usual }: { confidence: number; usual: number }): number =>
  BELIEVED * (logit(confidence) - logit(usual))

/** The least sure character of a reading; undefined for one that is empty or of which nothing is said. */
function confidenceIn(work: CollatedWork, unit: number, w: number): number | undefined {
  const [start, end] = work.units[unit]?.spans[w] ?? [0, 0]
  const sure = (work.witnesses[w]?.tokens.slice(start, end) ?? []).flatMap(
    (token) => token.confidence ?? [],
  )
  return sure.length === 0 || sure.length < end - start ? undefined : Math.min(...sure)
}

const known = new WeakMap<object, number | undefined>()

/** How sure the recognition is of the characters of a copy on average. */
function usualOf(work: CollatedWork, w: number): number | undefined {
  const tokens = work.witnesses[w]?.tokens
  if (tokens === undefined) return undefined
  if (!known.has(tokens)) {
    const sure = tokens.flatMap((token) => token.confidence ?? [])
    const mean = sure.reduce((sum, c) => sum + c, 0) / Math.max(1, sure.length)
    known.set(tokens, sure.length === 0 ? undefined : mean)
  }
  return known.get(tokens)
}
