/** The number that a line begins with, and the style in which it is written. */
export interface Numbering {
  /** The line's head with `#` for the number: `第#回`, `#、`, `（#）`. */
  readonly style: string
  readonly value: number
  /** How high the style stands among headings: 1 for a volume, more for what is smaller. */
  readonly rank: number
  /** Nothing but the number, or the number and a title set apart from it or after its word. */
  readonly heading: boolean
}

const DIGITS = '[零〇○一二三四五六七八九十百千廿卅两兩\\d０-９]{1,7}'

/** Words for the parts of a book, and how high they stand. */
const PARTS: readonly (readonly [words: string, rank: number])[] = [
  ['部编編卷本輯辑', 1],
  ['篇', 2],
  ['回章折齣出幕讲講课課话話集', 3],
  ['场場节節', 4],
  ['条條款', 6],
]

const rankOf = new Map(PARTS.flatMap(([words, rank]) => [...words].map((word) => [word, rank])))
const WORDS = PARTS.map(([words]) => words).join('')

/** 第十二回 title, 卷三 title. */
const PART = new RegExp(
  `^(?:第\\s*(${DIGITS})\\s*([${WORDS}])|(卷)(?:第)?(${DIGITS})(?!\\d))(.*)$`,
  'u',
)
/** 三十章, 009章 title. */
const BARE_PART = new RegExp(`^(${DIGITS})([回章折卷])(.*)$`, 'u')
const LISTED = new RegExp(`^(${DIGITS})([、．.])\\s*(?!\\d)(.*)$`, 'u')
const BRACKETED = new RegExp(`^[（(](${DIGITS})[）)]\\s*(.*)$`, 'u')
const ALONE = new RegExp(`^[·•－—-]?\\s*(${DIGITS})\\s*[·•－—-]?$`, 'u')
const SERIAL = new RegExp(`^(?:其|之)(${DIGITS})$`, 'u')

/** What a chapter is called that has no number. */
const UNNUMBERED =
  /^(?:番外|楔子|引子|引言|尾声|尾聲|序章|终章|終章|序言|自序|前言|后记|後記|跋|结语|結語|附录|附錄|参考文献|參考文獻|致谢|致謝)(?:$|[\s\u3000：:·]|(?=[第一二三四五六七八九十\d]))/u

const SIGNS = /^[○◎●□■◆◇△▲※☆★§]+\s*(?=[\p{L}\p{N}])/u

/** Longest heading, in characters. */
const LONGEST = 40

/** The number that a line begins with; null where it begins with none. */
export function numberingOf(text: string): Numbering | null {
  const line = text.trim()
  const part = PART.exec(line)
  if (part !== null) {
    const word = part[2] ?? part[3] ?? ''
    const value = valueOf(part[1] ?? part[4] ?? '')
    const style = part[2] === undefined ? `${word}#` : `第#${word}`
    return of(style, value, rankOf.get(word) ?? 3, part[5] ?? '')
  }
  const bare = BARE_PART.exec(line)
  if (bare !== null) {
    return of(`#${bare[2]}`, valueOf(bare[1] ?? ''), rankOf.get(bare[2] ?? '') ?? 3, bare[3] ?? '')
  }
  const alone = ALONE.exec(line) ?? SERIAL.exec(line)
  if (alone !== null) {
    const han = /\p{L}|〇/u.test(alone[1] ?? '')
    return of(han ? '一' : '1', valueOf(alone[1] ?? ''), 5, '')
  }
  const bracketed = BRACKETED.exec(line)
  if (bracketed !== null) return of('（#）', valueOf(bracketed[1] ?? ''), 8, bracketed[2] ?? '')
  const listed = LISTED.exec(line)
  if (listed === null) return null
  const han = /^\p{L}/u.test(listed[1] ?? '')
  return of(han ? '一、' : '1.', valueOf(listed[1] ?? ''), han ? 7 : 9, listed[3] ?? '')
}

function of(style: string, value: number, rank: number, rest: string): Numbering | null {
  if (Number.isNaN(value)) return null
  const title = rest.trim()
  const heading = Array.from(title).length <= LONGEST && !/[。！，；：、…]/u.test(title)
  return { style, value, rank, heading }
}

/** The number that a heading begins with where nothing parts it from its words: 二 in 二承志; null where there is none. */
export function gluedNumber(text: string): Numbering | null {
  const number = /^[〇零一二三四五六七八九十百]{1,5}(?=\p{Script=Han})/u.exec(text.trim())?.[0]
  return number === undefined
    ? null
    : of('一…', valueOf(number), 5, text.trim().slice(number.length))
}

/** Whether a line is the name of a part without a number: 楔子, 尾声, ○笋. */
export function isPartName(text: string): boolean {
  const line = text.trim()
  if (Array.from(line).length > LONGEST || /[。！？，；：]/u.test(line)) return false
  return UNNUMBERED.test(line) || SIGNS.test(line)
}

const VALUES = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const))
const ALIASES: Readonly<Record<string, string>> = { 〇: '零', '○': '零', 两: '二', 兩: '二' }
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** The value of a number in Arabic or Chinese digits; not a number where it is none. */
export function valueOf(digits: string): number {
  const plain = digits.normalize('NFKC')
  if (/^\d+$/u.test(plain)) return Number(plain)
  const signs = [...plain.replaceAll('廿', '二十').replaceAll('卅', '三十')].map(
    (sign) => ALIASES[sign] ?? sign,
  )
  if (!signs.some((sign) => UNITS.has(sign))) {
    const values = signs.map((sign) => VALUES.get(sign) ?? Number.NaN)
    return values.reduce((sum, value) => sum * 10 + value, 0)
  }
  let [total, digit, last] = [0, 0, Number.POSITIVE_INFINITY]
  for (const sign of signs) {
    const unit = UNITS.get(sign)
    // 四十千 is a title, no number.
    if (unit !== undefined && unit >= last) return Number.NaN
    last = unit ?? last
    if (unit === undefined) digit = VALUES.get(sign) ?? Number.NaN
    else {
      total += Math.max(1, digit) * unit
      digit = 0
    }
  }
  return total + digit
}
