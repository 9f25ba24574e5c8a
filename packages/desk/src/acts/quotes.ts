import { type Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import type { Quote } from '../protocol/acts.ts'

/** Keys of a work under which the words with which a passage begins stand. */
const KEYS = ['contains', 'cut'] as const

/**
 * Takes back what was said of a passage before: quotations in any work that begin as this one does, in the same witness.
 * What is said of it last is what holds.
 *
 * `contains: [摆渡的老人]` and a new quotation `摆渡的` → the first is taken out.
 */
export function forget(document: Document, quote: Quote): void {
  const works = document.get('works')
  for (const work of isSeq(works) ? works.items : []) {
    if (!isMap(work)) continue
    for (const key of KEYS) forgetIn(work, key, quote)
  }
}

function forgetIn(work: YAMLMap, key: string, quote: Quote): void {
  const list = work.get(key)
  if (!isSeq(list)) return
  list.items = list.items.filter((item) => {
    const said = quoteOf(item)
    return said === null || !isSame(said, quote)
  })
  if (list.items.length === 0) work.delete(key)
}

function quoteOf(item: unknown): Quote | null {
  if (isScalar(item)) return String(item.value)
  if (!isMap(item)) return null
  return { text: String(item.get('text')), siglum: String(item.get('siglum')) }
}

const textOf = (quote: Quote): string =>
  (typeof quote === 'string' ? quote : quote.text).replace(/[^\p{L}\p{N}]/gu, '')

function isSame(one: Quote, two: Quote): boolean {
  const [a, b] = [textOf(one), textOf(two)]
  if (!a.startsWith(b) && !b.startsWith(a)) return false
  return typeof one === 'string' || typeof two === 'string' || one.siglum === two.siglum
}
