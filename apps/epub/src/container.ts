import { type Zippable, zipSync } from 'fflate'

/** A file of the container. */
export interface Entry {
  /** ASCII. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Kept as it is, not compressed. */
  readonly stored?: boolean
}

/** Level of deflate, of 0 to 9: a book is packed once and downloaded often. */
const LEVEL = 9
/** A ZIP without its 64-bit extension counts entries in 16 bits. */
const MOST_ENTRIES = 0xffff

/** A book has outgrown the format of its container. */
export class ContainerSizeError extends Error {
  constructor(expected: string, got: string) {
    super(`container: expected ${expected}, got ${got}`)
    this.name = 'ContainerSizeError'
  }
}

/**
 * A ZIP archive as the Open Container Format wants it (EPUB 3.3, “OCF ZIP container”): entries in the order given,
 * all of one date, without extra fields. Equal arguments give equal bytes on any machine: the compression is in
 * JavaScript, as Node's own depends on the processor.
 *
 * @param date its day in UTC, at noon; not before 1980.
 * @throws {ContainerSizeError} beyond 65,535 entries.
 */
export function container(entries: readonly Entry[], date: Date): Uint8Array {
  const wrong = entries.find(({ name }) => !/^[\x20-\x7e]+$/.test(name))
  if (wrong !== undefined) throw new Error(`expected a file name in ASCII, got “${wrong.name}”`)
  if (entries.length > MOST_ENTRIES)
    throw new ContainerSizeError(`at most ${MOST_ENTRIES} files`, String(entries.length))
  // The library writes local time, which has a noon on every day in every zone.
  const mtime = new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12)
  const files: Zippable = {}
  for (const { name, bytes, stored } of entries)
    files[name] = [bytes, { level: stored === true ? 0 : LEVEL, mtime }]
  return zipSync(files)
}
