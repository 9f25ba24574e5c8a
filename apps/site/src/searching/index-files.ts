import { type SearchIndex, shardOf } from '../client/grams.ts'
import { keyTable } from './keys.ts'

/** What an edition brings to the index: the grams of each part of its texts. */
export interface Indexed {
  readonly id: string
  readonly grams: readonly (readonly string[])[]
}

/** Places of grams in one part of the index, on average: an edition of 16,000 characters has 7,867, which take 98 kB. */
const PLACES = 12_000

/**
 * The index of the site, in parts: which parts of texts have which grams. A search loads only the parts that its own
 * grams are in.
 *
 * @returns files by their path below `search/`.
 */
export function indexFiles(editions: readonly Indexed[]): ReadonlyMap<string, string> {
  const places = new Map<string, number[]>()
  const last = new Map<string, number>()
  let part = 0
  let total = 0
  for (const { grams } of editions) {
    for (const own of grams) {
      for (const gram of own) {
        const list = places.get(gram)
        const distance = part - (last.get(gram) ?? -1)
        if (list === undefined) places.set(gram, [distance])
        else list.push(distance)
        last.set(gram, part)
      }
      total += own.length
      part += 1
    }
  }
  const shards = Math.max(1, Math.ceil(total / PLACES))
  const index: SearchIndex = {
    shards,
    editions: editions.map(({ id, grams }) => [id, grams.length] as const),
  }
  const bins = Array.from({ length: shards }, () => [] as string[])
  for (const gram of places.keys()) bins[shardOf(gram, shards)]?.push(gram)
  return new Map([
    ['index.json', JSON.stringify(index)],
    ['keys.json', JSON.stringify([...keyTable()].flat().join(''))],
    ...bins.map((grams, i) => {
      const lists = Object.fromEntries(grams.sort().map((gram) => [gram, places.get(gram)]))
      return [`${i}.json`, JSON.stringify(lists)] as const
    }),
  ])
}
