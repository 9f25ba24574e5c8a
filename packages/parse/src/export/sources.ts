import { placeOf, type Source } from '@huijiao/model'
import type { LedgerRow } from '../account/ledger.ts'
import { stableJson } from './json.ts'

/** A source as it was read, and what became of it: what a reader of the edition sees beside the text. */
interface SourceRecord {
  readonly file: string
  readonly siglum: string
  /** The lines of the text as it was read; for each where it begins in the text and in the file. */
  readonly lines: readonly {
    /** Offset in code points, which spans count in. */
    readonly start: number
    /** From 1, in the file, or in a part of it. */
    readonly line: number
    /** Member of an archive or page of a PDF. */
    readonly part?: string
    readonly text: string
  }[]
  /** What became of it; the rows tile the text. */
  readonly rows: readonly Pick<LedgerRow, 'start' | 'end' | 'role' | 'work' | 'block'>[]
}

/** A file for each source, `sources/1.json` and so on, in the order of their names. */
export function sourceFiles(
  sources: readonly Source[],
  ledger: readonly LedgerRow[],
): readonly (readonly [string, string])[] {
  return sources
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map((source, i) => [`sources/${i + 1}.json`, stableJson(recordOf(source, ledger))] as const)
}

function recordOf(source: Source, ledger: readonly LedgerRow[]): SourceRecord {
  const { file, siglum, points, lineStarts } = source
  return {
    file,
    siglum,
    lines: lineStarts.map((start, i) => {
      const { line, part } = placeOf(source, start)
      const text = points.slice(start, lineStarts[i + 1] ?? points.length).join('')
      return { start, line, ...(part === undefined ? {} : { part }), text }
    }),
    rows: ledger
      .filter((row) => row.file === file)
      .map(({ start, end, role, work, block }) => ({ start, end, role, work, block })),
  }
}
