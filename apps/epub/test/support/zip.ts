import { inflateRawSync } from 'node:zlib'

/** One member of a zip archive as its headers describe it. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly flags: number
  /** Length of the extra field of the local header. */
  readonly extra: number
  /** Date and time in MS-DOS form, as one number. */
  readonly stamp: number
  readonly offset: number
  readonly bytes: Uint8Array
}

const CENTRAL = 0x02014b50
const END = 0x06054b50
const STORED = 0

/** Reads an archive by its central directory; entries come in the order of their bytes. */
export function readZip(archive: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0) throw new Error('expected a zip archive, got no end record')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('expected a central header')
    const nameLength = view.getUint16(at + 28, true)
    const offset = view.getUint32(at + 42, true)
    const method = view.getUint16(at + 10, true)
    const localExtra = view.getUint16(offset + 28, true)
    const start = offset + 30 + view.getUint16(offset + 26, true) + localExtra
    const packed = archive.subarray(start, start + view.getUint32(at + 20, true))
    entries.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)),
      method,
      flags: view.getUint16(at + 8, true),
      extra: localExtra,
      stamp: view.getUint32(at + 12, true),
      offset,
      bytes: method === STORED ? packed : inflateRawSync(packed),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries.sort((a, b) => a.offset - b.offset)
}
