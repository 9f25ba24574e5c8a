import { appsOf, assertEdition, leafBlocks, toText } from '@huijiao/ast'
import { expect, test } from 'vitest'
import { makeEdition, THOUSAND } from '../src/editions.ts'

test('a made-up edition is a tree that every renderer takes', () => {
  expect(() => assertEdition(makeEdition({ ...THOUSAND, works: 3 }))).not.toThrow()
})

test('a thousand chapters are sixteen megabytes of text, with notes in each', () => {
  const part = makeEdition({ ...THOUSAND, works: 10 })
  let bytes = 0
  for (const work of part.children) {
    for (const { node } of leafBlocks(work)) bytes += Buffer.byteLength(toText(node))
    expect([...appsOf(work)].length).toBeGreaterThan(0)
  }
  expect((bytes * 100) / 1e6).toBeGreaterThan(15.5)
  expect((bytes * 100) / 1e6).toBeLessThan(16.5)
})

test('the same size gives the same text, and every work another', () => {
  const one = makeEdition({ ...THOUSAND, works: 2 })
  expect(makeEdition({ ...THOUSAND, works: 2 })).toEqual(one)
  expect(JSON.stringify(one.children[0]?.children)).not.toBe(
    JSON.stringify(one.children[1]?.children),
  )
})
