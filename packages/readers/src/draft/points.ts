/** Counts code points: `pointsBefore(text)(unit)` is the number of those before a UTF-16 offset. */
export function pointsBefore(text: string): (unit: number) => number {
  const pairs = surrogatePairs(text)
  if (pairs.length === 0) return (unit) => unit
  return (unit) => {
    let [low, high] = [0, pairs.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] ?? 0) < unit) low = middle + 1
      else high = middle
    }
    return unit - low
  }
}

/** UTF-16 offsets of the second halves of characters beyond the basic plane. */
function surrogatePairs(text: string): number[] {
  const found: number[] = []
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const before = text.charCodeAt(at - 1)
    if (code >= 0xdc00 && code < 0xe000 && before >= 0xd800 && before < 0xdc00) found.push(at)
  }
  return found
}

/** UTF-16 offsets at which lines begin. A line ends with LF, CR LF, or CR alone. */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/gu)) starts.push(index + end.length)
  return starts
}
