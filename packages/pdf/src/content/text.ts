import type { FontTexts } from './fonts.ts'
import { actualTextOf, nameAt, SHOWS, stringsOf } from './operands.ts'
import type { Operation } from './operations.ts'

/** A glyph as shown: the name of its font in the resources, and its two-byte code. */
export interface ShownGlyph {
  readonly font: string
  readonly code: number
  /** Set on the first glyph of a sequence with a replacement text, and empty on the others. */
  readonly actual?: string
}

/** The glyphs that the bytes `from` … `to` of a content stream show, in order. */
export function shownGlyphs(
  operations: readonly Operation[],
  from: number,
  to: number,
): ShownGlyph[] {
  const first = indexFrom(operations, from)
  let font = fontBefore(operations, first)
  const shown: ShownGlyph[] = []
  const open: { readonly actual: string | undefined; said: boolean }[] = []
  for (let at = first; at < operations.length; at++) {
    const operation = operations[at]
    if (operation === undefined || operation.end > to) break
    const { name } = operation
    if (name === 'Tf') font = nameAt(operation) ?? ''
    else if (name === 'BMC') open.push({ actual: undefined, said: false })
    else if (name === 'BDC') open.push({ actual: actualTextOf(operation), said: false })
    else if (name === 'EMC') open.pop()
    else if (SHOWS.has(name)) {
      const replaced = open.find(({ actual }) => actual !== undefined)
      for (const code of codesOf(operation)) {
        if (replaced === undefined) shown.push({ font, code })
        else shown.push({ font, code, actual: replaced.said ? '' : (replaced.actual ?? '') })
        if (replaced !== undefined) replaced.said = true
      }
    }
  }
  return shown
}

/** The two-byte codes that an operator shows. */
export function codesOf(operation: Operation): number[] {
  return stringsOf(operation).flatMap((bytes) =>
    Array.from(
      { length: bytes.length >> 1 },
      (_, at) => ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0),
    ),
  )
}

/** The text that the bytes `from` … `to` of a content stream show. */
export function shownText(
  operations: readonly Operation[],
  from: number,
  to: number,
  font: (name: string) => FontTexts | undefined,
): string {
  return shownGlyphs(operations, from, to)
    .map((glyph) => glyph.actual ?? font(glyph.font)?.texts.get(glyph.code) ?? '')
    .join('')
}

/** The index of the first operation that begins at an offset or after it. */
function indexFrom(operations: readonly Operation[], offset: number): number {
  let low = 0
  let high = operations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((operations[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function fontBefore(operations: readonly Operation[], before: number): string {
  const at = operations.findLastIndex(({ name }, index) => index < before && name === 'Tf')
  const selected = operations[at]
  return selected === undefined ? '' : (nameAt(selected) ?? '')
}
