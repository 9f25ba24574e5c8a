import { type CollatedWork, fault } from '@huijiao/model'
import type { VFileMessage } from 'vfile-message'

/**
 * Share of the characters that stand where another copy has text too, in which one agrees, at least. Copies of one text,
 * misread in one character of ten, agree in 85 %, recensions in half; what agrees less than this was never one text.
 * Nothing was fitted.
 */
const AGREED = 0.05
/** Such characters, at least, for their agreement to mean anything. */
const COMPARED = 200

/**
 * A copy that was given to a work and has almost nothing in common with any other: what was made of both would be
 * nonsense. Copies that each have another half of a text are held together by a third that has both.
 */
export function unrelatedCopies(work: CollatedWork): VFileMessage[] {
  const found = agreements(work).find(
    ({ agreed, common }) => common >= COMPARED && agreed < AGREED * common,
  )
  if (found === undefined) return []
  const values = { work: work.spec.id, ...found }
  return [fault('unrelated-copies', { file: 'edition.yaml' }, values)]
}

interface Agreement {
  readonly file: string
  /** Characters in which another copy agrees. */
  readonly agreed: number
  /** Characters where another copy has text too. */
  readonly common: number
}

/** How far each copy agrees with any other. */
function agreements({ witnesses, units }: CollatedWork): Agreement[] {
  const agreed = witnesses.map(() => 0)
  const common = witnesses.map(() => 0)
  for (const { spans } of units) {
    const held = spans.flatMap(([start, end], index) => {
      const tokens = witnesses[index]?.tokens.slice(start, end) ?? []
      return tokens.length === 0
        ? []
        : [{ index, length: tokens.length, reading: tokens.map(({ n }) => n).join('') }]
    })
    if (held.length < 2) continue
    const copies = new Map<string, number>()
    for (const { reading } of held) copies.set(reading, (copies.get(reading) ?? 0) + 1)
    for (const { index, length, reading } of held) {
      common[index] = (common[index] ?? 0) + length
      if ((copies.get(reading) ?? 0) > 1) agreed[index] = (agreed[index] ?? 0) + length
    }
  }
  return witnesses.map(({ file }, index) => ({
    file,
    agreed: agreed[index] ?? 0,
    common: common[index] ?? 0,
  }))
}
