/** The operators of a content stream, in order; parallel arrays, since a book has millions. */
export interface Operators {
  readonly count: number
  /** Operator, packed by {@link op}. */
  readonly code: Int32Array
  /** Offset of the first operand, or of the operator where there is none. */
  readonly start: Int32Array
  /** Offset of the operator. */
  readonly at: Int32Array
  /** Offset after the operator; after `EI` for an inline image. */
  readonly end: Int32Array
}

/** Packs an operator of one to three characters into a number. */
export function op(name: string): number {
  let code = 0
  for (let index = 0; index < name.length; index++) code = (code << 8) | name.charCodeAt(index)
  return code
}

const EXTENDED = op('BI')
const REGULAR = classes()

/** Splits a content stream into operators. Unknown bytes are passed over. Source: ISO 32000-1, 7.8.2. */
export function scan(bytes: Uint8Array): Operators {
  let capacity = Math.max(64, bytes.length >> 3)
  let code = new Int32Array(capacity)
  let start = new Int32Array(capacity)
  let at = new Int32Array(capacity)
  let end = new Int32Array(capacity)
  let count = 0
  let operands = -1
  let position = 0
  const length = bytes.length
  while (position < length) {
    const byte = bytes[position] ?? 0
    const kind = REGULAR[byte] ?? 0
    if (kind === SPACE) {
      position++
      continue
    }
    if (kind === LETTER) {
      const from = position
      let packed = 0
      while (position < length && (REGULAR[bytes[position] ?? 0] ?? 0) >= NUMERIC) {
        packed = (packed << 8) | (bytes[position] ?? 0)
        position++
      }
      if (isKeyword(packed, position - from)) {
        if (operands < 0) operands = from
        continue
      }
      if (packed === EXTENDED) position = inlineImageEnd(bytes, position)
      if (count === capacity) {
        capacity *= 2
        code = grown(code, capacity)
        start = grown(start, capacity)
        at = grown(at, capacity)
        end = grown(end, capacity)
      }
      code[count] = packed
      start[count] = operands < 0 ? from : operands
      at[count] = from
      end[count] = position
      count++
      operands = -1
      continue
    }
    if (byte === 0x25) {
      while (position < length && bytes[position] !== 10 && bytes[position] !== 13) position++
      continue
    }
    if (operands < 0) operands = position
    position = operandEnd(bytes, position)
  }
  return { count, code, start, at, end }
}

const SPACE = 1
const DELIMITER = 2
const NUMERIC = 3
const LETTER = 4

/** Kinds of bytes: those from NUMERIC up make tokens, and LETTER begins an operator. */
function classes(): Uint8Array {
  const table = new Uint8Array(256).fill(4)
  for (const byte of [0, 9, 10, 12, 13, 32]) table[byte] = 1
  for (const byte of Buffer.from('()<>[]{}/%')) table[byte] = 2
  for (const byte of Buffer.from('0123456789+-.')) table[byte] = 3
  return table
}

/** Whether letters are an operand: `true`, `false`, `null`. */
function isKeyword(packed: number, length: number): boolean {
  if (length === 4) return packed === 0x74727565 || packed === 0x6e756c6c
  return length === 5 && packed === 0x616c7365
}

function operandEnd(bytes: Uint8Array, from: number): number {
  const byte = bytes[from] ?? 0
  if (byte === 0x28) return stringEnd(bytes, from)
  if (byte === 0x3c) {
    if (bytes[from + 1] === 0x3c) return from + 2
    let position = from + 1
    while (position < bytes.length && bytes[position] !== 0x3e) position++
    return position + 1
  }
  if (byte === 0x3e && bytes[from + 1] === 0x3e) return from + 2
  if (byte !== 0x2f && (REGULAR[byte] ?? 0) === DELIMITER) return from + 1
  let position = from + 1
  while (position < bytes.length && (REGULAR[bytes[position] ?? 0] ?? 0) >= NUMERIC) position++
  return position
}

function stringEnd(bytes: Uint8Array, from: number): number {
  let depth = 0
  for (let position = from; position < bytes.length; position++) {
    const byte = bytes[position]
    if (byte === 0x5c) position++
    else if (byte === 0x28) depth++
    else if (byte === 0x29 && --depth === 0) return position + 1
  }
  return bytes.length
}

/** The offset after the `EI` that ends an inline image begun before `from`. */
function inlineImageEnd(bytes: Uint8Array, from: number): number {
  const isSpace = (index: number): boolean =>
    index >= bytes.length || REGULAR[bytes[index] ?? 0] === SPACE
  for (let position = from; position < bytes.length; position++) {
    const found = bytes[position] === 0x45 && bytes[position + 1] === 0x49
    if (found && isSpace(position - 1) && isSpace(position + 2)) return position + 2
  }
  return bytes.length
}

function grown(array: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity)
  larger.set(array)
  return larger
}
