import { collate } from '@huijiao/collate'

/** A stretch in which one text differs from another. */
export interface TextChange {
  /** Block of the new text, from 1, as the text export counts them. */
  readonly block: number
  /** A few characters on either side, in the new text. */
  readonly before: string
  readonly after: string
  /** Empty where something was added. */
  readonly old: string
  /** Empty where something went. */
  readonly now: string
}

/** Characters of context on either side: as many as an entry of the apparatus shows. */
const CONTEXT = 6

/**
 * Where two states of a text differ, in the order of the new one. Blocks are lines.
 *
 * ```
 * 海棠尽洛。 → 海棠尽落。   [{ block: 1, before: '海棠尽', old: '洛', now: '落', after: '。' }]
 * ```
 */
export function changesOf(old: string, now: string): TextChange[] {
  if (old === now) return []
  const [past, present] = [[...old], [...now]]
  const { units } = collate([asWitness('old', past), asWitness('now', present)])
  const changes: TextChange[] = []
  let block = 1
  for (const { equal, spans } of units) {
    const [from, to] = [spans[0] ?? EMPTY, spans[1] ?? EMPTY]
    const words = present.slice(...to)
    if (!equal) {
      const earlier = present.slice(Math.max(0, to[0] - CONTEXT), to[0])
      changes.push({
        block,
        before: lastLine(earlier.join('')),
        after: firstLine(present.slice(to[1], to[1] + CONTEXT).join('')),
        old: past.slice(...from).join(''),
        now: words.join(''),
      })
    }
    block += words.filter((character) => character === '\n').length
  }
  return changes
}

const EMPTY = [0, 0] as const

const asWitness = (siglum: string, characters: readonly string[]) => ({
  siglum,
  tokens: characters.map((t) => ({ t, n: t })),
})

const lastLine = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''
