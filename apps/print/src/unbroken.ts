import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { readText, wrapRuns } from './runs.ts'

/** So many letters, digits and signs without a space that no line may be kept for them alone. */
const LONG = /[!-~À-ɏ]{25,}/g

/** Addresses and the like, code apart, in elements of their own, whose lines may end anywhere. */
export function unbroken(node: ElementContent): ElementContent {
  const runs = [...readText(node).matchAll(LONG)].map(({ index, 0: run }) => {
    return { from: index, to: index + run.length }
  })
  if (runs.length === 0) return node
  return wrapRuns(node, runs, (run, within) =>
    within.at(-1)?.tagName === 'code' ? undefined : h('span', { className: ['unbroken'] }, run),
  )
}
