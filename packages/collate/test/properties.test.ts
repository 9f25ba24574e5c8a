import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alignment, collate, type Witness } from '../src/index.ts'
import { check, witnesses } from './support.ts'

/** Texts that share a source, over alphabets from tiny, where all repeats, to large. */
const texts = fc.integer({ min: 1, max: 3 }).chain((size) => {
  const letter = fc.constantFrom(...'甲乙，丙丁戊己。庚辛壬癸子丑寅卯'.slice(0, size * size + 1))
  const run = fc.array(letter, { maxLength: 12 }).map((list) => list.join(''))
  const edit = fc.tuple(fc.nat(60), fc.nat(8), run)
  return fc
    .tuple(
      fc.array(letter, { maxLength: 60 }).map((list) => list.join('')),
      fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 2, maxLength: 5 }),
    )
    .map(([source, copies]) =>
      copies.map((edits) =>
        edits.reduce(
          (text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut),
          source,
        ),
      ),
    )
})

/** The units as they are for another order of the witnesses. */
function permuted(alignment: Alignment, order: readonly number[]): unknown {
  const spans = ({ equal, transposition, spans: all }: Alignment['units'][number]): unknown => ({
    equal,
    transposition,
    spans: order.map((w) => all[w]),
  })
  return {
    units: alignment.units.map(spans),
    transpositions: alignment.transpositions.map(({ places, units }) => ({
      places,
      units: units.map(spans),
    })),
  }
}

function bare({ units, transpositions }: Alignment): unknown {
  return permuted({ sigla: [], units, transpositions }, units[0]?.spans.map((_, w) => w) ?? [])
}

describe('properties', () => {
  it('does not depend on the order of witnesses', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (list, stream) => {
        const given = witnesses(...list)
        const keys = given.map(() => stream.next().value as number)
        const order = given
          .map((_, w) => w)
          .sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || b - a)
        const shuffled = order.map((w) => given[w]).filter((w): w is Witness => w !== undefined)
        expect(bare(collate(shuffled))).toEqual(permuted(collate(given), order))
      }),
      { numRuns: 1500, seed: 20231115 },
    )
  })

  it('keeps every token, in order, once, and is true about what agrees', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const given = witnesses(...list)
        expect(() => check(collate(given), given)).not.toThrow()
      }),
      { numRuns: 1500, seed: 415 },
    )
  })
})
