import type { CollatedWork, Decision, Suspicion } from '@huijiao/model'
import type { Concordance } from '../evidence/concordance.ts'
import { lemmaOf } from '../loci/lemma.ts'
import type { Voices } from '../voices/voices.ts'
import { suspectQuoted } from './quoted.ts'
import { suspectReasoned } from './reasoned.ts'

/**
 * Suspected errors where all witnesses agree or there is only one. They are reported; the text is not changed.
 *
 * @param decisions by work.
 */
export function suspect(
  works: readonly CollatedWork[],
  decisions: readonly (readonly Decision[])[],
  concordance: Concordance,
  voices: Voices,
): Suspicion[] {
  const lemmas = works.map((work, i) => lemmaOf(work, decisions[i] ?? []))
  const readingTexts = works.map((work, i) =>
    work.witnesses.map((witness, w) => {
      const index = new Int32Array(witness.tokens.length).fill(-1)
      for (const [at, c] of (lemmas[i] ?? []).entries()) {
        const token = c.tokens[w] ?? -1
        if (token >= 0) index[token] = at
      }
      return index
    }),
  )
  const elsewhere = { concordance, voices, readingTexts }
  return works.flatMap((work, i) => {
    const [lemma, own] = [lemmas[i] ?? [], decisions[i] ?? []]
    return [
      ...suspectQuoted({ work, workIndex: i, lemma, decisions: own }, elsewhere),
      ...suspectReasoned(work, lemma, own),
    ]
  })
}
