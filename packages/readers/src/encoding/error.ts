/** A source file that cannot be read as text; `offset` counts bytes from the start of the file. */
export class ReadError extends Error {
  readonly file: string
  readonly offset: number
  readonly encoding: string

  constructor(file: string, offset: number, encoding: string, found: string) {
    super(
      `${file}: byte ${offset}: expected text in ${encoding}, got ${found}. ` +
        'Hint: restore the file from its source, or convert it to UTF-8.',
    )
    this.name = 'ReadError'
    this.file = file
    this.offset = offset
    this.encoding = encoding
  }
}
