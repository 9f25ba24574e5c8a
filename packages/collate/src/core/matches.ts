import { at } from './at.ts'
import type { Thread } from './profile.ts'
import type { Seeds } from './seeds.ts'

/** Places where a witness and a profile share a k-mer, ascending by token. */
export interface Matches {
  readonly count: number
  /** First token of the k-mer in the witness. */
  readonly tokens: Int32Array
  /** Column of the first token of the k-mer in the profile. */
  readonly columns: Int32Array
  /** Thread of the profile, by index, that has it there, and its token. */
  readonly threads: Int32Array
  readonly origins: Int32Array
}

/** A k-mer at more places than this, in the witness or in the profile, says nothing about place. */
const RARE = 4

/**
 * Finds the k-mers that are rare in both a profile and a witness. A k-mer that several threads have
 * in the same column counts once.
 *
 * @param seeds chosen k-mers by index of thread, all of one size
 */
export function matchSeeds(
  threads: readonly Thread[],
  seeds: readonly Seeds[],
  keys: Int32Array,
  own: Seeds,
): Matches {
  const table = new OwnSeeds(own)
  const shared = sharedSeeds(threads, seeds, table)
  const entries = own.starts.length
  let room = 0
  for (let i = 0; i < entries; i++) {
    const entry = at(table.entryOf, i)
    if (table.isRare(entry) && at(shared.found, entry) <= RARE) room += at(shared.found, entry)
  }
  const matches = {
    tokens: new Int32Array(room),
    columns: new Int32Array(room),
    threads: new Int32Array(room),
    origins: new Int32Array(room),
  }
  let count = 0
  for (let i = 0; i < entries; i++) {
    const entry = at(table.entryOf, i)
    if (!table.isRare(entry) || at(shared.found, entry) > RARE) continue
    for (let link = at(shared.head, entry); link !== 0; link = at(shared.next, link)) {
      const t = at(shared.thread, link)
      const from = at(own.starts, i)
      const origin = at(shared.origin, link)
      const there = threads[t]?.keys
      if (there === undefined || !sameRun(there, origin, keys, from, own.size)) continue
      matches.tokens[count] = from
      matches.columns[count] = at(shared.column, link)
      matches.threads[count] = t
      matches.origins[count++] = origin
    }
  }
  return { count, ...matches }
}

/**
 * The k-mers of a witness by their hash, in a table of open addresses. They alone are entered: those of the
 * profile that it lacks need no room.
 */
class OwnSeeds {
  /** By seed: its entry, from 0; seeds with one hash have one. */
  readonly entryOf: Int32Array
  private readonly table: Int32Array
  private readonly hashes: Int32Array
  private readonly counts: Int32Array
  private used = 0

  constructor(own: Seeds) {
    const entries = own.starts.length
    this.table = tableFor(entries)
    this.hashes = new Int32Array(entries)
    this.counts = new Int32Array(entries)
    this.entryOf = new Int32Array(entries)
    for (let i = 0; i < entries; i++) {
      const hash = at(own.hashes, i)
      const slot = this.slotOf(hash)
      if (at(this.table, slot) === 0) {
        this.hashes[this.used++] = hash
        this.table[slot] = this.used
      }
      const entry = at(this.table, slot) - 1
      this.counts[entry] = at(this.counts, entry) + 1
      this.entryOf[i] = entry
    }
  }

  /** The entry of a hash, or -1. */
  find(hash: number): number {
    return at(this.table, this.slotOf(hash)) - 1
  }

  isRare(entry: number): boolean {
    return at(this.counts, entry) <= RARE
  }

  private slotOf(hash: number): number {
    const mask = this.table.length - 1
    let slot = hash & mask
    for (;;) {
      const entry = at(this.table, slot)
      if (entry === 0 || at(this.hashes, entry - 1) === hash) return slot
      slot = (slot + 1) & mask
    }
  }
}

/** Where the profile has the k-mers of a witness: a linked list for each entry; link 0 ends it. */
interface SharedSeeds {
  /** By entry: the first link, and how many columns were found. */
  readonly head: Int32Array
  readonly found: Int32Array
  /** By link. */
  readonly next: Int32Array
  readonly column: Int32Array
  readonly thread: Int32Array
  readonly origin: Int32Array
}

function sharedSeeds(
  threads: readonly Thread[],
  seeds: readonly Seeds[],
  table: OwnSeeds,
): SharedSeeds {
  const entries = table.entryOf.length
  const total = seeds.reduce((sum, { starts }) => sum + starts.length, 1)
  const [head, found] = [new Int32Array(entries), new Int32Array(entries)]
  const [next, column] = [new Int32Array(total), new Int32Array(total)]
  const [thread, origin] = [new Int32Array(total), new Int32Array(total)]
  let links = 1
  for (const [t, { columns }] of threads.entries()) {
    const { starts, hashes } = seeds[t] ?? NO_SEEDS
    for (let i = 0; i < starts.length; i++) {
      const entry = table.find(at(hashes, i))
      if (entry < 0 || !table.isRare(entry) || at(found, entry) > RARE) continue
      const place = at(columns, at(starts, i))
      let link = at(head, entry)
      while (link !== 0 && at(column, link) !== place) link = at(next, link)
      if (link !== 0) continue
      next[links] = at(head, entry)
      column[links] = place
      thread[links] = t
      origin[links] = at(starts, i)
      head[entry] = links++
      found[entry] = at(found, entry) + 1
    }
  }
  return { head, found, next, column, thread, origin }
}

const NO_SEEDS = { starts: new Int32Array(0), hashes: new Int32Array(0) }

function tableFor(entries: number): Int32Array {
  let size = 16
  while (size < entries * 2) size *= 2
  return new Int32Array(size)
}

/** Whether two runs of tokens agree: hashes may collide. */
function sameRun(a: Int32Array, i: number, b: Int32Array, j: number, size: number): boolean {
  for (let k = 0; k < size; k++) if (at(a, i + k) !== at(b, j + k)) return false
  return true
}
