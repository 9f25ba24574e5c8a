import type { CollatedWork, LemmaCharacter } from '@huijiao/model'

/** Whether a character was converted from the other script in all witnesses that have it, and nothing told its form. */
export function isGuessed(work: CollatedWork, { tokens }: LemmaCharacter): boolean {
  const holders = tokens.flatMap((token, w) => (token < 0 ? [] : [{ token, w }]))
  return (
    holders.length > 0 &&
    holders.every(({ token, w }) => work.witnesses[w]?.guessed?.has(token) === true)
  )
}
