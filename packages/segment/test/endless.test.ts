import { ENDLESS } from '@huijiao/noise'
import { describe, expect, it } from 'vitest'
import { NUMBERINGS, SHAPES } from '../src/label/classes.ts'
import { jumpsIn } from '../src/page/jumps.ts'
import * as marks from '../src/page/marks.ts'
import { numberingOf } from '../src/page/numbering.ts'
import { LINKED, lineFurniture } from '../src/page/patterns.ts'
import { balanceOf, beginningOf, endingOf } from '../src/page/syntax.ts'

/** Characters: of a pattern that takes the square of it, one line takes minutes. */
const LENGTH = 100_000

/** All that is asked of a line as it stands. */
const QUESTIONS: readonly ((line: string) => unknown)[] = [
  jumpsIn,
  lineFurniture,
  numberingOf,
  balanceOf,
  beginningOf,
  endingOf,
  ...Object.values(marks),
  ...[...NUMBERINGS, ...SHAPES].map(
    ([, pattern]) =>
      (line: string) =>
        pattern.test(line),
  ),
  (line: string) => line.replace(LINKED, ''),
]

describe('a line that repeats itself', () => {
  it.each(Object.entries(ENDLESS))(
    'is read in linear time: %s',
    { timeout: 60_000 },
    (_, units) => {
      for (const unit of units) {
        const line = `昨夜${unit.repeat(LENGTH / unit.length)}风雨`
        for (const question of QUESTIONS) expect(() => question(line)).not.toThrow()
        for (const question of QUESTIONS) expect(() => question(line.slice(2))).not.toThrow()
      }
    },
  )
})
