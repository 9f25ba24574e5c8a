/** The em square of a Chinese face stands so far above and below the baseline, in ems. */
const [ABOVE, BELOW] = [0.88, 0.12]

/**
 * Metrics of vertical lines. With them the browser measures from the top of each outline, which it rounds up to a whole
 * pixel: characters then stand unevenly. Without them it measures from the top of the square.
 */
const VERTICAL = new Set(['vhea', 'vmtx'])

/**
 * Gives a face (TrueType) the height of its em square, so that whatever face a line is set in, its baseline stands at the
 * same place between the lines, and so that vertical lines are whole squares. Faces are drawn on one square and
 * declare very different heights.
 */
export function squareBody(font: Uint8Array): Uint8Array {
  const out = without(font, VERTICAL)
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + i * 16
    const tag = String.fromCharCode(...out.subarray(at, at + 4))
    tables.set(tag, view.getUint32(at + 8))
  }
  const [head, hhea, os2] = [tables.get('head'), tables.get('hhea'), tables.get('OS/2')]
  if (head === undefined || hhea === undefined) return out
  const em = view.getUint16(head + 18)
  const [above, below] = [Math.round(em * ABOVE), Math.round(em * BELOW)]
  view.setInt16(hhea + 4, above)
  view.setInt16(hhea + 6, -below)
  view.setInt16(hhea + 8, 0)
  if (os2 === undefined) return out
  view.setInt16(os2 + 68, above)
  view.setInt16(os2 + 70, -below)
  view.setInt16(os2 + 72, 0)
  view.setUint16(os2 + 74, above)
  view.setUint16(os2 + 76, below)
  return out
}

/** A font without some tables. */
function without(font: Uint8Array, dropped: ReadonlySet<string>): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const records = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + i * 16).filter(
    (at) => !dropped.has(String.fromCharCode(...font.subarray(at, at + 4))),
  )
  const sizes = records.map((at) => view.getUint32(at + 12))
  const padded = (size: number): number => Math.ceil(size / 4) * 4
  const head = 12 + records.length * 16
  const out = new Uint8Array(sizes.reduce((sum, size) => sum + padded(size), head))
  const made = new DataView(out.buffer)
  out.set(font.subarray(0, 4))
  const power = Math.floor(Math.log2(records.length))
  made.setUint16(4, records.length)
  made.setUint16(6, 16 << power)
  made.setUint16(8, power)
  made.setUint16(10, (records.length - (1 << power)) * 16)
  let to = head
  for (const [index, at] of records.entries()) {
    const [from, size] = [view.getUint32(at + 8), sizes[index] ?? 0]
    out.set(font.subarray(at, at + 16), 12 + index * 16)
    made.setUint32(12 + index * 16 + 8, to)
    out.set(font.subarray(from, from + size), to)
    to += padded(size)
  }
  return out
}
