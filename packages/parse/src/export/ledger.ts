import type { LedgerRow } from '../account/ledger.ts'

/** The ledger as tab-separated values with a header line. */
export function ledgerTsv(rows: readonly LedgerRow[]): string {
  const line = (r: LedgerRow) => [r.file, r.start, r.end, r.role, r.work, r.block ?? ''].join('\t')
  return `${['file\tstart\tend\trole\twork\tblock', ...rows.map(line)].join('\n')}\n`
}
