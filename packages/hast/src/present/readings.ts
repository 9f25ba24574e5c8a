import type { Locus, Range, Variant } from './model.ts'
import { type Stream, textIn } from './stream.ts'

/** Line ends of a passage over several blocks are no part of a reading. */
const flat = (text: string): string => text.replaceAll('\n', '')

/**
 * What each witness has in a range: the reading text with the witness's readings at the loci inside. A witness that no
 * locus names does not cover the place, and is left out; one that some name has nothing at the others.
 *
 * @param loci those inside the range that are told there, in text order.
 */
export function variantsIn(
  stream: Stream,
  range: Range,
  loci: readonly Locus[],
): { readonly sigla: readonly string[]; readonly variants: readonly Variant[] } {
  const sigla = new Set(loci.flatMap((l) => l.readings.flatMap((r) => r.sigla)))
  const lemma = flat(textIn(stream, range))
  const byText = new Map<string, string[]>()
  for (const siglum of sigla) {
    const text = textOf(siglum, stream, range, loci)
    byText.set(text, [...(byText.get(text) ?? []), siglum])
  }
  const own = byText.get(lemma) ?? []
  byText.delete(lemma)
  return { sigla: own, variants: [...byText].map(([text, who]) => ({ text, sigla: who })) }
}

function textOf(siglum: string, stream: Stream, range: Range, loci: readonly Locus[]): string {
  let text = ''
  let at = range.start
  for (const locus of loci) {
    const reading = locus.readings.find((r) => r.sigla.includes(siglum))
    // The lemma has the marks that are set in it, as its reading has not.
    if (reading?.lemma === true) continue
    text += textIn(stream, { start: at, end: locus.start }) + (reading?.text ?? '')
    at = locus.end
  }
  return flat(text + textIn(stream, { start: at, end: range.end }))
}
