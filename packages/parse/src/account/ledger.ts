import type { CollatedWork, LemmaCharacter, Tile } from '@huijiao/model'

/** One row of the ledger: a stretch of a source and what became of it. */
export interface LedgerRow {
  readonly file: string
  /** Code points, half-open. */
  readonly start: number
  readonly end: number
  /** `text`, or the kind of furniture. */
  readonly role: Tile['role']
  readonly work: string
  /** Number of the block of the reading text, from 1; empty for furniture. */
  readonly block: number | null
}

/** A work as composed: where its characters stand in which block of the reading text. */
export interface PlacedWork {
  readonly work: CollatedWork
  readonly lemma: readonly LemmaCharacter[]
  /** Block number by index of the lemma character. */
  readonly blockOf: readonly number[]
}

/**
 * Accounts for every character of every source: in which block of which work its text stands, or what kind
 * of furniture it is. Rows tile each file in order. A text tile whose characters went to several blocks is
 * cut between them.
 */
export function ledgerOf(tiles: readonly Tile[], placed: readonly PlacedWork[]): LedgerRow[] {
  const blocks = new Map<string, [at: number, block: number][]>()
  for (const p of placed) {
    for (const [w, witness] of p.work.witnesses.entries()) {
      const key = `${p.work.spec.id}\u0000${witness.file}`
      const known = blocks.get(key)
      const own = blockByOffset(p, w)
      blocks.set(key, known === undefined ? own : known.concat(own))
    }
  }
  const sorted = new Map(
    [...blocks].map(([key, list]) => [key, list.toSorted((a, b) => a[0] - b[0])]),
  )
  return [...tiles]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start))
    .flatMap((tile) => rowsOf(tile, sorted))
}

function rowsOf(
  tile: Tile,
  blocks: ReadonlyMap<string, readonly [at: number, block: number][]>,
): LedgerRow[] {
  const { file, start, end, role } = tile
  const work = tile.work ?? ''
  if (role !== 'text') return [{ file, start, end, role, work, block: null }]
  const own = within(blocks.get(`${work}\u0000${file}`) ?? [], start, end)
  const rows: LedgerRow[] = []
  let from = start
  for (const [k, [, block]] of own.entries()) {
    const next = own[k + 1]
    if (next !== undefined && next[1] === block) continue
    const to = next === undefined ? end : next[0]
    rows.push({ file, start: from, end: to, role, work, block })
    from = to
  }
  return rows.length > 0 ? rows : [{ file, start, end, role, work, block: null }]
}

/** The entries of a list sorted by offset that lie in a span. */
function within<T extends readonly [number, ...unknown[]]>(
  list: readonly T[],
  start: number,
  end: number,
): readonly T[] {
  const first = lowerBound(list, start)
  return list.slice(first, lowerBound(list, end))
}

function lowerBound(list: readonly (readonly [number, ...unknown[]])[], value: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.[0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** For each token of a witness the block its unit stands in, rejected readings included. */
function blockByOffset(
  { work, lemma, blockOf }: PlacedWork,
  w: number,
): [at: number, block: number][] {
  const tokens = work.witnesses[w]?.tokens ?? []
  const exact = new Map<number, number>()
  const first = new Map<number, number>()
  for (const [at, c] of lemma.entries()) {
    const token = c.tokens[w] ?? -1
    if (token >= 0) exact.set(token, at)
    if (!first.has(c.unit)) first.set(c.unit, at)
  }
  let place = 0
  return work.units.flatMap((unit, u) => {
    place = first.get(u) ?? place
    const [start, end] = unit.spans[w] ?? [0, 0]
    return Array.from({ length: end - start }, (_, k): [number, number] => {
      const at = exact.get(start + k) ?? Math.min(place, lemma.length - 1)
      place = at
      return [tokens[start + k]?.at ?? 0, blockOf[at] ?? 1]
    })
  })
}
