import { lemmaOf } from '../../lemma.ts'
import type { CollatedWork, Decision, Suspicion } from '../../model.ts'
import type { Concordance } from '../concordance.ts'
import type { Voices } from '../voices.ts'
import { suspectQuoted } from './quoted.ts'
import { suspectReasoned } from './reasoned.ts'

/** Suspected errors where all witnesses agree or only one speaks. Nothing is changed on their strength. */
export function suspect(
  work: CollatedWork,
  workIndex: number,
  decisions: readonly Decision[],
  concordance: Concordance,
  voices: Voices,
): Suspicion[] {
  const lemma = lemmaOf(work, decisions)
  return [
    ...suspectQuoted(work, workIndex, lemma, decisions, concordance, voices),
    ...suspectReasoned(work, lemma, decisions),
  ]
}
