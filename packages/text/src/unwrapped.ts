/** A character beside which a line end is a space: of ASCII, or a letter of a script that parts its words. */
const PARTED = /[\p{ASCII}\p{L}\p{M}]/u
const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u

/**
 * A text of several lines as one line: between Chinese characters or marks a line end is no space, elsewhere it is one.
 *
 * @example
 * unwrapped('一九二一年\n  十二月') // '一九二一年十二月'
 * unwrapped('the last\nletter') // 'the last letter'
 */
export function unwrapped(text: string): string {
  const lines = text.split(/[\n\r]/u)
  if (lines.length === 1) return text
  let whole = ''
  for (const [index, line] of lines.entries()) {
    const begun = whole === '' ? line : line.trimStart()
    const next = index === lines.length - 1 ? begun : begun.trimEnd()
    if (next === '') continue
    const sides = [Array.from(whole).at(-1) ?? '', String.fromCodePoint(next.codePointAt(0) ?? 0)]
    const parted = whole !== '' && sides.some((side) => PARTED.test(side) && !CHINESE.test(side))
    whole += parted ? ` ${next}` : next
  }
  return whole
}
