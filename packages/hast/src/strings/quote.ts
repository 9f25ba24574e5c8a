/**
 * Text in quotation marks; marks of its own within become the other kind, as GB/T 15834 has it.
 *
 * @example `“新”路` → `“‘新’路”`
 */
export const quotedHans = (text: string): string =>
  `“${text.replaceAll(/[“”‘’]/gu, (mark) => ({ '“': '‘', '”': '’', '‘': '“', '’': '”' })[mark] ?? mark)}”`

/** Quoted in the marks of traditional Chinese: `「『新』路」`. */
export const quotedHant = (text: string): string =>
  `「${text.replaceAll(/[「」『』]/gu, (mark) => ({ '「': '『', '」': '』', '『': '「', '』': '」' })[mark] ?? mark)}」`

/** In English: `“‘新’路”`. */
export const quotedEn = quotedHans
