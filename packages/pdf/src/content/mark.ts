import type { Edit } from './edit.ts'
import type { About, Mark, Marking, Stray } from './marking.ts'
import { identifierOf, nameAt, numbersAt, SHOWS } from './operands.ts'
import type { Operation } from './operations.ts'
import { closers } from './pairs.ts'

/**
 * Puts every painted object of a content stream into marked content: what belongs to the structure keeps its
 * tag, all else becomes an artifact. A sequence that does not nest with `q` and `Q` is closed before the
 * boundary and, if it goes on, opened again with an identifier of its own (ISO 32000-1, 14.6).
 */
export function markContent(operations: readonly Operation[], about: About): Marking {
  return new Marker(operations, about).run()
}

const PATH_BEGIN = new Set(['m', 're'])
const PATH_PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'])
const PAINT = new Set(['sh', 'BI', 'Do'])

const PICTURES = new Set(['Figure', 'Formula'])

/** A sequence that the source has open: with an identifier, or a plain one such as `/Span` or `/Artifact`. */
type Open = { readonly was: number; readonly tag: string } | 'plain' | 'artifact'

class Marker {
  private readonly operations: readonly Operation[]
  private readonly about: About
  private readonly edits: Edit[] = []
  private readonly marks: Mark[] = []
  private readonly strays: Stray[] = []
  private readonly open: Open[] = []
  private depth = 0
  /** Whether text is squeezed, in each graphics state. */
  private readonly squeezed: boolean[] = [false]
  /** Depth of `q` at which the finished stream has a sequence open. */
  private written: number | undefined
  private untagged = 0
  /** Indexes of the operations that draw tagged forms. */
  private readonly tagged: readonly number[]
  /** For each operation that opens a state or a sequence, the index of the one that closes it. */
  private readonly ends: readonly number[]
  /** Index of the operation that ends the identified sequence that the source has open. */
  private sourceEnd = 0
  /** Size of the text last painted in the open sequence. */
  private size = 0

  constructor(operations: readonly Operation[], about: About) {
    this.operations = operations
    this.about = about
    this.ends = closers(operations)
    this.tagged = operations.flatMap((operation, index) =>
      operation.name === 'Do' && about.ownsMarks(nameAt(operation) ?? '') ? [index] : [],
    )
  }

  run(): Marking {
    let path: number | undefined
    for (let index = 0; index < this.operations.length; index++) {
      const operation = this.operations[index]
      if (operation === undefined) break
      const { name, start, end } = operation
      if (name === 'q') this.save(index, start)
      else if (name === 'Q') this.restore(start)
      else if (name === 'cm') this.transform(operation)
      else if (name === 'BDC' || name === 'BMC') this.begin(index, operation)
      else if (name === 'EMC') this.finish(operation)
      else if (name === 'BT') index = this.textObject(index)
      else if (PATH_BEGIN.has(name)) path ??= start
      else if (name === 'n') path = undefined
      else if (PATH_PAINT.has(name)) {
        this.paint(path ?? start, end, true)
        path = undefined
      } else if (PAINT.has(name)) {
        if (this.tagged.includes(index)) this.close(start)
        else this.paint(start, end)
      }
    }
    this.close(this.operations.at(-1)?.end ?? 0)
    const { edits, marks, strays, untagged } = this
    return { edits, marks, strays, untagged }
  }

  /** The identified sequence that the source has open. */
  private source(): Exclude<Open, string> | undefined {
    for (const open of this.open) if (typeof open !== 'string') return open
    return undefined
  }

  private begin(index: number, operation: Operation): void {
    const tag = nameAt(operation) ?? 'Span'
    const was = identifierOf(operation)
    if (was === undefined || this.source() !== undefined) {
      this.open.push(tag === 'Artifact' && this.source() === undefined ? 'artifact' : 'plain')
      // A plain sequence inside artifacts or tagged content stays as it is.
      return
    }
    this.open.push({ was, tag })
    this.sourceEnd = this.ends[index] ?? 0
    this.remove(operation)
  }

