import type { CollatedWork } from '../model.ts'

/** Who speaks independently: one file is one voice, a family is one voice. */
export interface Voices {
  /** Name of the voice of a witness. */
  readonly of: (work: CollatedWork, witness: number) => string
}

/**
 * @param families family by siglum; a siglum without a family speaks for itself, with all its files.
 * @param shared pairs of voices that the program found to share errors, by work id; the second is silent.
 */
export function voicesOf(families: Readonly<Record<string, string>>): Voices {
  return {
    of: (work, witness) => {
      const siglum = work.witnesses[witness]?.siglum ?? ''
      return Object.hasOwn(families, siglum) ? `family ${families[siglum]}` : siglum
    },
  }
}
