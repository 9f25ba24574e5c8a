import { assertEdition, SPEC } from '@huijiao/ast'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTei, toTei } from '../src/index.ts'
import { TREES } from './support/trees.ts'
import { teiValidator } from './support/validate.ts'

const FORMS = ['parallel', 'stand-off'] as const

/** Shrinking a whole tree takes longer than looking at one. */
const ONE_SEED = { seed: 20261130, endOnFailure: true } as const

function typesIn(node: object, types = new Set<string>()): Set<string> {
  const { type, children = [] } = node as { type: string; children?: object[] }
  types.add(type)
  for (const child of children) typesIn(child, types)
  return types
}

describe('the tree as TEI', () => {
  it('comes back the same, over every type of node, in both forms', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(TREES, (tree) => {
        assertEdition(tree)
        for (const type of typesIn(tree)) seen.add(type)
        for (const form of FORMS) expect(fromTei(toTei(tree, { form }))).toEqual(tree)
      }),
      { ...ONE_SEED, numRuns: 150 },
    )
    expect([...seen].toSorted()).toEqual(Object.keys(SPEC).toSorted())
  })

  it('is valid against all of TEI', () => {
    const faults = teiValidator()
    fc.assert(
      fc.property(TREES, (tree) => {
        for (const form of FORMS) expect(faults(toTei(tree, { form }))).toEqual([])
      }),
      { ...ONE_SEED, numRuns: 60 },
    )
    const [tree] = fc.sample(TREES, { seed: 1, numRuns: 1 })
    const broken = tree === undefined ? '' : toTei(tree).replaceAll('<body>', '<body colour="red">')
    expect(faults(broken)[0]).toContain('body')
  })
})
