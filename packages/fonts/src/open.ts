import { closeSync, openSync, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { type Mapping, readMapping } from './cmap.ts'
import { FontError } from './errors.ts'
import { tagAt, viewOf } from './sfnt.ts'
import { unpackWoff } from './woff.ts'

const opened = new Map<string, Buffer>()

/**
 * The bytes of a font file, kept, since several books may need them. WOFF 1 is unpacked here with zlib, in a tenth of
 * the time that the library for cutting faces takes.
 */
export async function openFont(file: string): Promise<Buffer> {
  const known = opened.get(file)
  if (known !== undefined) return known
  const bytes = await readFile(file)
  const font = file.endsWith('.woff') ? Buffer.from(unpackWoff(bytes, file).buffer) : bytes
  opened.set(file, font)
  return font
}

/** The mapping of a TTF or WOFF file; reads its directory and that table, not the outlines. */
export function mappingOfFile(file: string): Mapping {
  const descriptor = openSync(file, 'r')
  try {
    const read = (offset: number, length: number): Uint8Array => {
      const bytes = new Uint8Array(length)
      if (readSync(descriptor, bytes, 0, length, offset) !== length)
        throw new FontError(file, `${length} bytes at ${offset}`, 'the end of the file')
      return bytes
    }
    const woff = tagAt(viewOf(read(0, 4)), 0) === 'wOFF'
    const count = viewOf(read(woff ? 12 : 4, 2)).getUint16(0)
    const [start, size] = woff ? [44, 20] : [12, 16]
    const directory = viewOf(read(start, count * size))
    for (let record = 0; record < count * size; record += size) {
      if (tagAt(directory, record) !== 'cmap') continue
      const at = record + (woff ? 4 : 8)
      const stored = read(directory.getUint32(at), directory.getUint32(at + 4))
      const packed = woff && stored.length < directory.getUint32(at + 8)
      return readMapping(packed ? inflateSync(stored) : stored)
    }
    throw new FontError(file, 'a cmap table', 'none')
  } finally {
    closeSync(descriptor)
  }
}
