import { keyOf } from '../normalize.ts'

/** A text with its letters and digits as matching keys and its marks as they are. */
export const fold = (text: string): string =>
  [...text].map((c) => (/[\p{L}\p{N}]/u.test(c) ? keyOf(c) : c)).join('')
