import type { Element, ElementContent } from 'hast'

/** A stretch of the text of a tree, in UTF-16 code units. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** What parts no word: a run may begin in one of them and end in the next. */
const INLINE = new Set('a span b strong em i ruby rb rt rp sub sup code cite q wbr'.split(' '))

const isCall = (node: Element): boolean => node.properties['role'] === 'doc-noteref'

/** The text as it is read, calls of notes left out, a line feed where a block begins or ends. */
export function readText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || isCall(node)) return ''
  const edge = INLINE.has(node.tagName) ? '' : '\n'
  return `${edge}${node.children.map(readText).join('')}${edge}`
}

/**
 * Wraps runs of the text, part by part where they go over several text nodes.
 *
 * @param runs in the text of {@link readText}, in order.
 * @param wrap what becomes of a run; undefined where it stays. `within` are the elements around it, outermost first.
 */
export function wrapRuns<Found extends Run>(
  node: ElementContent,
  runs: readonly Found[],
  wrap: (text: string, within: readonly Element[], run: Found) => ElementContent | undefined,
): ElementContent {
  const within: Element[] = []
  let at = 0
  let next = 0
  const wrapped = (inner: ElementContent): ElementContent => {
    if (inner.type !== 'element' || isCall(inner)) return inner
    const edge = INLINE.has(inner.tagName) ? 0 : 1
    at += edge
    within.push(inner)
    const children = inner.children.flatMap((c) =>
      c.type === 'text' ? parts(c.value) : [wrapped(c)],
    )
    within.pop()
    at += edge
    return { ...inner, children }
  }
  const parts = (value: string): ElementContent[] => {
    const found: ElementContent[] = []
    const start = at
    at += value.length
    let done = 0
    const text = (to: number): void => {
      if (to > done) found.push({ type: 'text', value: value.slice(done, to) })
      done = to
    }
    for (let run = runs[next]; run !== undefined && run.from < at; run = runs[next]) {
      const [from, to] = [Math.max(run.from, start) - start, Math.min(run.to, at) - start]
      if (run.to <= at) next += 1
      const made = wrap(value.slice(from, to), within, run)
      if (made !== undefined) {
        text(from)
        found.push(made)
        done = to
      }
      if (run.to > at) break
    }
    text(value.length)
    return found
  }
  return node.type === 'text' ? node : wrapped(node)
}
