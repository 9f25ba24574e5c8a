import { readFileSync } from 'node:fs'
import type { Decision } from '@huijiao/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { collated } from '../../src/processor.ts'
import { readEdition } from '../../src/read/edition.ts'
import { expectedEditions } from './editions.ts'

/** A locus by its work, its readings and the three characters before it. */
const key = (work = '', before = '', readings: readonly string[] = []): string =>
  [work, [...before].slice(-3).join(''), readings.toSorted().join('|')].join(' ')

describe.each(expectedEditions)(
  'the witnesses of $name without rulings',
  ({ folder, expected }) => {
    const gold = readFileSync(expected('readings.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
    const right = new Map(
      gold.map(([work, before, readings, , reading]) => [
        key(work, before, readings?.split(' | ')),
        reading ?? '',
      ]),
    )
    let decisions: readonly Decision[] = []
    let sigla: ReadonlyMap<Decision, ReadonlySet<string>> = new Map()

    beforeAll(async () => {
      const result = collated(await readEdition(folder, { rulings: false }))
      decisions = result.decided.decisions.filter((d) => d.locus.layer === 'content')
      const files = (d: Decision): Set<string> => {
        const work = result.works.find((w) => w.spec.id === d.locus.work)
        const holders = d.locus.readings.find((r) => r.text === d.lemma)?.witnesses ?? []
        return new Set(holders.map((w) => work?.witnesses[w]?.file ?? ''))
      }
      sigla = new Map(decisions.map((d) => [d, files(d)]))
    })

    const judged = (certainty: Decision['certainty']) =>
      decisions.flatMap((d) => {
        const reading = right.get(
          key(
            d.locus.work,
            d.locus.before,
            d.locus.readings.map((r) => r.text),
          ),
        )
        return d.certainty === certainty && reading !== undefined
          ? [{ d, ok: d.lemma === reading }]
          : []
      })

    it('is right at least 39 times in 40 where it is sure', () => {
      const high = judged('high')
      expect(high.length).toBeGreaterThan(25)
      expect(high.filter((j) => !j.ok).length).toBeLessThanOrEqual(high.length / 40)
    })

    it('gives every variant a method or leaves it undecided', () => {
      for (const d of decisions)
        expect((d.method === null) === (d.certainty === 'undecided')).toBe(true)
    })

    it('rests nothing on the repetition of the same file', () => {
      for (const d of decisions) {
        for (const e of d.evidence) {
          if (e.supports !== d.lemma || !['quotation', 'parallel', 'usage'].includes(e.reason.kind))
            continue
          for (const place of e.places) expect(sigla.get(d)?.has(place.file)).toBe(false)
        }
      }
    })
  },
)
