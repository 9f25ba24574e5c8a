import type { SoftToken } from '@huijiao/model'

/** A mark within a block, with the characters beside it. */
export interface BlockMark {
  readonly soft: SoftToken
  /** The content character before it and after it in the block; empty at its ends. */
  readonly before: string
  readonly after: string
}

/** Families of quotation marks: what opens, what closes. */
const FAMILIES: Readonly<Record<string, readonly [family: 'double' | 'single', opens: boolean]>> = {
  '“': ['double', true],
  '”': ['double', false],
  '„': ['double', true],
  '「': ['double', true],
  '」': ['double', false],
  '﹁': ['double', true],
  '﹂': ['double', false],
  '｢': ['double', true],
  '｣': ['double', false],
  '〝': ['double', true],
  '〞': ['double', false],
  '〟': ['double', false],
  '‘': ['single', true],
  '’': ['single', false],
  '『': ['single', true],
  '』': ['single', false],
  '﹃': ['single', true],
  '﹄': ['single', false],
}
const GLYPHS = { double: ['“', '”'], single: ['‘', '’'] } as const

const WORD = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]/u

/**
 * Gives straight quotation marks their direction, over the whole block: the first opens, the next closes. Where a
 * block has an odd number of them, the first is judged by its neighbours. An apostrophe within a word is
 * left alone.
 *
 * 这"老残"二字 → 这“老残”二字
 */
export function pairStraight(marks: readonly BlockMark[]): ReadonlyMap<SoftToken, string> {
  const paired = new Map<SoftToken, string>()
  for (const [straight, family] of [
    [/^["＂]$/u, 'double'],
    [/^['＇]$/u, 'single'],
  ] as const) {
    const own = marks.filter(
      ({ soft, before, after }) =>
        straight.test(soft.t) && !(family === 'single' && WORD.test(before) && WORD.test(after)),
    )
    // In an odd row the first may be the end of what a block before began.
    const [first] = own
    const closed = own.length % 2 === 1 && first !== undefined && first.after === '' ? 1 : 0
    for (const [index, { soft }] of own.entries()) {
      paired.set(soft, GLYPHS[family][(index + closed) % 2 === 0 ? 0 : 1])
    }
  }
  return paired
}

/**
 * Marks of a block that cannot be quotation marks in the direction in which they stand: a ’ within a word is an
 * apostrophe, and so is one beside a word that closes nothing; what opens at the end of a block where a quotation is open closes it.
 *
 * @returns the marks that are apostrophes, and what the turned ones are.
 */
export function misdirected(marks: readonly BlockMark[]): {
  readonly apostrophes: ReadonlySet<SoftToken>
  readonly turned: ReadonlyMap<SoftToken, string>
} {
  const apostrophes = new Set<SoftToken>()
  const turned = new Map<SoftToken, string>()
  const open: string[] = []
  for (const { soft, before, after } of marks) {
    const found = FAMILIES[soft.t]
    if (found === undefined) continue
    const [family, opens] = found
    const within = WORD.test(before) && WORD.test(after)
    const beside = WORD.test(before) || /[\p{Script=Latin}\d]/u.test(after)
    if (soft.t === '’' && (within || (beside && !open.includes('single')))) apostrophes.add(soft)
    else if (opens && after === '' && open.includes(family)) {
      turned.set(soft, CLOSING[soft.t] ?? soft.t)
      open.splice(open.lastIndexOf(family))
    } else if (opens) open.push(family)
    else if (open.includes(family)) open.splice(open.lastIndexOf(family))
  }
  return { apostrophes, turned }
}

/** What closes what a mark opens. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '‘': '’',
  '『': '』',
}

/**
 * Whether a witness sets single quotation marks outside and double ones inside, as 『…「…」…』: by what opens where
 * nothing is open, in all its blocks.
 */
export function singlesOutside(blocks: readonly (readonly string[])[]): boolean {
  const outer = { double: 0, single: 0 }
  for (const marks of blocks) {
    let depth = 0
    for (const mark of marks) {
      const found = FAMILIES[mark]
      if (found === undefined) continue
      const [family, opens] = found
      if (opens && depth === 0) outer[family] += 1
      depth = Math.max(0, depth + (opens ? 1 : -1))
    }
  }
  return outer.single > outer.double
}

/** A quotation mark in the form that all witnesses are compared in: “ ” outside, ‘ ’ inside. */
export function comparable(mark: string, swap: boolean): string {
  const found = FAMILIES[mark]
  if (found === undefined) return mark
  const [family, opens] = found
  const level = swap ? (family === 'double' ? 'single' : 'double') : family
  return GLYPHS[level][opens ? 0 : 1]
}
