import type { Token } from '../model.ts'
import { classOf, MARK, PUNCTUATION, SINGLE, SPACE, WORD } from './classes.ts'

/**
 * How text is cut: `mixed` takes Han characters singly and other scripts by word, `character` all
 * of them singly, `word` all of them by word, where an unbroken run of Han characters is one word.
 */
export type Granularity = 'mixed' | 'character' | 'word'

export interface TokenizeOptions {
  readonly granularity?: Granularity
  /** Leaves punctuation out; it then belongs to the token before it, as white space always does. */
  readonly ignorePunctuation?: boolean
}

/** A text as tokens. */
export interface TokenizedText {
  readonly tokens: readonly Token[]
  /** Where each token begins, in code points of the text. */
  readonly starts: Int32Array
  /** Length of the text in code points. */
  readonly length: number
}

/** Makes one sign of the two beside it. */
const JOINER = '\u200D'
/** Marks that may occur inside words and numbers: don’t, co-operate, 3.14, 10,000. */
const INNER = new Set(["'", '’', '-', '‐', '.', ',', '·'])

/**
 * Cuts a text into tokens of any script. Tokens match by their canonical composition (NFC);
 * punctuation is soft.
 */
export function tokenizeText(text: string, options: TokenizeOptions = {}): TokenizedText {
  const { granularity = 'mixed', ignorePunctuation = false } = options
  const tokens: Token[] = []
  let starts = new Int32Array(Math.max(16, text.length))
  const shared = new Map<string, Token>()
  const single: (Token | undefined)[] = []
  const tokenFor = (t: string, soft: boolean): Token => {
    const code = t.length === 1 ? t.charCodeAt(0) : -1
    const found = code >= 0 ? single[code] : shared.get(t)
    if (found !== undefined) return found
    const n = t.normalize('NFC')
    const token: Token = soft ? { t, n, soft } : { t, n }
    if (code >= 0) single[code] = token
    else shared.set(t, token)
    return token
  }
  let point = 0
  let unit = 0
  while (unit < text.length) {
    const start = point
    const from = unit
    const kind = classAt(text, unit)
    const joins =
      kind === WORD ? granularity !== 'character' : kind === SINGLE && granularity === 'word'
    unit += width(text, unit)
    point++
    while (unit < text.length) {
      const next = classAt(text, unit)
      const goesOn =
        next === MARK ||
        (kind === SINGLE && text[unit - 1] === JOINER) ||
        (joins && (next === WORD || (granularity === 'word' && next === SINGLE))) ||
        (joins && inside(text, unit))
      if (!goesOn) break
      unit += width(text, unit)
      point++
    }
    if (kind === SPACE || (kind === PUNCTUATION && ignorePunctuation)) continue
    if (tokens.length === starts.length) starts = longer(starts)
    starts[tokens.length] = start
    tokens.push(tokenFor(text.slice(from, unit), kind === PUNCTUATION))
  }
  return { tokens, starts: starts.slice(0, tokens.length), length: point }
}

function classAt(text: string, unit: number): number {
  return classOf(text.codePointAt(unit) ?? 0)
}

function width(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
}

/** Whether a mark joins two letters, or two digits, of one word. */
function inside(text: string, unit: number): boolean {
  const mark = text[unit]
  if (mark === undefined || !INNER.has(mark)) return false
  const before = text[unit - 1] ?? ' '
  const after = text[unit + 1] ?? ' '
  if (/\p{N}/u.test(before) && /\p{N}/u.test(after)) return mark === '.' || mark === ','
  if (classAt(before, 0) !== WORD || classAt(after, 0) !== WORD) return false
  return mark !== '.' && mark !== ','
}

function longer(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(list.length * 2)
  copy.set(list)
  return copy
}
