import type { CollatedWork, Decision, Suspicion } from '../model.ts'
import type { Concordance } from './concordance.ts'
import type { Voices } from './voices.ts'

/** Suspected errors where all witnesses agree or only one speaks. Nothing is changed on their strength. */
export function suspect(
  _work: CollatedWork,
  _workIndex: number,
  _decisions: readonly Decision[],
  _concordance: Concordance,
  _voices: Voices,
): Suspicion[] {
  return []
}
