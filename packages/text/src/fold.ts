import { keyOf } from './keys.ts'

/** A text with its letters and digits as matching keys and its marks as they are. */
export function fold(text: string): string {
  let folded = ''
  for (const c of text) folded += foldOne(c)
  return folded
}

const known = new Map<string, string>()

function foldOne(character: string): string {
  let folded = known.get(character)
  if (folded === undefined) {
    folded = /[\p{L}\p{N}]/u.test(character) ? keyOf(character) : character
    known.set(character, folded)
  }
  return folded
}
