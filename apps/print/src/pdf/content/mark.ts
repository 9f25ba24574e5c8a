import type { Edit } from './edit.ts'
import { operandText } from './operand.ts'
import { type Operators, op } from './scan.ts'

/** A marked-content sequence of the finished stream. */
export interface Mark {
  /** Identifier in the finished stream, counted from 0. */
  readonly mcid: number
  /** Identifier that the sequence had. */
  readonly was: number
  /** Where its content begins in the source. */
  readonly from: number
  /** Where it ends. */
  readonly to: number
}

export interface Marking {
  readonly edits: readonly Edit[]
  readonly marks: readonly Mark[]
  /** How many text objects in the midst of tagged content had no tag: they are lost to the structure. */
  readonly untagged: number
}

/**
 * Puts every painted object of a content stream into marked content: what belongs to the structure keeps its
 * tag, all else becomes an artifact. A sequence that does not nest with `q` and `Q` is closed before the
 * boundary and, if it goes on, opened again with an identifier of its own (ISO 32000-1, 14.6).
 *
 * @param ownsMarks whether an XObject brings marked content of its own, by its name in the resources.
 */
export function markContent(
  bytes: Uint8Array,
  operators: Operators,
  ownsMarks: (xObject: string) => boolean,
): Marking {
  return new Marker(bytes, operators, ownsMarks).run()
}

const Q_SAVE = op('q')
const Q_RESTORE = op('Q')
const BT = op('BT')
const ET = op('ET')
const BMC = op('BMC')
const BDC = op('BDC')
const EMC = op('EMC')
const DO = op('Do')
const CLIP_ONLY = op('n')
const PATH_BEGIN = new Set(['m', 're'].map(op))
const PATH_PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map(op))
const PAINT = new Set(['sh', 'BI', 'Do'].map(op))
const SHOW = new Set(['Tj', 'TJ', "'", '"'].map(op))

/** A sequence that the source has open: with an identifier, or a plain one such as `/Span` or `/Artifact`. */
type Open = { readonly was: number; readonly tag: string } | 'plain' | 'artifact'

class Marker {
  private readonly bytes: Uint8Array
  private readonly operators: Operators
  private readonly ownsMarks: (xObject: string) => boolean
  private readonly edits: Edit[] = []
  private readonly marks: Mark[] = []
  private readonly open: Open[] = []
  private depth = 0
  /** Depth of `q` at which the finished stream has a sequence open; -1 for none. */
  private written = -1
  private untagged = 0

  constructor(bytes: Uint8Array, operators: Operators, ownsMarks: (xObject: string) => boolean) {
    this.bytes = bytes
    this.operators = operators
    this.ownsMarks = ownsMarks
  }

  run(): Marking {
    const { count, code, start, end } = this.operators
    let path = -1
    for (let index = 0; index < count; index++) {
      const operator = code[index] ?? 0
      const from = start[index] ?? 0
      const to = end[index] ?? 0
      if (operator === Q_SAVE) this.depth++
      else if (operator === Q_RESTORE) this.restore(from)
      else if (operator === BDC || operator === BMC) this.begin(index, operator === BDC)
      else if (operator === EMC) this.finish(index)
      else if (operator === BT) index = this.textObject(index)
      else if (PATH_BEGIN.has(operator)) path = path < 0 ? from : path
      else if (operator === CLIP_ONLY) path = -1
      else if (PATH_PAINT.has(operator)) {
        this.paint(path < 0 ? from : path, to)
        path = -1
      } else if (PAINT.has(operator)) {
        if (operator === DO && this.ownsMarks(this.objectName(index))) this.close(from)
        else this.paint(from, to)
      }
    }
    this.close(this.bytes.length)
    return { edits: this.edits, marks: this.marks, untagged: this.untagged }
  }

  private objectName(index: number): string {
    return operandText(this.bytes, this.operators, index).trim().slice(1)
  }

  /** The identified sequence that the source has open. */
  private source(): Exclude<Open, string> | undefined {
    for (const open of this.open) if (typeof open !== 'string') return open
    return undefined
  }

  private begin(index: number, hasProperties: boolean): void {
    const text = operandText(this.bytes, this.operators, index)
    const tag = /^\s*\/([^\s<[(/]+)/.exec(text)?.[1] ?? 'Span'
    const mcid = hasProperties ? /\/MCID\s+(\d+)/.exec(text)?.[1] : undefined
    if (mcid === undefined || this.source() !== undefined) {
      this.open.push(tag === 'Artifact' && this.source() === undefined ? 'artifact' : 'plain')
      // A plain sequence inside artifacts or tagged content stays as it is.
      return
    }
    this.open.push({ was: Number(mcid), tag })
    this.remove(index)
  }

  private finish(index: number): void {
    const closed = this.open.pop()
    if (closed === undefined) this.remove(index)
    else if (typeof closed !== 'string') {
      this.close(this.operators.start[index] ?? 0)
      this.remove(index)
    }
  }

  private remove(index: number): void {
    const end = this.operators.end[index] ?? 0
    const next = this.bytes[end]
    this.edits.push({
      start: this.operators.start[index] ?? 0,
      end: next === 10 || next === 32 ? end + 1 : end,
      text: '',
    })
  }

  private restore(at: number): void {
    if (this.written >= 0 && this.depth <= this.written) this.close(at)
    this.depth--
  }

  /** Ends the sequence that the finished stream has open, if any, right after what it holds. */
  private close(at: number): void {
    if (this.written < 0) return
    this.edits.push({ start: at, end: at, text: 'EMC\n' })
    this.written = -1
    const last = this.marks.pop()
    if (last !== undefined) this.marks.push({ ...last, to: at })
  }

  private paint(from: number, to: number): void {
    const source = this.source()
    if (source === undefined) {
      if (this.open.includes('artifact')) return
      this.edits.push({ start: from, end: from, text: '/Artifact BMC\n' })
      this.edits.push({ start: to, end: to, text: '\nEMC' })
      return
    }
    if (this.written >= 0) return
    const mcid = this.marks.length
    this.marks.push({ mcid, was: source.was, from, to })
    this.edits.push({ start: from, end: from, text: `/${source.tag} <</MCID ${mcid}>> BDC\n` })
    this.written = this.depth
  }

  /** Marks a text object as one where its sequences allow it; gives the index of its `ET`. */
  private textObject(begin: number): number {
    const { count, code, start, end } = this.operators
    let last = begin
    let nested = 0
    let mixed = false
    let shows = false
    while (last < count && code[last] !== ET) {
      const operator = code[last] ?? 0
      if (SHOW.has(operator)) shows = true
      if (operator === BMC || operator === BDC) {
        nested++
        if (operandText(this.bytes, this.operators, last).includes('/MCID')) mixed = true
      } else if (operator === EMC && --nested < 0) mixed = true
      last++
    }
    if (!mixed && nested === 0) {
      if (shows) {
        if (
          this.source() === undefined &&
          !this.open.includes('artifact') &&
          this.marks.length > 0
        ) {
          this.untagged++
        }
        this.paint(start[begin] ?? 0, end[last] ?? this.bytes.length)
      }
      return last
    }
    this.close(start[begin] ?? 0)
    for (let index = begin + 1; index < last; index++) {
      const operator = code[index] ?? 0
      if (operator === BDC || operator === BMC) this.begin(index, operator === BDC)
      else if (operator === EMC) this.finish(index)
      else if (SHOW.has(operator)) this.paint(start[index] ?? 0, end[index] ?? 0)
    }
    this.close(start[last] ?? this.bytes.length)
    return last
  }
}
