/** Replaces the bytes from `start` up to `end` by `text` (Latin-1); an insertion has `start === end`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Applies edits, which must not overlap. Edits at the same offset are applied in the order given, insertions
 * before a replacement.
 */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let length = bytes.length
  for (const edit of sorted) length += edit.text.length - (edit.end - edit.start)
  const out = Buffer.allocUnsafe(length)
  let from = 0
  let to = 0
  for (const edit of sorted) {
    if (edit.start < from) throw new RangeError(`edits overlap at ${edit.start}`)
    out.set(bytes.subarray(from, edit.start), to)
    to += edit.start - from
    to += out.write(edit.text, to, 'latin1')
    from = edit.end
  }
  out.set(bytes.subarray(from), to)
  return out
}
