const DIGITS = '〇一二三四五六七八九'
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['零', '〇'],
  ['○', '〇'],
  ['两', '二'],
  ['兩', '二'],
  ['廿', '二十'],
  ['卅', '三十'],
])
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/**
 * The whole number that a numeral means, below ten thousand; null where it is none.
 *
 * @example numeralValue('一百零五') // 105; so are 一〇五, 105 and １０５
 */
export function numeralValue(text: string): number | null {
  const circled = text.codePointAt(0) ?? 0
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f
  if (circled >= 0x2474 && circled <= 0x2487) return circled - 0x2473
  const arabic = text.normalize('NFKC')
  if (/^\d{1,4}$/u.test(arabic)) return Number(arabic)
  const han = Array.from(text, (point) => ALIKE.get(point) ?? point).join('')
  if (!/^[〇一二三四五六七八九十百千]+$/u.test(han)) return null
  if (!/[十百千]/u.test(han)) {
    const digits = Array.from(han, (point) => DIGITS.indexOf(point)).join('')
    return digits.length > 4 ? null : Number(digits)
  }
  let [sum, digit] = [0, 0]
  for (const point of han) {
    const unit = UNITS.get(point)
    if (unit === undefined) digit = DIGITS.indexOf(point)
    else {
      sum += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return sum + digit
}
