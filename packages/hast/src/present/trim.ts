import type { Locus } from './model.ts'
import type { Stream } from './stream.ts'

const CONTENT = /[\p{L}\p{N}\p{M}\p{S}]/u

/**
 * A locus without the witnesses of which a passage tells, and without what all readings then share at its ends. The
 * marks of the lemma are passed over, since readings have none.
 *
 * @example lemma `他的来信`, readings `他来信` → the place before `来`, where one witness lacks `的`
 */
export function trimmed(
  { points }: Stream,
  locus: Locus,
  silent: ReadonlySet<string> = new Set(),
): Locus {
  const readings = locus.readings
    .map((r) => ({ ...r, sigla: r.sigla.filter((s) => !silent.has(s)) }))
    .filter((r) => r.sigla.length > 0)
  const others = readings.filter((r) => !r.lemma).map((r) => [...r.text])
  if (locus.app.layer === 'punctuation' || others.length === 0) return { ...locus, readings }
  const places: number[] = []
  for (let at = locus.start; at < locus.end; at += 1) {
    if (CONTENT.test(points[at] ?? '')) places.push(at)
  }
  const own = places.map((at) => points[at] ?? '')
  const least = Math.min(own.length, ...others.map((o) => o.length))
  let head = 0
  while (head < least && others.every((o) => o[head] === own[head])) head += 1
  let tail = 0
  while (tail < least - head && others.every((o) => o.at(-1 - tail) === own.at(-1 - tail)))
    tail += 1
  const onlyMarks = others.some((o) => o.filter((c) => CONTENT.test(c)).join('') === own.join(''))
  if (onlyMarks || (head === 0 && tail === 0)) return { ...locus, readings }
  const start = places[head] ?? locus.end
  const end = tail === 0 ? locus.end : (places[own.length - tail] ?? locus.end)
  return {
    ...locus,
    start: Math.min(start, end),
    end,
    readings: readings.map((r) =>
      r.lemma ? r : { ...r, text: [...r.text].slice(head, [...r.text].length - tail).join('') },
    ),
  }
}
