import {
  PDFContext as Context,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from './pdf-lib.ts'

/**
 * Parses a file by its cross-reference table, as the browser writes it, in a quarter of the time that a parser takes which
 * expects anything; undefined where it is of another kind, or broken. Source: ISO 32000-1, 7.2, 7.3 and 7.5.
 */
export function parsePlain(bytes: Uint8Array): PDFContext | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return new Parser(data).parse()
  } catch (error) {
    if (error instanceof Unexpected) return undefined
    throw error
  }
}

class Unexpected extends Error {}

/** How much of the end of a file is searched for its trailer. */
const TAIL = 2048
/** Whole numbers below this are made once. */
const SMALL = 4096
const [SPACE, DELIMITER] = [1, 2]
const KINDS = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = SPACE
for (const byte of Buffer.from('()<>[]{}/%')) KINDS[byte] = DELIMITER

class Parser {
  private readonly data: Buffer
  private readonly context = Context.create()
  private readonly refs: PDFRef[] = []
  private readonly numbers: PDFNumber[] = []
  private readonly names = new Map<string, PDFName>()
  /** Where each object begins; 0 where there is none. */
  private offsets: readonly number[] = []
  private at = 0

  constructor(data: Buffer) {
    this.data = data
  }

  parse(): PDFContext {
    const tail = this.latin1(Math.max(0, this.data.length - TAIL), this.data.length)
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
    if (Number.isNaN(table)) throw new Unexpected('no table')
    this.offsets = this.readTable(table)
    const trailer = this.value()
    if (!(trailer instanceof PDFDict) || trailer.has(PDFName.of('Prev'))) {
      throw new Unexpected('a file in several parts')
    }
    for (const [number, offset] of this.offsets.entries()) {
      if (offset > 0) this.context.assign(this.ref(number), this.objectAt(number, offset))
    }
    for (const key of ['Root', 'Info', 'Size', 'ID'] as const) {
      const value = trailer.get(PDFName.of(key))
      if (value === undefined) continue
      if (key !== 'Size') this.context.trailerInfo[key] = value
      else if (value instanceof PDFNumber) this.context.trailerInfo.Size = value
    }
    return this.context
  }

  /** Reads one table, which must be all there is; goes on at the dictionary of the trailer. */
  private readTable(from: number): number[] {
    const head = /^xref\s+0 (\d+)\s*?\r?\n/.exec(this.latin1(from, from + 40))
    if (head === null) throw new Unexpected('another table')
    const count = Number(head[1])
    const first = from + head[0].length
    const offsets: number[] = []
    for (let number = 0; number < count; number++) {
      const entry = first + number * 20
      const isUsed = this.data[entry + 17] === 0x6e
      offsets.push(isUsed ? this.digits(entry, 10) : 0)
    }
    this.at = first + count * 20
    this.skip()
    this.word('trailer')
    return offsets
  }

  private objectAt(number: number, offset: number): PDFObject {
    this.at = offset
    if (this.integer() !== number) throw new Unexpected('another object')
    this.skip()
    this.integer()
    this.skip()
    this.word('obj')
    const object = this.value()
    this.skip()
    if (!(object instanceof PDFDict) || this.data[this.at] !== 0x73) {
      this.word('endobj')
      return object
    }
    this.word('stream')
    if (this.data[this.at] === 13) this.at++
    if (this.data[this.at++] !== 10) throw new Unexpected('a stream without a line')
    const from = this.at
    let length = object.get(PDFName.of('Length'))
    if (length instanceof PDFRef) {
      const behind = length.objectNumber
      length = this.objectAt(behind, this.offsets[behind] ?? 0)
    }
    if (!(length instanceof PDFNumber)) throw new Unexpected('a stream without a length')
    this.at = from + length.asNumber()
    const contents = this.data.subarray(from, this.at)
    this.skip()
    this.word('endstream')
    this.skip()
    this.word('endobj')
    return PDFRawStream.of(object, contents)
  }

  private value(): PDFObject {
    this.skip()
    const byte = this.data[this.at] ?? 0
    if (byte === 0x2f) return this.name()
    if (byte === 0x3c) return this.data[this.at + 1] === 0x3c ? this.dictionary() : this.hex()
    if (byte === 0x5b) return this.array()
    if (byte === 0x28) return this.string()
    if (byte === 0x74) return this.word('true', PDFBool.True)
    if (byte === 0x66) return this.word('false', PDFBool.False)
    if (byte === 0x6e) return this.word('null', PDFNull)
    return this.numberOrReference()
  }

