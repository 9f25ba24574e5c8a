import type {
  AlignedUnit,
  BlockRole,
  CollatedWork,
  Decision,
  Locus,
  Source,
  TokenizedWitness,
  WitnessText,
} from '@huijiao/model'
import { tokenize } from '../../../readings/src/align/tokenize.ts'

/** The role of a block; in brackets where it opens a group. */
export type Role = BlockRole | readonly [BlockRole]

/** A source whose text is `text`, each block on a line of its own. */
function sourceOf(siglum: string, text: string): Source {
  const points = [...text]
  return {
    file: `${siglum}.txt`,
    siglum,
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    text,
    points,
    lineStarts: [0, ...points.flatMap((c, i) => (c === '\n' ? [i + 1] : []))],
  }
}

/** What a source has of a work when every line is a block; roles by line, paragraphs unless given. */
export function textOf(source: Source, work: string, roles: readonly Role[] = []): WitnessText {
  const starts = [...source.lineStarts, source.points.length + 1]
  return {
    work,
    siglum: source.siglum,
    file: source.file,
    certainty: 'high',
    evidence: [],
    blocks: source.lineStarts.flatMap((start, i) => {
      const end = (starts[i + 1] ?? 0) - 1
      const role = roles[i] ?? 'paragraph'
      const block = typeof role === 'string' ? { role } : { role: role[0], first: true as const }
      return start < end ? [{ ...block, parts: [{ start, end }] }] : []
    }),
  }
}

/**
 * A collated work from witnesses by siglum and the units of their alignment, each the lengths of its spans
 * in the order of the witnesses; `=` marks a unit where all agree.
 */
export function collatedOf(
  texts: Readonly<Record<string, string>>,
  units: readonly (readonly [kind: '=' | '≠', ...lengths: number[]])[],
  roles: readonly Role[] = [],
): { work: CollatedWork; sources: Map<string, Source> } {
  const sources = Object.entries(texts).map(([siglum, text]) => sourceOf(siglum, text))
  const witnesses: TokenizedWitness[] = sources.map((s) => tokenize(textOf(s, 'w', roles), s))
  const at = witnesses.map(() => 0)
  const aligned: AlignedUnit[] = units.map(([kind, ...lengths]) => {
    const spans = lengths.map((length, w): [number, number] => {
      const start = at[w] ?? 0
      at[w] = start + length
      return [start, start + length]
    })
    return { equal: kind === '=', spans, covers: spans.map(() => true) }
  })
  return {
    work: {
      spec: { id: 'w', title: '题', supplied: false, placement: 'body' },
      witnesses,
      recensions: [],
      units: aligned,
      base: 0,
      preference: witnesses.map((_, i) => i),
    },
    sources: new Map(sources.map((s) => [s.file, s])),
  }
}

/** A decision for what a witness reads in a unit. */
export function choose(work: CollatedWork, unit: number, witness: number): Decision {
  const read = (w: number) => {
    const [start, end] = work.units[unit]?.spans[w] ?? [0, 0]
    return (work.witnesses[w]?.tokens ?? [])
      .slice(start, end)
      .map((t) => t.t)
      .join('')
  }
  const texts = [...new Set(work.witnesses.map((_, w) => read(w)))]
  const locus: Locus = {
    work: 'w',
    unit,
    layer: 'content',
    readings: texts.map((text) => ({
      text,
      witnesses: work.witnesses.flatMap((_, w) => (read(w) === text ? [w] : [])),
    })),
    before: '前文',
    after: '后文',
  }
  return {
    locus,
    lemma: read(witness),
    method: '对校',
    certainty: 'high',
    cause: 'noise',
    evidence: [],
  }
}
