import type { CollatedWork, LemmaCharacter, Locus } from '@huijiao/model'
import { marksOf } from '../loci/guide.ts'
import { firstToken, lastToken } from '../loci/lemma.ts'
import { group } from '../loci/loci.ts'
import { unmarked } from './unmarked.ts'

/** The distinct marks before each character of a work's reading text, and after the last, with who sets them. */
export function marksIn(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
): readonly Locus['readings'][] {
  const silent = unmarked(work)
  const speaking = work.preference.filter((w) => !silent.has(w))
  return Array.from({ length: lemma.length + 1 }, (_, i) => {
    const spoken = readingsAt(work, speaking, lemma, i)
    return spoken.length > 0 ? spoken : readingsAt(work, work.preference, lemma, i)
  })
}

/** Distinct marks at a place by the witnesses that have both characters side by side; the base text's first. */
function readingsAt(
  work: CollatedWork,
  witnesses: readonly number[],
  lemma: readonly LemmaCharacter[],
  i: number,
): Locus['readings'] {
  const [left, right] = [lemma[i - 1], lemma[i]]
  const marks = new Map<number, string>()
  for (const w of witnesses) {
    const tokens = work.witnesses[w]?.tokens ?? []
    const l = matches(work, lemma, i - 1, w) ? lastToken(work, lemma, i - 1, w) : -1
    const r = matches(work, lemma, i, w) ? firstToken(work, lemma, i, w) : -1
    const token = tokens[l]
    if (left === undefined) {
      if (r === 0)
        marks.set(
          w,
          (tokens[0]?.before ?? [])
            .map((s) => s.t)
            .join('')
            .trim(),
        )
    } else if (
      token !== undefined &&
      (right === undefined ? l === tokens.length - 1 : r === l + 1)
    ) {
      marks.set(
        w,
        marksOf(token, right === undefined ? undefined : tokens[r], right?.t ?? '').replace(
          '¶',
          '',
        ),
      )
    }
  }
  if (marks.size === 0) return fallback(work, witnesses, left, right)
  return group([...marks.keys()], (w) => marks.get(w) ?? '')
}

/** Whether a witness has a character, or another for it: a reading of the same length in its unit. */
function matches(
  work: CollatedWork,
  lemma: readonly LemmaCharacter[],
  i: number,
  witness: number,
): boolean {
  const unit = lemma[i]?.unit
  if (unit === undefined || (lemma[i]?.tokens[witness] ?? -1) >= 0) return unit !== undefined
  let [from, to] = [i, i + 1]
  while (lemma[from - 1]?.unit === unit) from -= 1
  while (lemma[to]?.unit === unit) to += 1
  const [start, end] = work.units[unit]?.spans[witness] ?? [0, 0]
  return end - start === to - from
}

/** No witness has the two side by side: the marks after the first, else those before the second. */
function fallback(
  work: CollatedWork,
  witnesses: readonly number[],
  left: LemmaCharacter | undefined,
  right: LemmaCharacter | undefined,
): Locus['readings'] {
  const candidates = witnesses.flatMap((w) => {
    const tokens = work.witnesses[w]?.tokens ?? []
    const [l, r] = [left?.tokens[w] ?? -1, right?.tokens[w] ?? -1]
    const [token, before] = [tokens[l], tokens[r - 1]]
    const after = token === undefined ? '' : marksOf(token, tokens[l + 1], tokens[l + 1]?.t ?? '')
    const ahead = before === undefined ? '' : marksOf(before, tokens[r], tokens[r]?.t ?? '')
    const marks = (token === undefined ? ahead : after).replace('¶', '')
    return token === undefined && before === undefined ? [] : [{ w, marks }]
  })
  const best = candidates.find((c) => c.marks !== '') ?? candidates[0]
  return best === undefined ? [] : [{ text: best.marks, witnesses: [best.w] }]
}
