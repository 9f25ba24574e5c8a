import { lookup, type PdfFile } from '../file.ts'
import { PDFArray, PDFDict, type PDFObject } from '../pdf-lib.ts'
import type { Element } from './tree.ts'

/** Says of each header cell without a scope whether it heads its column or its row. */
export function scopeHeaders(file: PdfFile, table: Element): void {
  rowsOf(table).forEach((row, index) => {
    for (const cell of row.kids) {
      if (cell.kind !== 'element' || cell.type !== 'TH' || hasScope(cell.attributes)) continue
      const scope = file.context.obj({ O: 'Table', Scope: index === 0 ? 'Column' : 'Row' })
      const before = cell.attributes
      if (before === undefined) cell.attributes = scope
      else {
        const list = before instanceof PDFArray ? before.asArray() : [before]
        cell.attributes = file.context.obj([...list, scope])
      }
    }
  })
}

function rowsOf(node: Element): Element[] {
  return node.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return []
    return kid.type === 'TR' ? [kid] : kid.type === 'Table' ? [] : rowsOf(kid)
  })
}

function hasScope(attributes: PDFObject | undefined): boolean {
  if (attributes instanceof PDFDict) return lookup(attributes, 'Scope') !== undefined
  if (!(attributes instanceof PDFArray)) return false
  for (let index = 0; index < attributes.size(); index++) {
    if (hasScope(attributes.lookup(index))) return true
  }
  return false
}