  private dictionary(): PDFDict {
    this.at += 2
    const map = new Map<PDFName, PDFObject>()
    for (;;) {
      this.skip()
      const byte = this.data[this.at]
      if (byte === 0x3e && this.data[this.at + 1] === 0x3e) break
      if (byte !== 0x2f) throw new Unexpected('no key')
      const key = this.name()
      map.set(key, this.value())
    }
    this.at += 2
    return PDFDict.fromMapWithContext(map, this.context)
  }

  private array(): PDFArray {
    this.at++
    const array = PDFArray.withContext(this.context)
    for (;;) {
      this.skip()
      if (this.data[this.at] === 0x5d) break
      array.push(this.value())
    }
    this.at++
    return array
  }

  private name(): PDFName {
    const from = ++this.at
    while (KINDS[this.byte()] === 0) this.at++
    const text = this.latin1(from, this.at)
    let known = this.names.get(text)
    if (known === undefined) {
      known = PDFName.of(text)
      this.names.set(text, known)
    }
    return known
  }

  private string(): PDFString {
    const from = this.at + 1
    let depth = 0
    for (; ; this.at++) {
      const byte = this.byte()
      if (byte === 0x5c) this.at++
      else if (byte === 0x28) depth++
      else if (byte === 0x29 && --depth === 0) break
    }
    return PDFString.of(this.latin1(from, this.at++))
  }

  private hex(): PDFHexString {
    const from = ++this.at
    while (this.byte() !== 0x3e) this.at++
    return PDFHexString.of(this.latin1(from, this.at++))
  }

  private numberOrReference(): PDFObject {
    const from = this.at
    const whole = this.wholeNumber()
    if (whole < 0) return this.decimal(from)
    // Two whole numbers and an R are a reference.
    const behind = this.at
    if (this.data[this.at] === 32) {
      this.at++
      const generation = this.wholeNumber()
      const isReference = this.data[this.at] === 32 && this.data[this.at + 1] === 0x52
      if (generation === 0 && isReference && KINDS[this.data[this.at + 2] ?? 0] !== 0) {
        this.at += 2
        return this.ref(whole)
      }
      if (generation > 0 && isReference) throw new Unexpected('a later generation')
    }
    this.at = behind
    if (whole >= SMALL) return PDFNumber.of(whole)
    return (this.numbers[whole] ??= PDFNumber.of(whole))
  }

  private decimal(from: number): PDFNumber {
    this.at = from
    while (KINDS[this.byte()] === 0) this.at++
    const text = this.latin1(from, this.at)
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) throw new Unexpected(text)
    return PDFNumber.of(Number(text))
  }

  /** A token of digits alone; -1 where it is another. */
  private wholeNumber(): number {
    const from = this.at
    let value = 0
    for (;;) {
      const byte = this.byte()
      if (byte < 0x30 || byte > 0x39) break
      value = value * 10 + byte - 0x30
      this.at++
    }
    return this.at === from || KINDS[this.data[this.at] ?? 0] === 0 ? -1 : value
  }

  private integer(): number {
    const value = this.wholeNumber()
    if (value < 0) throw new Unexpected('no number')
    return value
  }

  private digits(from: number, count: number): number {
    let value = 0
    for (let at = from; at < from + count; at++) {
      const digit = (this.data[at] ?? 0) - 0x30
      if (digit < 0 || digit > 9) throw new Unexpected('no digit')
      value = value * 10 + digit
    }
    return value
  }

  private ref(number: number): PDFRef {
    return (this.refs[number] ??= PDFRef.of(number))
  }

  private word(word: string): void
  private word<Value>(word: string, value: Value): Value
  private word(word: string, value?: unknown): unknown {
    for (let index = 0; index < word.length; index++) {
      if (this.data[this.at + index] !== word.charCodeAt(index)) throw new Unexpected(word)
    }
    this.at += word.length
    return value
  }

  private skip(): void {
    while (KINDS[this.byte()] === SPACE) this.at++
    if (this.data[this.at] !== 0x25) return
    while (this.byte() !== 10 && this.byte() !== 13) this.at++
    this.skip()
  }

  private latin1(from: number, to: number): string {
    return this.data.toString('latin1', from, to)
  }

  private byte(): number {
    const byte = this.data[this.at]
    if (byte === undefined) throw new Unexpected('the end')
    return byte
  }
}
