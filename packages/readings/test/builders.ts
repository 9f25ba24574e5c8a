import type { Recension } from '@huijiao/ast'
import {
  type AlignedUnit,
  type BlockRole,
  type CollatedWork,
  type LogicalBlock,
  sourceOf as newSource,
  type Source,
  type TokenizedWitness,
  type WitnessToken,
} from '@huijiao/model'
import { conventionalContent } from '@huijiao/text'
import { tokenize } from '../src/align/tokenize.ts'

/** A text of a witness: paragraphs parted by line ends. */
export type Text =
  | string
  | { readonly text: string; readonly recension?: string; readonly file?: string }

export interface Options {
  readonly id?: string
  readonly recensions?: readonly Recension[]
}

/** Makes a source of a text, its file named after the siglum. */
export function sourceOf(siglum: string, text: string, file = `${siglum}.txt`): Source {
  return newSource(text, { file, siglum, sha256: '', encoding: 'utf-8' })
}

/** One paragraph for each line that is not empty. */
export function witnessOf(siglum: string, value: Text, work = 'work'): TokenizedWitness {
  const text = typeof value === 'string' ? value : value.text
  const file = (typeof value === 'string' ? undefined : value.file) ?? `${siglum}.txt`
  const recension = typeof value === 'string' ? undefined : value.recension
  const source = sourceOf(siglum, text, file)
  let at = 0
  const blocks = text.split('\n').flatMap((line): LogicalBlock[] => {
    const start = at
    const end = start + [...line].length
    at = end + 1
    const role: BlockRole = 'paragraph'
    return line.trim() === '' ? [] : [{ role, parts: [{ start, end }] }]
  })
  return tokenize(
    {
      work,
      siglum,
      file,
      ...(recension === undefined ? {} : { recension }),
      blocks,
      certainty: 'high',
      evidence: [],
    },
    source,
  )
}

/**
 * A small collated work from the texts of its witnesses; the first is the base. Each is aligned to the
 * first by edit distance: enough for sentences, where loci are few.
 */
export function collated(
  texts: Readonly<Record<string, Text>>,
  options: Options = {},
): CollatedWork {
  const id = options.id ?? 'work'
  const witnesses = Object.entries(texts).map(([siglum, t]) =>
    witnessOf(siglum.replace(/\d+$/u, ''), t, id),
  )
  return workOf(witnesses, options)
}

export function workOf(
  witnesses: readonly TokenizedWitness[],
  options: Options = {},
): CollatedWork {
  const [first, ...rest] = witnesses
  const length = first?.tokens.length ?? 0
  const maps = rest.map((w) => alignPair(first?.tokens ?? [], w.tokens))
  const extents = maps.map(
    (m) => [m.findIndex((x) => x >= 0), m.findLastIndex((x) => x >= 0)] as const,
  )
  const cursor = witnesses.map(() => 0)
  const columns: { equal: string; spans: [number, number][] }[] = []
  const advance = (to: readonly number[], equal: string): void => {
    const spans = cursor.map((start, w): [number, number] => [start, to[w] ?? start])
    for (const [w, end] of to.entries()) cursor[w] = end
    if (spans.every(([start, end]) => start === end)) return
    const last = columns.at(-1)
    if (last?.equal !== equal) columns.push({ equal, spans })
    else for (const [w, span] of last.spans.entries()) span[1] = spans[w]?.[1] ?? span[1]
  }
  for (let i = 0; i <= length; i += 1) {
    const at = rest.map((w, k) => (i === length ? w.tokens.length : (maps[k]?.[i] ?? -1)))
    // What stands in others before this character, where they have it.
    advance([cursor[0] ?? 0, ...at.map((t, k) => (t < 0 ? (cursor[k + 1] ?? 0) : t))], 'differs')
    if (i === length) break
    const present = at.map((t, k) => {
      const [from, to] = extents[k] ?? [0, 0]
      return t >= 0 || (i >= from && i <= to)
    })
    const agree = at.every(
      (t, k) => present[k] !== true || rest[k]?.tokens[t]?.n === first?.tokens[i]?.n,
    )
    const equal = agree ? `agree ${present.join()}` : 'differs'
    advance([i + 1, ...at.map((t, k) => (t < 0 ? (cursor[k + 1] ?? 0) : t + 1))], equal)
  }
  const units = columns.map(({ equal, spans }): AlignedUnit => {
    const covers = spans.map(
      ([start, end], w) => start < end || (start > 0 && start < (witnesses[w]?.tokens.length ?? 0)),
    )
    return { equal: equal.startsWith('agree') && spans.every(([a, b]) => a < b), spans, covers }
  })
  const preference = witnesses.map((_, w) => w)
  return {
    spec: { id: options.id ?? 'work', title: '', supplied: false, placement: 'body' },
    witnesses,
    recensions: options.recensions ?? [],
    units,
    base: 0,
    preference,
  }
}

/** For each token of `a` the index of the token of `b` beside it, or -1. */
function alignPair(a: readonly WitnessToken[], b: readonly WitnessToken[]): Int32Array {
  const width = b.length + 1
  const partial = b.length < 0.6 * a.length
  const steps = new Uint8Array((a.length + 1) * width)
  let row = Float64Array.from({ length: width }, (_, j) => j)
  for (let j = 1; j < width; j += 1) steps[j] = 2
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Float64Array(width)
    // A partial witness may begin late and end early at no cost.
    next[0] = partial ? 0 : i
    steps[i * width] = 1
    for (let j = 1; j < width; j += 1) {
      const same = a[i - 1]?.n === b[j - 1]?.n
      const diagonal = (row[j - 1] ?? 0) + (same ? 0 : 1.2)
      const up = (row[j] ?? 0) + (partial && j === b.length ? 0 : 1)
      const left = (next[j - 1] ?? 0) + 1
      const best = Math.min(diagonal, up, left)
      next[j] = best
      steps[i * width + j] = best === diagonal ? 3 : best === up ? 1 : 2
    }
    row = next
  }
  const map = new Int32Array(a.length).fill(-1)
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const step = steps[i * width + j]
    if (step === 3) {
      i -= 1
      j -= 1
      map[i] = j
    } else if (step === 1) i -= 1
    else j -= 1
  }
  return map
}

/** The content of a text in the edition's conventions, without marks and space. */
export const contentOf = (text: string): string =>
  [...text]
    .filter((c) => /[\p{L}\p{N}\p{M}]/u.test(c))
    .map(conventionalContent)
    .join('')
