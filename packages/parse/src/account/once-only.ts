import { type CollatedWork, type Decision, fault, placeOf, type Source } from '@huijiao/model'
import { keyOf } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import type { PlacedWork } from './ledger.ts'

/**
 * Content characters from which on a run is a passage: longer than set phrases, formulas and refrain lines, which
 * different copies may lack at different places.
 */
const PASSAGE = 30
/** Characters of a passage that a message quotes. */
const QUOTED = 16

/**
 * Proves that what a witness has once is printed once, and that what two voices have is printed: no passage stands
 * twice in a work of which no witness has both places, and none is left out that two voices have, unless an editor
 * ruled so.
 *
 * @param families family by siglum: witnesses of one family are one voice.
 * @returns a message for each breach, at its place in a source.
 */
export function onceOnly(
  placed: PlacedWork,
  decisions: readonly Decision[],
  families: Readonly<Record<string, string>>,
  sources: ReadonlyMap<string, Source>,
): VFileMessage[] {
  return [...doubled(placed, sources), ...leftOut(placed, decisions, families, sources)]
}

/** Passages printed at two places of a work, of which no witness has both. */
function doubled(
  { work, lemma }: PlacedWork,
  sources: ReadonlyMap<string, Source>,
): VFileMessage[] {
  const keys = lemma.map((c) => keyOf(c.t))
  const seen = new Map<string, number>()
  const wrong: VFileMessage[] = []
  let until = 0
  for (let at = 0; at + PASSAGE <= keys.length; at += 1) {
    const run = keys.slice(at, at + PASSAGE).join('')
    const first = seen.get(run)
    if (first === undefined) seen.set(run, at)
    else if (at >= until && !work.witnesses.some((_, w) => has(first, w) && has(at, w))) {
      wrong.push(twice(firstHolder(lemma[at]?.tokens ?? []), lemma, at, sources, work))
      until = at + PASSAGE
    }
  }
  return wrong

  /** Whether a witness has something at most of a passage of the reading text. */
  function has(from: number, w: number): boolean {
    const held = lemma.slice(from, from + PASSAGE).filter((c) => {
      const [start, end] = work.units[c.unit]?.spans[w] ?? [0, 0]
      return start < end
    })
    return 2 * held.length > PASSAGE
  }
}

/** Passages that two voices have and the text has not. */
function leftOut(
  { work, lemma }: PlacedWork,
  decisions: readonly Decision[],
  families: Readonly<Record<string, string>>,
  sources: ReadonlyMap<string, Source>,
): VFileMessage[] {
  const ruled = ruledUnits(work, decisions)
  const unprinted = work.witnesses.map((_, w) => unprintedRuns(work, lemma, w, ruled))
  const text = lemma.map((c) => keyOf(c.t)).join('')
  const voiceOf = (w: number): string => {
    const siglum = work.witnesses[w]?.siglum ?? ''
    return Object.hasOwn(families, siglum) ? `family ${families[siglum]}` : siglum
  }
  const holders = new Map<string, string>()
  const wrong: VFileMessage[] = []
  const told = new Set<string>()
  for (const [w, runs] of unprinted.entries()) {
    for (const { from, keys } of runs) {
      for (let at = 0; at + PASSAGE <= keys.length; at += 1) {
        const run = keys.slice(at, at + PASSAGE).join('')
        const holder = holders.get(run)
        if (holder === undefined) holders.set(run, voiceOf(w))
        else if (holder !== voiceOf(w) && !text.includes(run)) {
          const name = `${w} ${from}`
          if (!told.has(name)) wrong.push(missing(work, w, from + at, sources))
          told.add(name)
        }
      }
    }
  }
  return wrong
}

interface Run {
  /** Index of the first token. */
  readonly from: number
  readonly keys: readonly string[]
}

/** Runs of tokens of a witness that the reading text does not have, long enough to be a passage. */
function unprintedRuns(
  work: CollatedWork,
  lemma: PlacedWork['lemma'],
  w: number,
  ruled: ReadonlySet<number>,
): Run[] {
  const tokens = work.witnesses[w]?.tokens ?? []
  const printed = new Uint8Array(tokens.length)
  for (const c of lemma) {
    const token = c.tokens[w] ?? -1
    if (token >= 0) printed[token] = 1
  }
  for (const [u, unit] of work.units.entries()) {
    if (ruled.has(u)) printed.fill(1, ...(unit.spans[w] ?? [0, 0]))
  }
  const runs: Run[] = []
  for (let from = 0; from < tokens.length; ) {
    let to = from
    while (to < tokens.length && printed[to] === 0) to += 1
    if (to - from >= PASSAGE) runs.push({ from, keys: tokens.slice(from, to).map((t) => t.n) })
    from = to + 1
  }
  return runs
}

/** Units that the editor ruled on. */
function ruledUnits(work: CollatedWork, decisions: readonly Decision[]): Set<number> {
  return new Set(
    decisions
      .filter((d) => d.locus.work === work.spec.id && d.ruling !== undefined)
      .map((d) => d.locus.unit),
  )
}

interface At {
  readonly witness: number
  readonly token: number
}

/** A witness that has a character, and its token. */
function firstHolder(tokens: readonly number[]): At {
  const witness = tokens.findIndex((token) => token >= 0)
  return { witness, token: tokens[witness] ?? -1 }
}

function twice(
  { witness, token }: At,
  lemma: PlacedWork['lemma'],
  at: number,
  sources: ReadonlyMap<string, Source>,
  work: CollatedWork,
): VFileMessage {
  const text = textOf(lemma.slice(at, at + QUOTED))
  const place = spot(work, witness, token, sources)
  return fault('printed-twice', place, { text, work: work.spec.id })
}

function missing(
  work: CollatedWork,
  witness: number,
  token: number,
  sources: ReadonlyMap<string, Source>,
): VFileMessage {
  const tokens = work.witnesses[witness]?.tokens ?? []
  const text = textOf(tokens.slice(token, token + QUOTED))
  return fault('left-out', spot(work, witness, token, sources), { text })
}

const textOf = (characters: readonly { readonly t: string }[]): string =>
  characters.map(({ t }) => t).join('')

/** File, line and column of a token. */
function spot(
  work: CollatedWork,
  witness: number,
  token: number,
  sources: ReadonlyMap<string, Source>,
): { file: string; line?: number; column?: number } {
  const file = work.witnesses[witness]?.file ?? `text/${work.spec.id}.txt`
  const offset = work.witnesses[witness]?.tokens[token]?.at
  const source = sources.get(file)
  return source === undefined || offset === undefined
    ? { file }
    : { file, ...placeOf(source, offset) }
}
