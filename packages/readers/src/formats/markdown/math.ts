/** A formula in a line, in UTF-16 offsets of its text, and the plain characters that it stands for. */
export interface PlainFormula {
  readonly from: number
  readonly to: number
  readonly plain: string
}

/** A formula as converters set figures and units: `$1 8 ^ { \circ } C$`. A price has a figure behind its second sign. */
const FORMULA = /(?<![\\$])\$(?!\$)([^$\n]{1,160}?)(?<!\\)\$(?![\d$])/gu
/** What shows that it is one: a command, a figure set high or low, or figures parted. */
const EVIDENCE = /\\|[\^_]|\d \d/u

const COMMANDS: Readonly<Record<string, string>> = {
  circ: '°',
  times: '×',
  div: '÷',
  pm: '±',
  sim: '～',
  cdot: '·',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  approx: '≈',
  sqrt: '√',
  pi: 'π',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  mu: 'μ',
  Omega: 'Ω',
  Delta: 'Δ',
}
const HIGH = new Map([...'0123456789+-n'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][at] ?? '']))
const LOW = new Map([...'0123456789+-n'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋ₙ'][at] ?? '']))

/**
 * The formulas of a text that plain characters can say: `$1 8 ^ { \circ } C$` is 18°C, `$9 5 \%$` is 95%, `$m ^ { 2 }$` is
 * m². All others stay as they are.
 */
export function plainFormulas(text: string): PlainFormula[] {
  return [...text.matchAll(FORMULA)].flatMap(({ index, 0: whole, 1: written = '' }) => {
    if (!EVIDENCE.test(written)) return []
    const plain = plainOf(written)
    return plain === null ? [] : [{ from: index, to: index + whole.length, plain }]
  })
}

function plainOf(written: string): string | null {
  const close = written
    .replaceAll(/\\(?:mathrm|mathsf|mathbf|mathit|text|rm|bf)\b/gu, '')
    .replaceAll(/\\[,;:! ]|~/gu, '')
    .replaceAll(/\\([%#&$_])/gu, '$1')
    .replaceAll(/\\([A-Za-z]+)/gu, (command, name: string) => COMMANDS[name] ?? command)
    .replaceAll(/\s/gu, '')
  const set = (signs: string, forms: ReadonlyMap<string, string>): string | null => {
    const found = Array.from(signs, (sign) => forms.get(sign))
    return found.every((form) => form !== undefined) ? found.join('') : null
  }
  const plain = close.replaceAll(/([\^_])(?:\{([^{}]*)\}|([^{}]))/gu, (all, where, group, one) => {
    const signs = String(group ?? one)
    if (where === '^' && signs === '°') return '°'
    return set(signs, where === '^' ? HIGH : LOW) ?? all
  })
  const bare = plain.replaceAll(/[{}]/gu, '')
  return bare === '' || /[\\^_$]/u.test(bare) ? null : bare
}
