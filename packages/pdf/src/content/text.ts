import type { FontTexts } from './fonts.ts'
import { operandText } from './operand.ts'
import { type Operators, op } from './scan.ts'

const TF = op('Tf')
const BDC = op('BDC')
const BMC = op('BMC')
const EMC = op('EMC')
const SHOW = new Set(['Tj', 'TJ', "'", '"'].map(op))

/** A glyph as shown: the name of its font in the resources, and its two-byte code. */
export interface ShownCode {
  readonly font: string
  readonly code: number
  /** Set on the first glyph of a stretch with a replacement text, and empty on the others. */
  readonly actual?: string
}

/** The glyphs that the bytes `from` … `to` of a content stream show, in order. */
export function shownCodes(
  bytes: Uint8Array,
  operators: Operators,
  from: number,
  to: number,
): ShownCode[] {
  const { count, code, start, end } = operators
  let index = firstFrom(start, count, from)
  let font = fontBefore(bytes, operators, index)
  const shown: ShownCode[] = []
  const open: { actual: string | undefined; said: boolean }[] = []
  for (; index < count && (end[index] ?? 0) <= to; index++) {
    const operator = code[index] ?? 0
    if (operator === TF) font = fontName(bytes, operators, index)
    else if (operator === BMC) open.push({ actual: undefined, said: false })
    else if (operator === BDC) {
      open.push({ actual: actualText(operandText(bytes, operators, index)), said: false })
    } else if (operator === EMC) open.pop()
    else if (SHOW.has(operator)) {
      const replaced = open.find(({ actual }) => actual !== undefined)
      for (const string of strings(operandText(bytes, operators, index))) {
        for (let at = 0; at + 1 < string.length; at += 2) {
          const glyph = (string.charCodeAt(at) << 8) | string.charCodeAt(at + 1)
          if (replaced === undefined) shown.push({ font, code: glyph })
          else
            shown.push({ font, code: glyph, actual: replaced.said ? '' : (replaced.actual ?? '') })
          if (replaced !== undefined) replaced.said = true
        }
      }
    }
  }
  return shown
}

/** The text that the bytes `from` … `to` of a content stream show. */
export function shownText(
  bytes: Uint8Array,
  operators: Operators,
  from: number,
  to: number,
  font: (name: string) => FontTexts | undefined,
): string {
  return shownCodes(bytes, operators, from, to)
    .map((glyph) => glyph.actual ?? font(glyph.font)?.texts.get(glyph.code) ?? '')
    .join('')
}

function firstFrom(start: Int32Array, count: number, from: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((start[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

function fontBefore(bytes: Uint8Array, operators: Operators, before: number): string {
  for (let index = before - 1; index >= 0; index--) {
    if (operators.code[index] === TF) return fontName(bytes, operators, index)
  }
  return ''
}

function fontName(bytes: Uint8Array, operators: Operators, index: number): string {
  return operandText(bytes, operators, index).trim().split(/\s+/)[0]?.slice(1) ?? ''
}

/** The replacement text among the properties of marked content. */
export function actualText(properties: string): string | undefined {
  const digits = /\/ActualText\s*<([0-9a-fA-F\s]*)>/.exec(properties)?.[1]?.replace(/\s/g, '')
  if (digits === undefined) return undefined
  let text = ''
  for (let at = 0; at + 4 <= digits.length; at += 4) {
    text += String.fromCharCode(Number.parseInt(digits.slice(at, at + 4), 16))
  }
  return text.replace(/^\ufeff/, '')
}

/** The bytes of each string among operands, one character a byte. */
function strings(operands: string): string[] {
  const found: string[] = []
  for (let at = 0; at < operands.length; at++) {
    if (operands[at] === '<') {
      const end = operands.indexOf('>', at)
      found.push(
        Buffer.from(operands.slice(at + 1, end).replace(/\s/g, ''), 'hex').toString('latin1'),
      )
      at = end
    } else if (operands[at] === '(') {
      const [text, end] = literal(operands, at)
      found.push(text)
      at = end
    }
  }
  return found
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

function literal(text: string, from: number): [string, number] {
  let out = ''
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const c = text[at] ?? ''
    if (c === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      if (octal !== undefined) out += String.fromCharCode(Number.parseInt(octal, 8) & 255)
      else if (next !== '\n') out += ESCAPES.get(next) ?? next
      at += octal?.length ?? 1
      continue
    }
    if (c === '(' && depth++ === 0) continue
    if (c === ')' && --depth === 0) return [out, at]
    out += c
  }
  return [out, text.length]
}
