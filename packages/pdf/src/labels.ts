import { PdfError } from './errors.ts'
import { name, type PdfFile } from './file.ts'
import type { PageLabelRange } from './options.ts'

/** Numbers the pages as a reader shows them. Source: ISO 32000-1, 12.4.2. */
export function writePageLabels(file: PdfFile, ranges: readonly PageLabelRange[]): void {
  if (ranges.length === 0) return
  const sorted = [...ranges].sort((a, b) => a.from - b.from)
  if (sorted[0]?.from !== 0)
    throw new PdfError('page-labels', 'the first range must begin at page 0')
  const style = { roman: 'r', arabic: 'D' } as const
  const nums = sorted.flatMap((range) => {
    const label =
      range.style === 'none' ? { P: '' } : { S: style[range.style], St: Math.max(1, range.start) }
    return [range.from, label]
  })
  file.catalog.set(name('PageLabels'), file.context.obj({ Nums: nums }))
}
