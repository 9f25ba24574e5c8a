import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** A file of the container. */
export interface Entry {
  /** ASCII. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Kept as it is, not compressed. */
  readonly stored?: boolean
}

const deflate = promisify(deflateRaw)
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const [STORED, DEFLATED] = [0, 8]
/** Version 2.0 of the format: folders and deflation, nothing newer. */
const VERSION = 20
/** Room for what comes out, so that it comes at once; Node takes no less. */
const LEAST_CHUNK = 64
const MOST_ENTRIES = 0xffff
const MOST_BYTES = 0xffffffff

/** A book has outgrown the format of its container. */
export class ContainerSizeError extends Error {
  constructor(expected: string, got: string) {
    super(`container: expected ${expected}, got ${got}`)
    this.name = 'ContainerSizeError'
  }
}

/**
 * A ZIP archive as the Open Container Format wants it (EPUB 3.3, “OCF ZIP container”): entries in the order given,
 * all of one date, without extra fields. Equal arguments give equal bytes.
 *
 * @param date read as UTC; not before 1980.
 * @throws {ContainerSizeError} beyond 65,535 entries or 4 GB.
 */
export async function container(entries: readonly Entry[], date: Date): Promise<Uint8Array> {
  const wrong = entries.find(({ name }) => !/^[\x20-\x7e]+$/.test(name))
  if (wrong !== undefined) throw new Error(`expected a file name in ASCII, got “${wrong.name}”`)
  if (entries.length > MOST_ENTRIES)
    throw new ContainerSizeError(`at most ${MOST_ENTRIES} files`, String(entries.length))
  // Compressed side by side, outside of this thread.
  const packed = await Promise.all(
    entries.map(async ({ bytes, stored }) =>
      stored === true
        ? bytes
        : deflate(bytes, { level: 9, memLevel: 9, chunkSize: Math.max(LEAST_CHUNK, bytes.length) }),
    ),
  )
  const time = dosTime(date)
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [index, entry] of entries.entries()) {
    const body = packed[index] ?? entry.bytes
    const common = describe(entry, body, time)
    const name = Buffer.from(entry.name, 'latin1')
    const local = [uint32(LOCAL), common, name, body]
    directory.push(uint32(CENTRAL), uint16(VERSION), common, ATTRIBUTES, uint32(offset), name)
    files.push(...local)
    offset += sizeOf(local)
  }
  const size = sizeOf(directory)
  if (offset + size > MOST_BYTES)
    throw new ContainerSizeError(`at most ${MOST_BYTES} bytes`, String(offset + size))
  const count = uint16(entries.length)
  const end = [uint32(END), uint32(0), count, count, uint32(size), uint32(offset), uint16(0)]
  return Uint8Array.from(Buffer.concat([...files, ...directory, ...end]))
}

/** What the header of a file and its line in the directory have in common; no extra field. */
function describe({ name, bytes, stored }: Entry, packed: Uint8Array, time: number): Uint8Array {
  return Buffer.concat([
    uint16(VERSION),
    uint16(0),
    uint16(stored === true ? STORED : DEFLATED),
    uint32(time),
    uint32(crc32(bytes)),
    uint32(packed.length),
    uint32(bytes.length),
    uint16(name.length),
    uint16(0),
  ])
}

/** Of a file in the directory: no comment, first disk, no attributes. */
const ATTRIBUTES = new Uint8Array(10)

/** Date and time as MS-DOS has them, in steps of two seconds. */
function dosTime(date: Date): number {
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}

const sizeOf = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)

function uint16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, value >>> 8)
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}
