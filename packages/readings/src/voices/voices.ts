import type { CollatedWork } from '@huijiao/model'
import type { Kinship } from './kinship.ts'

/** Independent witnesses, called voices: a file is one voice, and so is a family. */
export interface Voices {
  /** Name of the voice of a witness. */
  readonly of: (work: CollatedWork, witness: number) => string
}

/**
 * @param families family by siglum; a siglum without a family is a voice of its own, with all its files.
 * @param found voices that the program found to be one, by their names as they are without it.
 */
export function voicesOf(
  families: Readonly<Record<string, string>>,
  found: readonly Kinship[] = [],
): Voices {
  const joined = new Map<string, string>()
  for (const { work, voices } of found.filter((k) => k.one)) {
    const [a, b] = voices.map((v) => joined.get(`${work} ${v}`) ?? v).toSorted()
    if (a === undefined || b === undefined) continue
    for (const [key, name] of joined)
      if (name === b && key.startsWith(`${work} `)) joined.set(key, a)
    for (const v of [a, b, ...voices]) joined.set(`${work} ${v}`, a)
  }
  const nameOf = (work: CollatedWork, siglum: string): string => {
    const name = Object.hasOwn(families, siglum) ? `family ${families[siglum]}` : siglum
    return joined.get(`${work.spec.id} ${name}`) ?? name
  }
  // Asked for each witness at each locus again and again.
  const names = new WeakMap<CollatedWork, readonly string[]>()
  return {
    of: (work, witness) => {
      let known = names.get(work)
      if (known === undefined) {
        known = work.witnesses.map(({ siglum }) => nameOf(work, siglum))
        names.set(work, known)
      }
      return known[witness] ?? ''
    },
  }
}
