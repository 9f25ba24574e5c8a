import { readFileSync } from 'node:fs'

/** Frequency of a character in running text, and of those that follow it (data/followers.tsv, data/followers-old.tsv). */
interface Followers {
  readonly count: number
  /** Distinct characters seen after it. */
  readonly kinds: number
  /** Occurrences after it, by character; the middle of a class of counts. */
  readonly after: ReadonlyMap<string, number>
}

interface Table {
  readonly total: number
  readonly of: ReadonlyMap<string, Followers>
}

/** Stands in the table for any punctuation. */
export const MARK = '|'

/** Language that characters were counted in: news of 1998, or verse, drama and prose of before 1900. */
export type Counts = 'news' | 'old'

const FILES: Readonly<Record<Counts, string>> = {
  news: 'followers.tsv',
  old: 'followers-old.tsv',
}

const tables = new Map<Counts, Table>()

function followers(counts: Counts): Table {
  const known = tables.get(counts)
  if (known !== undefined) return known
  const file = new URL(`../data/${FILES[counts]}`, import.meta.url)
  const table = parseFollowers(readFileSync(file, 'utf8'))
  tables.set(counts, table)
  return table
}

function parseFollowers(text: string): Table {
  const of = new Map<string, Followers>()
  let total = 0
  for (const line of text.split('\n')) {
    const [character, count, kinds, ...classes] = line.split('\t')
    if (character === undefined || count === undefined) continue
    const after = new Map<string, number>()
    for (const [k, members] of classes.entries()) {
      for (const c of members) after.set(c, 1.4 * 2 ** (k + 1))
    }
    of.set(character, { count: Number(count), kinds: Number(kinds), after })
    total += Number(count)
  }
  return { total, of }
}

/** Weight of characters that were never seen after another. */
const UNSEEN = 3
const RARE = 8000

/**
 * How much oftener one character follows another than it occurs anywhere, in nats (pointwise mutual
 * information); 0 where either is not known. Witten-Bell smoothing.
 */
export function attraction(first: string, second: string, counts: Counts = 'news'): number {
  const { total, of } = followers(counts)
  const [a, b] = [of.get(first), of.get(second)]
  if (a === undefined || b === undefined) return 0
  const anywhere = (b.count + 1) / (total + RARE)
  const known = a.count / (a.count + a.kinds + UNSEEN)
  const after = (a.after.get(second) ?? 0) / a.count
  return Math.log((known * after + (1 - known) * anywhere) / anywhere)
}
