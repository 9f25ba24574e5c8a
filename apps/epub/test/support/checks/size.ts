import type { Book } from '../book.ts'
import type { Finding } from './finding.ts'

const MOST = 1.2e6

/** The book with its fonts is smaller than 1.2 MB. */
export function checkSize({ bytes }: Book): readonly Finding[] {
  if (bytes.length < MOST) return []
  return [
    { path: '', rule: 'size', message: `expected less than ${MOST} bytes, got ${bytes.length}` },
  ]
}