  private finish(operation: Operation): void {
    const closed = this.open.pop()
    if (closed === undefined) this.remove(operation)
    else if (typeof closed !== 'string') {
      this.close(operation.start)
      this.remove(operation)
    }
  }

  private remove({ start, end }: Operation): void {
    this.edits.push({ start, end, text: '' })
  }

  /** A state that outlives the open sequence, or in which it must be closed, begins after it. */
  private save(index: number, start: number): void {
    const end = this.ends[index] ?? 0
    const isCut = end > this.sourceEnd || this.tagged.some((form) => form > index && form < end)
    if (this.written !== undefined && isCut) this.close(start)
    this.depth++
    this.squeezed.push(this.squeezed.at(-1) ?? false)
  }

  private restore(at: number): void {
    if (this.written !== undefined && this.depth <= this.written) this.close(at)
    this.depth--
    if (this.squeezed.length > 1) this.squeezed.pop()
  }

  /** Ends the sequence that the finished stream has open, if any, right after what it holds. */
  private close(at: number): void {
    if (this.written === undefined) return
    this.edits.push({ start: at, end: at, text: 'EMC\n' })
    this.written = undefined
    const last = this.marks.pop()
    if (last !== undefined) this.marks.push({ ...last, to: at })
  }

  private paint(from: number, to: number, isPath = false): void {
    const source = this.source()
    // Rules, borders and backgrounds say nothing; those within a sequence stay, so that it need not be split.
    const isDecoration = isPath && this.written === undefined && !PICTURES.has(source?.tag ?? '')
    if (source === undefined || isDecoration) {
      if (this.open.includes('artifact')) return
      this.artifact(from, to)
      return
    }
    if (this.written !== undefined) return
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
  private transform(operation: Operation): void {
    const [a = 1, b = 0, c = 0, d = 1] = numbersAt(operation)
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

  /** Marks a text object as one where its sequences allow it; gives the index of its `ET`. */
  private textObject(begin: number): number {
    const last = this.textEnd(begin)
    const inner = this.operations.slice(begin + 1, last)
    const from = this.operations[begin]?.start ?? 0
    const ended = this.operations[last] ?? this.operations.at(-1)
    if (isMixed(inner)) {
      this.textPieces(begin, last, from)
      return last
    }
    if (!inner.some(({ name }) => SHOWS.has(name))) return last
    const selected = inner.find(({ name }) => name === 'Tf')
    this.wholeText(from, ended?.end ?? from, selected === undefined ? 0 : sizeOf(selected))
    return last
  }

  private textEnd(begin: number): number {
    const at = this.operations.findIndex(({ name }, index) => index > begin && name === 'ET')
    return at < 0 ? this.operations.length : at
  }

  private wholeText(from: number, to: number, size: number): void {
    if (this.isEmphasis(size, from, to)) {
      this.artifact(from, to)
      return
    }
    const isLost = this.isLost(from, to)
    if (isLost && this.squeezed.at(-1) === true) {
      this.adopt(from, to)
      return
    }
    if (isLost) this.untagged++
    this.paint(from, to)
    this.size = size
  }

  /** Marks what a text object shows piece by piece: it holds ends of sequences, or whole ones. */
  private textPieces(begin: number, last: number, from: number): void {
    this.close(from)
    for (let index = begin + 1; index < last; index++) {
      const operation = this.operations[index]
      if (operation === undefined) break
      const { name, start, end } = operation
      if (name === 'BDC' || name === 'BMC') this.begin(index, operation)
      else if (name === 'EMC') this.finish(operation)
      else if (SHOWS.has(name)) this.paint(start, end)
    }
    this.close(this.operations[last]?.start ?? this.operations.at(-1)?.end ?? 0)
  }
}

/** Whether sequences of the structure begin or end among operations, or any stays open. */
function isMixed(operations: readonly Operation[]): boolean {
  let nested = 0
  for (const operation of operations) {
    if (operation.name === 'BMC' || operation.name === 'BDC') {
      nested++
      if (identifierOf(operation) !== undefined) return true
    } else if (operation.name === 'EMC' && --nested < 0) return true
  }
  return nested !== 0
}

const sizeOf = (selected: Operation): number => numbersAt(selected)[0] ?? 0
