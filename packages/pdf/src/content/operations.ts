import { PDFContext, PDFNumber, type PDFObject, PDFObjectParser } from '../pdf-lib.ts'

/** An operator of a content stream with its operands, and where both stand in the bytes. */
export interface Operation {
  /** The operator: `q`, `Tj`, `BDC` … */
  readonly name: string
  readonly operands: readonly PDFObject[]
  /** Offset of the first operand, or of the operator where there is none. */
  readonly start: number
  /** Offset after the operator; after `EI` for an inline image. */
  readonly end: number
}

/**
 * Splits a content stream into operations. Bytes that begin neither an operand nor an operator are passed over.
 * Source: ISO 32000-1, 7.8.2.
 *
 * @example `0 0 0 rg q` becomes `rg` with three numbers (0 to 8) and `q` with none (9 to 10).
 */
export function readOperations(bytes: Uint8Array): Operation[] {
  return new ContentParser(bytes).read()
}

/** Operands of content streams are direct objects, so any context will do. */
const NO_CONTEXT = PDFContext.create()

const NUMBER = new Set(Buffer.from('0123456789+-.'))
/** First bytes of names, strings, arrays and dictionaries. */
const OBJECT = new Set(Buffer.from('/(<['))
const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set(Buffer.from('()<>[]{}/%'))
const CONSTANTS = new Set(['true', 'false', 'null'])

class ContentParser extends PDFObjectParser {
  private readonly source: Uint8Array

  constructor(bytes: Uint8Array) {
    super(streamOf(bytes), NO_CONTEXT)
    this.source = bytes
  }

  read(): Operation[] {
    const operations: Operation[] = []
    let operands: PDFObject[] = []
    let first: number | undefined
    for (;;) {
      this.skipWhitespaceAndComments()
      if (this.bytes.done()) return operations
      const at = this.bytes.offset()
      const operand = this.operand()
      if (operand !== undefined) {
        operands.push(operand)
        first ??= at
        continue
      }
      const name = this.word()
      if (name === '') {
        this.bytes.next()
        continue
      }
      if (name === 'BI') this.skipInlineImage()
      operations.push({ name, operands, start: first ?? at, end: this.bytes.offset() })
      operands = []
      first = undefined
    }
  }

  private operand(): PDFObject | undefined {
    const byte = this.bytes.peek()
    // Two numbers before `RG` are no reference, which the parser of objects would take them for.
    if (NUMBER.has(byte)) return PDFNumber.of(this.parseRawNumber())
    if (OBJECT.has(byte)) return this.parseObject()
    const at = this.bytes.offset()
    const isConstant = CONSTANTS.has(this.word())
    this.bytes.moveTo(at)
    return isConstant ? this.parseObject() : undefined
  }

  private word(): string {
    let word = ''
    while (!this.bytes.done() && !SPACE.has(this.bytes.peek()) && !DELIMITER.has(this.bytes.peek()))
      word += String.fromCharCode(this.bytes.next())
    return word
  }

  /** Passes over the samples of an inline image, up to the `EI` that stands by itself. */
  private skipInlineImage(): void {
    const isSpace = (at: number): boolean =>
      at >= this.source.length || SPACE.has(this.source[at] ?? 0)
    for (let at = this.bytes.offset(); at < this.source.length; at++) {
      const isEnd = this.source[at] === 0x45 && this.source[at + 1] === 0x49
      if (!isEnd || !isSpace(at - 1) || !isSpace(at + 2)) continue
      this.bytes.moveTo(at + 2)
      return
    }
    this.bytes.moveTo(this.source.length)
  }
}

type ByteStream = ConstructorParameters<typeof PDFObjectParser>[0]

/** A stream of bytes as the parser reads them: pdf-lib keeps the class to itself, a parser of its own has one. */
const streamOf = (bytes: Uint8Array): ByteStream =>
  Reflect.get(PDFObjectParser.forBytes(bytes, NO_CONTEXT), 'bytes')
