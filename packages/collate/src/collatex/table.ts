import type { Alignment } from '../model.ts'
import type { CollatexToken, CollatexWitness } from './witnesses.ts'

/** One column of an alignment table: what each witness has there. */
export interface Column {
  /** By witness in input order; null where it has nothing. */
  readonly cells: readonly (readonly CollatexToken[] | null)[]
  /** Whether all have the same. */
  readonly equal: boolean
  /** Number of the moved block of which this is one place. */
  readonly transposition?: number
}

/** An alignment as a table, a row for each witness. */
export interface AlignmentTable {
  readonly sigla: readonly string[]
  readonly columns: readonly Column[]
}

/**
 * The table of an alignment of witnesses, a column for each unit; or, `single`, for each token, where the tokens of a
 * unit that agree or not stand from its beginning.
 */
export function tableOf(
  { sigla, units }: Alignment,
  witnesses: readonly CollatexWitness[],
  single = false,
): AlignmentTable {
  const columns = units.flatMap(({ equal, spans, transposition }): Column[] => {
    const moved = transposition === undefined ? {} : { transposition }
    const cells = spans.map(([start, end], w) => witnesses[w]?.tokens.slice(start, end) ?? [])
    if (!single) return [{ equal, ...moved, cells: cells.map(filled) }]
    const width = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: width }, (_, at) => {
      const tokens = cells.map((cell) => filled(cell.slice(at, at + 1)))
      return { equal: equal || agree(tokens), ...moved, cells: tokens }
    })
  })
  return { sigla, columns }
}

const filled = (tokens: readonly CollatexToken[]) => (tokens.length === 0 ? null : tokens)

const agree = (cells: Column['cells']): boolean => {
  const [first] = cells
  return first != null && cells.every((cell) => cell !== null && keyOf(cell) === keyOf(first))
}

/** What tokens are matched by. */
export const keyOf = (tokens: readonly CollatexToken[]): string =>
  tokens.map(({ t, n }) => n ?? t.trim()).join(' ')

/** Tokens as written, without the white space after them. */
export const writtenOf = (tokens: readonly CollatexToken[] | null): string =>
  (tokens ?? [])
    .map(({ t }) => t)
    .join('')
    .trim()

/** A reading of a column, and who has it. */
export interface ColumnReading {
  readonly tokens: readonly CollatexToken[]
  readonly witnesses: readonly number[]
}

/** The readings of a column by what `by` makes of them, in the order of the witnesses. */
export function readingsIn(
  { cells }: Column,
  by: (tokens: readonly CollatexToken[]) => string,
): ColumnReading[] {
  const found = new Map<string, { tokens: readonly CollatexToken[]; witnesses: number[] }>()
  for (const [w, tokens] of cells.entries()) {
    if (tokens === null) continue
    const known = found.get(by(tokens))
    if (known === undefined) found.set(by(tokens), { tokens, witnesses: [w] })
    else known.witnesses.push(w)
  }
  return [...found.values()]
}
