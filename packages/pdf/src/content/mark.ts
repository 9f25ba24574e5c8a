import type { Edit } from './edit.ts'
import type { About, Mark, Marking, Stray } from './marking.ts'
import { operandNumbers, operandText } from './operand.ts'
import { closers } from './pairs.ts'
import { type Operators, op } from './scan.ts'

/**
 * Puts every painted object of a content stream into marked content: what belongs to the structure keeps its
 * tag, all else becomes an artifact. A sequence that does not nest with `q` and `Q` is closed before the
 * boundary and, if it goes on, opened again with an identifier of its own (ISO 32000-1, 14.6).
 */
export function markContent(bytes: Uint8Array, operators: Operators, about: About): Marking {
  return new Marker(bytes, operators, about).run()
}

const Q_SAVE = op('q')
const Q_RESTORE = op('Q')
const BT = op('BT')
const ET = op('ET')
const BMC = op('BMC')
const BDC = op('BDC')
const EMC = op('EMC')
const DO = op('Do')
const TF = op('Tf')
const CM = op('cm')
const CLIP_ONLY = op('n')
const PATH_BEGIN = new Set(['m', 're'].map(op))
const PATH_PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map(op))
const PAINT = new Set(['sh', 'BI', 'Do'].map(op))
const SHOW = new Set(['Tj', 'TJ', "'", '"'].map(op))

const PICTURES = new Set(['Figure', 'Formula'])

/** A sequence that the source has open: with an identifier, or a plain one such as `/Span` or `/Artifact`. */
type Open = { readonly was: number; readonly tag: string } | 'plain' | 'artifact'

class Marker {
  private readonly bytes: Uint8Array
  private readonly operators: Operators
  private readonly about: About
  private readonly edits: Edit[] = []
  private readonly marks: Mark[] = []
  private readonly strays: Stray[] = []
  private readonly open: Open[] = []
  private depth = 0
  /** Whether text is squeezed, in each graphics state. */
  private readonly squeezed: boolean[] = [false]
  /** Depth of `q` at which the finished stream has a sequence open; -1 for none. */
  private written = -1
  private untagged = 0
  /** Indexes of the operators that draw tagged forms. */
  private readonly tagged: readonly number[]
  /** For each operator that opens a state or a sequence, the index of the one that closes it. */
  private readonly ends: Int32Array
  /** Index of the operator that ends the identified sequence that the source has open. */
  private sourceEnd = 0
  /** Size of the text last painted in the open sequence. */
  private size = 0

  constructor(bytes: Uint8Array, operators: Operators, about: About) {
    this.bytes = bytes
    this.operators = operators
    this.about = about
    this.ends = closers(operators)
    const tagged: number[] = []
    for (let index = 0; index < operators.count; index++) {
      if (this.drawsTagged(index)) tagged.push(index)
    }
    this.tagged = tagged
  }

  run(): Marking {
    const { count, code, start, end } = this.operators
    let path = -1
    for (let index = 0; index < count; index++) {
      const operator = code[index] ?? 0
      const from = start[index] ?? 0
      const to = end[index] ?? 0
      if (operator === Q_SAVE) this.save(index)
      else if (operator === Q_RESTORE) this.restore(from)
      else if (operator === CM) this.transform(index)
      else if (operator === BDC || operator === BMC) this.begin(index, operator === BDC)
      else if (operator === EMC) this.finish(index)
      else if (operator === BT) index = this.textObject(index)
      else if (PATH_BEGIN.has(operator)) path = path < 0 ? from : path
      else if (operator === CLIP_ONLY) path = -1
      else if (PATH_PAINT.has(operator)) {
        this.paint(path < 0 ? from : path, to, true)
        path = -1
      } else if (PAINT.has(operator)) {
        if (this.tagged.includes(index)) this.close(from)
        else this.paint(from, to)
      }
    }
    this.close(this.bytes.length)
    const { edits, marks, strays, untagged } = this
    return { edits, marks, strays, untagged }
  }

