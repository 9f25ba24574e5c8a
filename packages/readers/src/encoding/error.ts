/** What a byte that is no text is told by. */
interface Undecodable {
  readonly file: string
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly encoding: string
  /** The bytes there in hexadecimal, `ff fe`; empty at the end of the file. */
  readonly bytes: string
}

/** A source file that cannot be read as text. */
export class ReadError extends Error {
  readonly values: Undecodable
  constructor(values: Undecodable) {
    const { file, offset, encoding, bytes } = values
    super(`${file}: byte ${offset}: expected text in ${encoding}, got ${bytes}`)
    this.name = 'ReadError'
    this.values = values
  }
}
