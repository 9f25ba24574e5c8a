import { type Edition, isCalledNote, leafBlocks, textWithoutCalls } from '@huijiao/ast'
import { type Decision, fault, type LedgerBreach, placeOf, type Source } from '@huijiao/model'
import { isContent, keyOf } from '@huijiao/text'
import type { VFileMessage } from 'vfile-message'
import type { LedgerRow, PlacedWork } from './ledger.ts'

/**
 * Proves that nothing was lost and nothing added: the ledger tiles every source exactly, every text tile
 * stands in a block, and every character of the reading text is attested or supplied by a ruling.
 *
 * @returns what is wrong, each with its place; empty when all is accounted for.
 */
export function conserve(
  edition: Edition,
  sources: readonly Source[],
  rows: readonly LedgerRow[],
  placed: readonly PlacedWork[],
  decisions: readonly Decision[],
): VFileMessage[] {
  return [
    ...sources.flatMap((source) =>
      tiling(
        source,
        rows.filter((r) => r.file === source.file),
      ),
    ),
    ...unassigned(rows, sources),
    ...placed.flatMap((p) => attested(p, decisions)),
    ...placed.flatMap((p) => printed(p, edition)),
  ]
}

function tiling(source: Source, rows: readonly LedgerRow[]): VFileMessage[] {
  const wrong: VFileMessage[] = []
  const report = (breach: LedgerBreach, at: number, next: number, found: string): void => {
    const place = { file: source.file, ...placeOf(source, at) }
    wrong.push(fault('conservation', place, { breach, at: next, found }))
  }
  let at = 0
  for (const row of rows) {
    if (row.start !== at) {
      const breach = row.start > at ? 'lost' : 'twice'
      report(breach, Math.min(at, row.start), at, String(row.start))
    }
    if (row.end <= row.start) report('empty', row.start, row.start, `${row.start}–${row.end}`)
    const points = source.points.slice(row.start, row.end)
    if (row.role === 'whitespace' && points.some(isContent))
      report('white-space', row.start, row.start, points.join(''))
    at = row.end
  }
  if (at !== source.points.length) report('cut-short', at, at, String(source.points.length))
  return wrong
}

/** Text in no work of the edition: one message for each text that was found, with the lines to write. */
function unassigned(rows: readonly LedgerRow[], sources: readonly Source[]): VFileMessage[] {
  const byWork = new Map<string, LedgerRow[]>()
  const placed = new Set(rows.flatMap(({ block, work }) => (block === null ? [] : [work])))
  const points = new Map(sources.map((source) => [source.file, source.points]))
  for (const row of rows) {
    if (row.role !== 'text' || row.block !== null) continue
    // A line of marks alone (“……”) that other copies have within a line hangs on the letter before it there.
    const said = points.get(row.file)?.slice(row.start, row.end).some(isContent) ?? true
    if (!said && placed.has(row.work)) continue
    byWork.set(row.work, [...(byWork.get(row.work) ?? []), row])
  }
  return [...byWork.values()].flatMap((own) => {
    const [first] = own
    const source = sources.find(({ file }) => file === first?.file)
    if (first === undefined || source === undefined) return []
    const { line, column } = placeOf(source, first.start)
    const words = source.points.slice(first.start, Math.min(first.end, first.start + 14)).join('')
    const length = own.reduce((sum, row) => sum + row.end - row.start, 0)
    const files = [...new Set(own.map(({ file }) => file))]
    return [fault('unassigned-text', { file: source.file, line, column }, { length, files, words })]
  })
}

function attested({ work, lemma }: PlacedWork, decisions: readonly Decision[]): VFileMessage[] {
  const ruled = new Set(
    decisions
      .filter(
        (d) =>
          d.locus.work === work.spec.id && d.locus.layer === 'content' && d.ruling !== undefined,
      )
      .map((d) => d.locus.unit),
  )
  return lemma.flatMap((c, at) => {
    const held = c.tokens.some(
      (token, w) => token >= 0 && work.witnesses[w]?.tokens[token]?.n === keyOf(c.t),
    )
    return held || ruled.has(c.unit)
      ? []
      : [fault('attestation', { file: `text/${work.spec.id}.txt` }, { at: at + 1, character: c.t })]
  })
}

/** The tree prints the characters of the reading text, all of them, in their order. */
function printed({ work, lemma }: PlacedWork, edition: Edition): VFileMessage[] {
  const node = edition.children.find((w) => w.id === work.spec.id)
  if (node === undefined) return []
  const blocks = [...leafBlocks(node)].filter(
    ({ node: n }) =>
      n.type !== 'lacuna' && !isCalledNote(n) && !(n.type === 'title' && n.supplied === true),
  )
  const tree = [...blocks.map((b) => textWithoutCalls(b.node)).join('')].filter(isContent).join('')
  const text = lemma
    .flatMap((c) => [...c.t])
    .filter(isContent)
    .join('')
  if (tree === text) return []
  const at = [...text].findIndex((c, i) => c !== [...tree][i])
  return [
    fault(
      'composition',
      { file: `text/${work.spec.id}.txt` },
      {
        at: at + 1,
        text: text.slice(Math.max(0, at - 6), at + 12),
        tree: tree.slice(Math.max(0, at - 6), at + 12),
      },
    ),
  ]
}
