import { lookup, type PdfFile, textOf } from '../file.ts'
import { PDFArray, PDFDict, type PDFObject } from '../pdf-lib.ts'
import { type Element, element, type Kid, visit } from './tree.ts'

/** Gives all tables the cells and scopes that they must have. */
export function shapeTables(file: PdfFile, root: Element): void {
  visit(root, (node) => {
    if (node.type !== 'Table') return
    fillRows(node)
    scopeHeaders(file, node)
  })
}

/** Says of each header cell without a scope whether it heads its column or its row. */
function scopeHeaders(file: PdfFile, table: Element): void {
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

/** Puts empty cells back, which the browser leaves out of rows: by the headers that the others name. */
function fillRows(table: Element): void {
  const [head, ...rows] = rowsOf(table)
  const columns = head?.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.id] : [])) ?? []
  for (const row of rows) {
    if (row.kids.length >= columns.length) continue
    const cells: Kid[] = []
    for (const cell of row.kids) {
      const header = cell.kind === 'element' ? headerOf(cell.attributes) : undefined
      const at = header === undefined ? -1 : columns.indexOf(header)
      while (cells.length < at) cells.push(element('TD', []))
      cells.push(cell)
    }
    while (cells.length < columns.length) cells.push(element('TD', []))
    row.kids = cells
  }
}

/** The first header that a cell names. */
function headerOf(attributes: PDFObject | undefined): string | undefined {
  if (attributes instanceof PDFDict) {
    const headers = lookup(attributes, 'Headers')
    return headers instanceof PDFArray ? textOf(headers.lookup(0)) : undefined
  }
  if (!(attributes instanceof PDFArray)) return undefined
  for (let index = 0; index < attributes.size(); index++) {
    const found = headerOf(attributes.lookup(index))
    if (found !== undefined) return found
  }
  return undefined
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
