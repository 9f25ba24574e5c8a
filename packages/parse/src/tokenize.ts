import type { SoftToken, Source, TokenizedWitness, WitnessText, WitnessToken } from './model.ts'
import { isContent, keyOf } from './normalize.ts'

/** Turns what a source has of a work into tokens: content characters with the punctuation on them. */
export function tokenize(text: WitnessText, source: Source): TokenizedWitness {
  const tokens: Draft[] = []
  for (const [block, logical] of text.blocks.entries()) {
    const leading: SoftToken[] = []
    let last: Draft | undefined
    for (const [index, part] of logical.parts.entries()) {
      // Latin words broken over lines keep their space; between Han the conventions drop it.
      if (index > 0 && last !== undefined) last.after.push({ t: ' ', at: part.start })
      for (let at = part.start; at < part.end; at += 1) {
        const t = source.points[at] ?? ''
        if (isContent(t)) {
          last = { t, n: keyOf(t), at, block, before: last === undefined ? leading : [], after: [] }
          tokens.push(last)
        } else {
          ;(last === undefined ? leading : last.after).push({ t, at })
        }
      }
    }
  }
  return {
    siglum: text.siglum,
    file: text.file,
    ...(text.recension === undefined ? {} : { recension: text.recension }),
    text,
    tokens,
  }
}

type Draft = Omit<WitnessToken, 'after'> & { after: SoftToken[] }
