import type { Evidence } from '@huijiao/ast'
import type { Locus } from '@huijiao/model'
import type { EvidenceContext } from '../types.ts'

/** 理校: a number or date that cannot be (a decade such as 1937年代, a thirteenth month, a year before the one it is to follow). */
export function numbers(_locus: Locus, context: EvidenceContext): Evidence[] {
  const faults = context.candidates.map((c) => impossible(context.left, c.marked, context.right))
  return context.candidates.flatMap((candidate, i): Evidence[] => {
    const fault = faults.find((f, k) => k !== i && f !== undefined)
    if (faults[i] !== undefined || fault === undefined) return []
    return [
      {
        method: '理校',
        supports: candidate.text,
        weight: 3.5,
        reason: { kind: 'number', fault },
        places: [],
      },
    ]
  })
}

/** A number in Arabic or Chinese digits; none of a date is longer. */
const N = '(\\d{1,9}|[〇零一二三四五六七八九十廿卅]{1,9})'

interface Rule {
  readonly pattern: RegExp
  readonly valid: (...numbers: readonly number[]) => boolean
}

const rule = (source: string, valid: Rule['valid']): Rule => ({
  pattern: new RegExp(source, 'gu'),
  valid,
})

/** Days of each month; of the second in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDate = (month = 0, day = 0): boolean => day >= 1 && day <= (DAYS[month - 1] ?? 0)
const ascend = (a = 0, b = 0): boolean => a <= b

const RULES: readonly Rule[] = [
  rule('(\\d{2,4})年代', (n = 0) => n % 10 === 0),
  // A month of the year, not a count of months: with the year before it or the day after it.
  rule(`年${N}月(?!份?来)`, (n = 0) => n >= 1 && n <= 12),
  rule(`${N}月${N}[日号]`, isDate),
  rule(`(?:上午|下午|晚上|凌晨|早上|中午|[日号]晚?)${N}[时点](?!间|钟头)`, (n = 0) => n <= 24),
  rule(`${N}[时点]${N}分(?!钟|之)`, (_hour, minute = 0) => minute < 60),
  // Numbers that contradict each other: a span of time ends after it begins.
  rule('(\\d{4})年?(?:至|到|—+|－|-|～)(\\d{4})年', ascend),
  rule(`月${N}日?(?:至|到|—+|－|-|～)${N}日`, ascend),
]

/** The first impossible number that touches the reading. */
export function impossible(left: string, reading: string, right: string): string | undefined {
  const text = left + reading + right
  const start = left.length
  const end = start + reading.length
  for (const { pattern, valid } of RULES) {
    for (const m of text.matchAll(pattern)) {
      const from = m.index
      if (from > end || from + m[0].length < start) continue
      const numbers = m.slice(1).map(valueOf)
      if (!numbers.includes(Number.NaN) && !valid(...numbers)) return m[0]
    }
  }
  return undefined
}

/** The value of a number below 100 or in Arabic digits; NaN for what is written as no such number. */
function valueOf(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written)
  const spelled = /^([二三四五六七八九]?)(十|廿|卅)([一二三四五六七八九]?)$/u.exec(written)
  const digit = (c: string): number => '〇一二三四五六七八九'.indexOf(c.replace('零', '〇'))
  if (spelled !== null) {
    const [, tens = '', unit = '', ones = ''] = spelled
    const ten = unit === '廿' ? 2 : unit === '卅' ? 3 : tens === '' ? 1 : digit(tens)
    return 10 * ten + (ones === '' ? 0 : digit(ones))
  }
  return [...written].length === 1 ? digit(written) : Number.NaN
}
