/** Units to the em of the font; what they are does not matter. */
const EM = 1000

/**
 * A font (TrueType) with nothing but a space, for a browser that is to see no other: without any font it lays out
 * nothing at all. Content then brings its own faces, and a browser that has one for each book can set them all.
 *
 * Tables as in the OpenType specification, 1.9; those that a browser's own check asks for are left out, since it only
 * checks fonts that content brings.
 */
export function blankFont(): Uint8Array {
  const tables: readonly (readonly [tag: string, data: Buffer])[] = [
    ['cmap', cmap()],
    ['glyf', Buffer.alloc(4)],
    ['head', head()],
    ['hhea', hhea()],
    // Two glyphs, the missing one and the space, each half an em wide.
    ['hmtx', shorts(EM / 2, 0, EM / 2, 0)],
    ['loca', shorts(0, 0, 0)],
    ['maxp', Buffer.concat([longs(0x10000), shorts(2, ...Array<number>(13).fill(0))])],
    ['name', name('Huijiao Blank')],
    ['post', Buffer.concat([longs(0x30000, 0), Buffer.alloc(24)])],
  ]
  const parts: Buffer[] = [longs(0x10000), shorts(tables.length, 128, 3, tables.length * 16 - 128)]
  const bodies: Buffer[] = []
  let offset = 12 + tables.length * 16
  for (const [tag, data] of tables) {
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    parts.push(Buffer.from(tag, 'latin1'), longs(sum(padded), offset, data.length))
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([...parts, ...bodies])
}

/** U+0020 is glyph 1 (format 4, with the segment that ends the table). */
function cmap(): Buffer {
  const mapping = shorts(4, 32, 0, 4, 4, 1, 0, 0x20, 0xffff, 0, 0x20, 0xffff, 1 - 0x20, 1, 0, 0)
  return Buffer.concat([shorts(0, 1, 3, 1), longs(12), mapping])
}

function head(): Buffer {
  return Buffer.concat([
    longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
    shorts(0, EM),
    Buffer.alloc(16),
    shorts(0, 0, EM, EM, 0, 8, 2, 0, 0),
  ])
}

function hhea(): Buffer {
  const metrics = shorts(EM * 0.88, -EM * 0.12, 0, EM / 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2)
  return Buffer.concat([longs(0x10000), metrics])
}

/** Family, style and full name, for Windows and in English. */
function name(family: string): Buffer {
  const texts = [family, 'Regular', family].map((t) => Buffer.from(t, 'utf16le').swap16())
  let offset = 0
  const records = texts.map((text, index) => {
    const record = shorts(3, 1, 0x409, [1, 2, 4][index] ?? 0, text.length, offset)
    offset += text.length
    return record
  })
  return Buffer.concat([shorts(0, 3, 6 + 3 * 12), ...records, ...texts])
}

function shorts(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 2)
  for (const [i, value] of values.entries()) out.writeUInt16BE(value & 0xffff, i * 2)
  return out
}

function longs(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 4)
  for (const [i, value] of values.entries()) out.writeUInt32BE(value >>> 0, i * 4)
  return out
}

/** The checksum of a table: its words added up. */
function sum(data: Buffer): number {
  let total = 0
  for (let at = 0; at < data.length; at += 4) total = (total + data.readUInt32BE(at)) >>> 0
  return total
}
