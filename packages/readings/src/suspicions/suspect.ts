import type { CollatedWork, Decision, Suspicion } from '@huijiao/model'
import type { Concordance } from '../evidence/concordance.ts'
import { USUAL, type WordModel } from '../learn/words.ts'
import { lemmaOf } from '../loci/lemma.ts'
import type { Voices } from '../voices/voices.ts'
import { suspectQuoted } from './quoted.ts'
import { suspectReasoned } from './reasoned.ts'

/** What a suspicion may rest on beside the text itself. */
interface Grounds {
  readonly concordance: Concordance
  readonly voices: Voices
  /** By work: how much its words tell of its errors. */
  readonly words: readonly WordModel[]
}

/**
 * Suspected errors where all witnesses agree or there is only one. They are reported; the text is not changed.
 *
 * @param decisions by work.
 */
export function suspect(
  works: readonly CollatedWork[],
  decisions: readonly (readonly Decision[])[],
  { concordance, voices, words }: Grounds,
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
      ...suspectReasoned(work, lemma, own, words[i] ?? USUAL),
    ]
  })
}
