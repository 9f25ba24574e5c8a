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
  let total = 0
  for (const one of seeds) total += one.starts.length
  const table = tableFor(own.starts.length)
  const mask = table.length - 1
  // The witness's k-mers alone are entered: those of the profile that it lacks need no room.
  const entries = own.starts.length
  const hashOf = new Int32Array(entries)
  const ownCount = new Int32Array(entries)
  const head = new Int32Array(entries)
  const found = new Int32Array(entries)
  const slotOf = new Int32Array(entries)
  let used = 0
  for (let i = 0; i < entries; i++) {
    const hash = at(own.hashes, i)
    let slot = hash & mask
    let entry = at(table, slot)
    while (entry !== 0 && at(hashOf, entry - 1) !== hash) {
      slot = (slot + 1) & mask
      entry = at(table, slot)
    }
    if (entry === 0) {
      hashOf[used++] = hash
      entry = used
      table[slot] = entry
    }
    ownCount[entry - 1] = at(ownCount, entry - 1) + 1
    slotOf[i] = entry - 1
  }
  const next = new Int32Array(total + 1)
  const column = new Int32Array(total + 1)
  const thread = new Int32Array(total + 1)
  const origin = new Int32Array(total + 1)
  let links = 1
  for (let t = 0; t < threads.length; t++) {
    const one = seeds[t]
    const columns = threads[t]?.columns
    if (one === undefined || columns === undefined) continue
    for (let i = 0; i < one.starts.length; i++) {
      const hash = at(one.hashes, i)
      let slot = hash & mask
      let entry = at(table, slot)
      while (entry !== 0 && at(hashOf, entry - 1) !== hash) {
        slot = (slot + 1) & mask
        entry = at(table, slot)
      }
      if (entry === 0 || at(ownCount, entry - 1) > RARE || at(found, entry - 1) > RARE) continue
      const place = at(columns, at(one.starts, i))
      let link = at(head, entry - 1)
      while (link !== 0 && at(column, link) !== place) link = at(next, link)
      if (link !== 0) continue
      next[links] = at(head, entry - 1)
      column[links] = place
      thread[links] = t
      origin[links] = at(one.starts, i)
      head[entry - 1] = links++
      found[entry - 1] = at(found, entry - 1) + 1
    }
  }
  let room = 0
  for (let i = 0; i < entries; i++) {
    const entry = at(slotOf, i)
    if (at(ownCount, entry) <= RARE && at(found, entry) <= RARE) room += at(found, entry)
  }
  const matches = {
    tokens: new Int32Array(room),
    columns: new Int32Array(room),
    threads: new Int32Array(room),
    origins: new Int32Array(room),
  }
  let count = 0
  for (let i = 0; i < entries; i++) {
    const entry = at(slotOf, i)
    if (at(ownCount, entry) > RARE || at(found, entry) > RARE) continue
    for (let link = at(head, entry); link !== 0; link = at(next, link)) {
      const t = at(thread, link)
      const from = at(own.starts, i)
      const there = threads[t]?.keys
      if (there === undefined || !sameRun(there, at(origin, link), keys, from, own.size)) continue
      matches.tokens[count] = from
      matches.columns[count] = at(column, link)
      matches.threads[count] = t
      matches.origins[count++] = at(origin, link)
    }
  }
  return { count, ...matches }
}

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
