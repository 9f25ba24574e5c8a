import { gramsOf, type KeyTable, type SearchIndex, shardOf, type TextPart } from './grams.ts'

/** Grams of a query that are looked up at most: more of them narrow it down hardly further. */
const MOST = 6

/** What lies below the page of the search. */
async function load(path: string): Promise<unknown> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return await response.json()
}

/** The table of keys: pairs of a form and its key. */
export async function loadKeys(): Promise<KeyTable> {
  const pairs = [...((await load('search/keys.json')) as string)]
  return new Map(pairs.flatMap((from, i) => (i % 2 === 0 ? [[from, pairs[i + 1] ?? from]] : [])))
}

/** A part of an edition's texts that may have what is sought. */
export interface Candidate {
  readonly edition: string
  readonly path: string
}

/** Parts of texts that have every gram of some terms. */
export async function candidates(terms: readonly string[]): Promise<Candidate[]> {
  const index = (await load('search/index.json')) as SearchIndex
  const grams = terms.flatMap((term) => {
    const keys = [...term]
    return keys.length === 1 ? keys : gramsOf(keys).filter((gram) => [...gram].length === 2)
  })
  const step = Math.max(1, Math.ceil(grams.length / MOST))
  const lists = await Promise.all(
    grams.filter((_, i) => i % step === 0).map((gram) => partsWith(gram, index)),
  )
  const [first = [], ...others] = lists.toSorted((a, b) => a.length - b.length)
  const rest = others.map((list) => new Set(list))
  const wanted = new Set(first.filter((part) => rest.every((list) => list.has(part))))
  return index.editions
    .flatMap(([edition, parts]) =>
      Array.from({ length: parts }, (_, i) => ({
        edition,
        path: `${edition}/search/${i + 1}.json`,
      })),
    )
    .filter((_, number) => wanted.has(number))
}

/** Numbers of the parts that have a gram; in the index each is told by its distance from the one before. */
async function partsWith(gram: string, { shards }: SearchIndex): Promise<number[]> {
  const lists = (await load(`search/${shardOf(gram, shards)}.json`)) as Record<string, number[]>
  let last = -1
  return (Object.hasOwn(lists, gram) ? (lists[gram] ?? []) : []).map((distance) => {
    last += distance
    return last
  })
}

export const loadPart = async ({ path }: Candidate): Promise<TextPart> =>
  (await load(path)) as TextPart
