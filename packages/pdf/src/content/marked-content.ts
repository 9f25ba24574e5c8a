import type { PDFRef } from '../pdf-lib.ts'

/** A stretch of tagged content: an identifier within a page, or within a form drawn on it. */
export interface Content {
  readonly kind: 'content'
  readonly page: PDFRef
  readonly stream?: PDFRef
  readonly mcid: number
}
