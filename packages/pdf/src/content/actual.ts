import { isStandIn } from './cmap.ts'
import type { Edit } from './edit.ts'
import type { FontTexts } from './fonts.ts'
import { actualTextOf, identifierOf, nameAt } from './operands.ts'
import type { Operation } from './operations.ts'
import { shownGlyphs } from './text.ts'

/**
 * Takes out replacement texts that say what the glyphs say. The browser writes one for each character whose
 * glyph also stands for a radical, and some readers lose the text around them.
 */
export function actualEdits(
  operations: readonly Operation[],
  font: (name: string) => FontTexts | undefined,
): Edit[] {
  const edits: Edit[] = []
  const open: { readonly begin: Operation; readonly text: string | undefined }[] = []
  for (const operation of operations) {
    const { name } = operation
    if (name === 'BDC' || name === 'BMC') {
      const isPlain = nameAt(operation) === 'Span' && identifierOf(operation) === undefined
      open.push({ begin: operation, text: isPlain ? actualTextOf(operation) : undefined })
    } else if (name === 'EMC') {
      const begun = open.pop()
      if (begun?.text === undefined) continue
      const shown = shownGlyphs(operations, begun.begin.end, operation.start)
      if (!agrees(shown, begun.text, font)) continue
      edits.push({ start: begun.begin.start, end: begun.begin.end, text: '' })
      edits.push({ start: operation.start, end: operation.end, text: '' })
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
