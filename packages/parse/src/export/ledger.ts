import type { Source } from '@huijiao/model'
import { fileRows } from '../account/file-rows.ts'
import type { LedgerRow } from '../account/ledger.ts'

/** The ledger as tab-separated values with a header line: its rows tile each file, or each member of an archive. */
export function ledgerTsv(rows: readonly LedgerRow[], sources: readonly Source[]): string {
  const line = (r: LedgerRow) => [r.file, r.start, r.end, r.role, r.work, r.block ?? ''].join('\t')
  const files = [...new Set(rows.map(({ file }) => file))]
  const tiled = files.flatMap((file) => {
    const own = rows.filter((row) => row.file === file)
    const source = sources.find((s) => s.file === file)
    return source === undefined ? own : fileRows(source, own)
  })
  return `${['file\tstart\tend\trole\twork\tblock', ...tiled.map(line)].join('\n')}\n`
}
