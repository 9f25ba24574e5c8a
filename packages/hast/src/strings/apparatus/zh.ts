const DIGITS = [...'〇一二三四五六七八九']

/** A number below 10 000 in Chinese: `12` → `十二`. */
export function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] ?? String(n)
  if (n < 20) return `十${n === 10 ? '' : DIGITS[n - 10]}`
  const units = ['', '十', '百', '千']
  let text = ''
  let zero = false
  const digits = [...String(n)].map(Number)
  for (const [i, digit] of digits.entries()) {
    if (digit === 0) {
      zero = text !== ''
      continue
    }
    text += (zero ? '〇' : '') + DIGITS[digit] + units[digits.length - 1 - i]
    zero = false
  }
  return text
}

/** `一字`, `二字`: how many characters a short text has; marks are not counted. */
export const characters = (text: string): string =>
  `${chineseNumber([...text.replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '')].length)}字`

/** The longest text that is counted in characters. */
const COUNTED = 6

export const isShort = (text: string): boolean => [...text].length <= COUNTED

/** A text quoted, and counted where it is short: `“洛”字`, `“直航”二字`. */
export function counted(text: string, quoted: (text: string) => string): string {
  const number = characters(text)
  if (!isShort(text) || number === '〇字') return quoted(text)
  return `${quoted(text)}${number === '一字' ? '字' : number}`
}
