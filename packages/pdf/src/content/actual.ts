import { isStandIn } from './cmap.ts'
import type { Edit } from './edit.ts'
import type { FontTexts } from './fonts.ts'
import { operandText } from './operand.ts'
import { type Operators, op } from './scan.ts'
import { actualText, shownCodes } from './text.ts'

const BDC = op('BDC')
const BMC = op('BMC')
const EMC = op('EMC')

/**
 * Takes out replacement texts that say what the glyphs say. The browser writes one for each character whose
 * glyph also stands for a radical, and some readers lose the text around them.
 */
export function actualEdits(
  bytes: Uint8Array,
  operators: Operators,
  font: (name: string) => FontTexts | undefined,
): Edit[] {
  const { count, code, start, end } = operators
  const edits: Edit[] = []
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('/ActualText'))
    return edits
  const open: { index: number; text: string | undefined }[] = []
  for (let index = 0; index < count; index++) {
    const operator = code[index]
    if (operator === BDC) {
      const properties = operandText(bytes, operators, index)
      const isPlain = properties.startsWith('/Span') && !properties.includes('/MCID')
      open.push({ index, text: isPlain ? actualText(properties) : undefined })
    } else if (operator === BMC) open.push({ index, text: undefined })
    else if (operator === EMC) {
      const begun = open.pop()
      if (begun?.text === undefined) continue
      const from = end[begun.index] ?? 0
      const shown = shownCodes(bytes, operators, from, start[index] ?? 0)
      if (!agrees(shown, begun.text, font)) continue
      edits.push({ start: start[begun.index] ?? 0, end: from, text: '' })
      edits.push({ start: start[index] ?? 0, end: end[index] ?? 0, text: '' })
    }
  }
  return edits
}

/**
 * Whether glyphs say a text. A glyph that may stand for another learns what it says from the text: Unicode decomposes
 * only some radicals.
 */
function agrees(
  shown: readonly { readonly font: string; readonly code: number }[],
  text: string,
  font: (name: string) => FontTexts | undefined,
): boolean {
  const [only] = shown
  const texts = only === undefined ? undefined : font(only.font)
  if (shown.length === 1 && only !== undefined && texts !== undefined) {
    if (isStandIn(texts.texts.get(only.code) ?? '')) {
      texts.texts.set(only.code, text)
      texts.mended = true
    }
  }
  return shown.map(({ font: key, code }) => font(key)?.texts.get(code) ?? '').join('') === text
}
