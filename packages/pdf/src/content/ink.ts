import type { Edit } from './edit.ts'
import { operandText, operandWords } from './operand.ts'
import { type Operators, op } from './scan.ts'

/** What a colour space is, as far as its conversion goes. */
export type Space = 'gray' | 'rgb' | 'cmyk' | 'other'

/** Gray of a colour. Source: ISO 32000-1, 10.3.2 and 10.3.3. */
export function grayOf(components: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = components
  if (components.length === 1) return a
  if (components.length === 3) return 0.3 * a + 0.59 * b + 0.11 * c
  return 1 - Math.min(1, 0.3 * a + 0.59 * b + 0.11 * c + d)
}

/**
 * Rewrites the colour operators of a content stream. Neutral RGB becomes a single gray ink, since a printer
 * would separate it into four; with `gray` every other colour does too.
 *
 * @param space what a name of the resources' colour spaces means.
 */
export function inkEdits(
  bytes: Uint8Array,
  operators: Operators,
  gray: boolean,
  space: (name: string) => Space,
): Edit[] {
  const edits: Edit[] = []
  const { count, code, start, end } = operators
  let now: Inks = { fill: 'gray', stroke: 'gray' }
  const saved: Inks[] = []
  for (let index = 0; index < count; index++) {
    const operator = code[index] ?? 0
    if (operator === SAVE) {
      saved.push(now)
      continue
    }
    if (operator === RESTORE) {
      now = saved.pop() ?? now
      continue
    }
    const rule = RULES.get(operator)
    if (rule === undefined) continue
    const target = rule.stroke ? 'stroke' : 'fill'
    if (rule.selects) {
      const chosen = operandText(bytes, operators, index).trim().slice(1)
      now = { ...now, [target]: DEVICE.get(chosen) ?? space(chosen) }
      if (!gray || now[target] === 'other' || now[target] === 'gray') continue
      edits.push(replaced(start, end, index, rule.stroke ? '/DeviceGray CS' : '/DeviceGray cs'))
      continue
    }
    const from = rule.space ?? now[target]
    if (rule.space !== undefined) now = { ...now, [target]: rule.space }
    if (from === 'gray' || from === 'other') continue
    const words = operandWords(bytes, operators, index)
    const text = ink(words, from, gray)
    if (text !== undefined)
      edits.push(replaced(start, end, index, `${text} ${rule.stroke ? 'G' : 'g'}`))
    else if (rule.space === undefined) {
      const plain = from === 'rgb' ? ['rg', 'RG'] : ['k', 'K']
      edits.push(replaced(start, end, index, `${words.join(' ')} ${plain[rule.stroke ? 1 : 0]}`))
    }
  }
  return edits
}

interface Inks {
  readonly fill: Space
  readonly stroke: Space
}

interface Rule {
  readonly stroke: boolean
  /** The space that the operator itself sets. */
  readonly space?: Space
  /** Whether it only selects a space. */
  readonly selects?: boolean
}

const SAVE = op('q')
const RESTORE = op('Q')
const DEVICE = new Map<string, Space>([
  ['DeviceGray', 'gray'],
  ['DeviceRGB', 'rgb'],
  ['DeviceCMYK', 'cmyk'],
  ['Pattern', 'other'],
])
const RULES = new Map<number, Rule>([
  [op('g'), { stroke: false, space: 'gray' }],
  [op('G'), { stroke: true, space: 'gray' }],
  [op('rg'), { stroke: false, space: 'rgb' }],
  [op('RG'), { stroke: true, space: 'rgb' }],
  [op('k'), { stroke: false, space: 'cmyk' }],
  [op('K'), { stroke: true, space: 'cmyk' }],
  [op('cs'), { stroke: false, selects: true }],
  [op('CS'), { stroke: true, selects: true }],
  [op('sc'), { stroke: false }],
  [op('SC'), { stroke: true }],
  [op('scn'), { stroke: false }],
  [op('SCN'), { stroke: true }],
])

/** The gray that stands for a colour, or undefined where the colour stays. */
function ink(words: readonly string[], from: Space, gray: boolean): string | undefined {
  const [first] = words
  if (from === 'rgb' && first !== undefined && words.every((word) => word === first)) return first
  if (!gray) return undefined
  const value = grayOf(words.map(Number))
  return String(Math.round(value * 1e4) / 1e4)
}

function replaced(start: Int32Array, end: Int32Array, index: number, text: string): Edit {
  return { start: start[index] ?? 0, end: end[index] ?? 0, text }
}
