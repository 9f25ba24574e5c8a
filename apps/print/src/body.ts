/** The em square of a Chinese face stands so far above and below the baseline, in ems. */
const [ABOVE, BELOW] = [0.88, 0.12]

/**
 * Gives a face (TrueType) the height of its em square, so that whatever face a line is set in, its baseline stands at the
 * same place between the lines. Faces are drawn on one square and declare very different heights.
 */
export function squareBody(font: Uint8Array): Uint8Array {
  const out = font.slice()
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
