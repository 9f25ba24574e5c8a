import type { Token, Witness } from '../model.ts'
import { at } from './at.ts'

/** The distinct witnesses of a collation in canonical order, as integers. */
export interface Interned {
  /** Matching keys by id. Ids are given in order of first appearance in canonical order. */
  readonly names: readonly string[]
  /** One per distinct witness: ids of its content tokens. */
  readonly keys: readonly Int32Array[]
  /** One per distinct witness: ids of all its tokens. */
  readonly all: readonly Int32Array[]
  /** One per distinct witness: index in `all` of each content token. */
  readonly places: readonly Int32Array[]
  /** By input index: index of its distinct witness. */
  readonly distinct: readonly number[]
}

/** Numbers the keys of the witnesses, which become independent of the order of input. */
export function intern(witnesses: readonly Witness[]): Interned {
  const order = witnesses.map((_, index) => index)
  const compare = (a: number, b: number): number =>
    compareTokens(tokensOf(witnesses, a), tokensOf(witnesses, b))
  order.sort(compare)
  const distinct: number[] = Array.from({ length: witnesses.length }, () => 0)
  const chosen: (readonly Token[])[] = []
  let last = -1
  for (const index of order) {
    if (last < 0 || compare(last, index) !== 0) chosen.push(tokensOf(witnesses, index))
    distinct[index] = chosen.length - 1
    last = index
  }
  return { ...numberKeys(chosen), distinct }
}

function tokensOf(witnesses: readonly Witness[], index: number): readonly Token[] {
  return witnesses[index]?.tokens ?? []
}

/** Longest first, then by key, code unit by code unit, then content before soft. */
function compareTokens(a: readonly Token[], b: readonly Token[]): number {
  if (a === b) return 0
  if (a.length !== b.length) return b.length - a.length
  for (let i = 0; i < a.length; i++) {
    const x = a[i]
    const y = b[i]
    if (x === y || x === undefined || y === undefined) continue
    if (x.n !== y.n) return x.n < y.n ? -1 : 1
    const softness = Number(x.soft === true) - Number(y.soft === true)
    if (softness !== 0) return softness
  }
  return 0
}

function numberKeys(chosen: readonly (readonly Token[])[]): Omit<Interned, 'distinct'> {
  const names: string[] = []
  const ids = new Map<string, number>()
  // Nearly all tokens of Chinese text are one code unit: a table is several times faster than a map.
  const single = new Int32Array(0x10000).fill(-1)
  const idOf = (n: string): number => {
    const code = n.length === 1 ? n.charCodeAt(0) : -1
    const known = code >= 0 ? single[code] : ids.get(n)
    if (known !== undefined && known >= 0) return known
    const id = names.length
    names.push(n)
    if (code >= 0) single[code] = id
    else ids.set(n, id)
    return id
  }
  const keys: Int32Array[] = []
  const all: Int32Array[] = []
  const places: Int32Array[] = []
  let whole: Int32Array | undefined
  for (const tokens of chosen) {
    const every = new Int32Array(tokens.length)
    let count = 0
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (token === undefined) continue
      every[i] = idOf(token.n)
      if (token.soft !== true) count++
    }
    all.push(every)
    if (count === tokens.length) {
      // The first is the longest; what is the same for all is made once.
      whole ??= new Int32Array(count).map((_, i) => i)
      keys.push(every)
      places.push(whole.length >= count ? whole.subarray(0, count) : every.map((_, i) => i))
      continue
    }
    const place = new Int32Array(count)
    for (let i = 0, k = 0; i < tokens.length; i++) if (tokens[i]?.soft !== true) place[k++] = i
    places.push(place)
    keys.push(place.map((i) => at(every, i)))
  }
  return { names, keys, all, places }
}
