import type { Look } from '../collation/look.ts'

/** Witnesses that were found to share errors, and that the edition does not call a family. */
export interface FamilyQuestion {
  readonly id: string
  readonly sigla: readonly string[]
  readonly shared: number
  readonly of: number
}

/** One for each group of witnesses, by the work in which they share most. */
export function familyQuestions({ result, config }: Look): FamilyQuestion[] {
  const groups = new Map<string, FamilyQuestion>()
  const free = new Set(
    (config?.witnesses ?? []).flatMap((w) => (w.family === undefined ? [w.siglum] : [])),
  )
  for (const { voices, shared, of } of result?.decided.kinships ?? []) {
    if (!voices.every((voice) => free.has(voice))) continue
    const id = `family ${voices.join(' ')}`
    const known = groups.get(id)
    if (known === undefined || known.shared < shared)
      groups.set(id, { id, sigla: voices, shared, of })
  }
  return [...groups.values()]
}
