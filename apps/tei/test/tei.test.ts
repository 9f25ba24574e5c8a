import { assertEdition, SPEC } from '@huijiao/ast'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTei, toTei } from '../src/index.ts'
import { TREES } from './support/trees.ts'
import { teiFaults } from './support/validate.ts'

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
    const documents = fc
      .sample(TREES, { seed: 20261130, numRuns: 60 })
      .flatMap((tree) => FORMS.map((form) => toTei(tree, { form })))
    expect(teiFaults(documents).flat()).toEqual([])
  })

  it.each([
    ['an attribute that it does not have', '<body colour="red">'],
    ['an element in a place that is not its own', '<body><teiHeader/>'],
    ['an element that is not of TEI', '<body><paragraph/>'],
  ])('is not valid with %s', (_, body) => {
    const [tree] = fc.sample(TREES, { seed: 1, numRuns: 1 })
    const broken = tree === undefined ? '' : toTei(tree).replaceAll('<body>', body)
    expect(teiFaults([broken]).flat().join('\n')).toContain('body')
  })
})
