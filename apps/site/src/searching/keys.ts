import { keyOf } from '@huijiao/text'
import type { KeyTable } from '../client/grams.ts'

/** Blocks of Unicode whose characters may have another form: radicals, ideographs, compatibility ideographs. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x2e80, 0x2fdf],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
]

let made: KeyTable | undefined

/** Characters that are searched by another form, with that form: 會 → 会. Source: the tables of `@huijiao/text`. */
export function keyTable(): KeyTable {
  made ??= new Map(
    RANGES.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
    ).flatMap((character) => {
      const key = keyOf(character)
      return key === character ? [] : [[character, key] as const]
    }),
  )
  return made
}
