import type { Source } from '@huijiao/model'
import type { LedgerRow } from './ledger.ts'

/** A stretch of a part of a file and what became of it. */
interface Piece {
  readonly part: number
  readonly start: number
  readonly end: number
  readonly row: Pick<LedgerRow, 'role' | 'work' | 'block'>
}

const MARKUP = { role: 'markup', work: '', block: null } as const

/**
 * The rows of a source as rows of its file: where the text was read out of markup, from an archive or from pages,
 * what stands between is markup, or what the reader set aside. They tile each part of the file; a part is named
 * after the file, `a.epub (text/ch1.xhtml)`.
 *
 * @param rows of the source, in order.
 */
export function fileRows(source: Source, rows: readonly LedgerRow[]): LedgerRow[] {
  const { map } = source
  if (map === undefined) return [...rows]
  const pieces = [...textPieces(source, rows), ...asidePieces(source)].toSorted(
    (a, b) => a.part - b.part || a.start - b.start || a.end - b.end,
  )
  return map.parts.flatMap(({ name, length }, part) => {
    const file = name === '' ? source.file : `${source.file} (${name})`
    const own = pieces.filter((piece) => piece.part === part)
    return tile(own, length).map(({ start, end, row }) => ({ file, start, end, ...row }))
  })
}

function* textPieces({ map }: Source, rows: readonly LedgerRow[]): Iterable<Piece> {
  let index = 0
  for (const run of map?.runs ?? []) {
    const verbatim = run.end - run.start === run.to - run.from
    for (; (rows[index]?.end ?? Number.POSITIVE_INFINITY) <= run.start; index += 1);
    for (let at = index; at < rows.length; at += 1) {
      const row = rows[at]
      if (row === undefined || row.start >= run.end) break
      const [start, end] = [Math.max(row.start, run.start), Math.min(row.end, run.end)]
      const place = verbatim
        ? { start: run.from + start - run.start, end: run.from + end - run.start }
        : { start: run.from, end: run.to }
      yield { part: run.part, ...place, row: { role: row.role, work: row.work, block: row.block } }
    }
  }
}

const asidePieces = ({ map }: Source): Piece[] =>
  (map?.asides ?? []).map(({ part, from, to, kind }) => ({
    part,
    start: from,
    end: to,
    row: { role: kind, work: '', block: null },
  }))

/** Fills what pieces leave with markup; of pieces that overlap the first keeps what is its own. */
function tile(pieces: readonly Piece[], length: number): Omit<Piece, 'part'>[] {
  const tiles: Omit<Piece, 'part'>[] = []
  const add = (start: number, end: number, row: Piece['row']): void => {
    const last = tiles.at(-1)
    const same =
      last !== undefined &&
      last.row.role === row.role &&
      last.row.work === row.work &&
      last.row.block === row.block
    if (same) tiles[tiles.length - 1] = { ...last, end }
    else if (end > start) tiles.push({ start, end, row })
  }
  let at = 0
  for (const { start, end, row } of pieces) {
    if (start > at) add(at, start, MARKUP)
    const from = Math.max(at, start)
    if (end > from) add(from, end, row)
    at = Math.max(at, end)
  }
  if (at < length) add(at, length, MARKUP)
  return tiles
}