  private drawsTagged(index: number): boolean {
    if (this.operators.code[index] !== DO) return false
    return this.about.ownsMarks(operandText(this.bytes, this.operators, index).trim().slice(1))
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
    this.sourceEnd = this.ends[index] ?? 0
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

  /** A state that outlives the open sequence, or in which it must be closed, begins after it. */
  private save(index: number): void {
    const end = this.ends[index] ?? 0
    const isCut = end > this.sourceEnd || this.tagged.some((form) => form > index && form < end)
    if (this.written >= 0 && isCut) this.close(this.operators.start[index] ?? 0)
    this.depth++
    this.squeezed.push(this.squeezed.at(-1) ?? false)
  }

  private restore(at: number): void {
    if (this.written >= 0 && this.depth <= this.written) this.close(at)
    this.depth--
    if (this.squeezed.length > 1) this.squeezed.pop()
  }

  /** Ends the sequence that the finished stream has open, if any, right after what it holds. */
  private close(at: number): void {
    if (this.written < 0) return
    this.edits.push({ start: at, end: at, text: 'EMC\n' })
    this.written = -1
    const last = this.marks.pop()
    if (last !== undefined) this.marks.push({ ...last, to: at })
  }

  private paint(from: number, to: number, isPath = false): void {
    const source = this.source()
    // Rules, borders and backgrounds say nothing; those within a sequence stay, so that it need not be split.
    const isDecoration = isPath && this.written < 0 && !PICTURES.has(source?.tag ?? '')
    if (source === undefined || isDecoration) {
      if (this.open.includes('artifact')) return
      this.artifact(from, to)
      return
    }
    if (this.written >= 0) return
    this.leadStrays(source.was)
    const mcid = this.nextIdentifier()
    this.marks.push({ mcid, was: source.was, from, to })
    this.edits.push({ start: from, end: from, text: `/${source.tag} <</MCID ${mcid}>> BDC\n` })
    this.written = this.depth
  }

  private artifact(from: number, to: number): void {
    this.close(from)
    this.edits.push({ start: from, end: from, text: '/Artifact BMC\n' })
    this.edits.push({ start: to, end: to, text: '\nEMC' })
  }

  private nextIdentifier(): number {
    return this.about.first + this.marks.length + this.strays.length
  }

  /** Follows whether the scale of a graphics state differs between its axes. */
  private transform(index: number): void {
    const [a = 1, b = 0, c = 0, d = 1] = operandNumbers(this.bytes, this.operators, index) ?? []
    const isUneven = b === 0 && c === 0 && Math.abs(Math.abs(a) - Math.abs(d)) > 1e-3 * Math.abs(d)
    if (isUneven) this.squeezed[this.squeezed.length - 1] = true
  }

  /** Gives a stray text object a sequence of its own. */
  private adopt(from: number, to: number): void {
    const mcid = this.nextIdentifier()
    const after = this.marks.at(-1)?.was
    this.strays.push({ mcid, from, to, ...(after === undefined ? {} : { after }) })
    this.edits.push({ start: from, end: from, text: `/Span <</MCID ${mcid}>> BDC\n` })
    this.edits.push({ start: to, end: to, text: '\nEMC' })
  }

  /** Tells the latest strays which sequence follows them. */
  private leadStrays(was: number): void {
    for (let at = this.strays.length - 1; at >= 0; at--) {
      const stray = this.strays[at]
      if (stray === undefined || stray.before !== undefined) return
      this.strays[at] = { ...stray, before: was }
    }
  }

  /** Whether a text object holds the dots of emphasized text, which the browser paints after the text. */
  private isEmphasis(size: number, from: number, to: number): boolean {
    const isSmaller = size > 0 && this.written === this.depth && size <= this.size * 0.6
    return isSmaller && this.about.isEmphasis(from, to)
  }

  /** Whether a text object amid tagged content has no tag, though it says something. */
  private isLost(from: number, to: number): boolean {
    if (this.source() !== undefined || this.open.includes('artifact')) return false
    const isAmid = this.marks.length > 0 || this.squeezed.at(-1) === true
    return isAmid && !this.about.isBlank(from, to)
  }

  private fontSize(index: number): number {
    return Number(operandText(this.bytes, this.operators, index).trim().split(/\s+/)[1])
  }

  /** Marks a text object as one where its sequences allow it; gives the index of its `ET`. */
  private textObject(begin: number): number {
    const { count, code, start, end } = this.operators
    let last = begin
    let nested = 0
    let mixed = false
    let shows = false
    let size = 0
    while (last < count && code[last] !== ET) {
      const operator = code[last] ?? 0
      if (SHOW.has(operator)) shows = true
      if (operator === TF && size === 0) size = this.fontSize(last)
      if (operator === BMC || operator === BDC) {
        nested++
        if (operandText(this.bytes, this.operators, last).includes('/MCID')) mixed = true
      } else if (operator === EMC && --nested < 0) mixed = true
      last++
    }
    if (!mixed && nested === 0) {
      const [from, to] = [start[begin] ?? 0, end[last] ?? this.bytes.length]
      if (shows && this.isEmphasis(size, from, to)) this.artifact(from, to)
      else if (shows) {
        const isLost = this.isLost(from, to)
        if (isLost && this.squeezed.at(-1) === true) {
          this.adopt(from, to)
          return last
        }
        if (isLost) this.untagged++
        this.paint(from, to)
        this.size = size
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
