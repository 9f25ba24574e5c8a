/** Squares that stand for an illegible character or, at the heads of lines, for a bullet. */
const SQUARES: ReadonlyMap<string, string> = new Map([
  ['■', '▪'],
  ['◼', '▪'],
  ['□', '▫'],
  ['◻', '▫'],
])

/**
 * The squares of a text that are bullets, as the bullets that they are, by offset: those of one kind that all stand at
 * the heads of lines before a word, on two lines at least. `■座钟` … `■怀表` are items, `□年春` is a gap.
 *
 * @param points the text by code points.
 */
export function bulletSquares(points: readonly string[]): ReadonlyMap<number, string> {
  const known = read.get(points)
  if (known !== undefined) return known
  const found = new Map<number, string>()
  for (const [square, bullet] of SQUARES) {
    const places = points.flatMap((point, at) => (point === square ? [at] : []))
    const heads = places.filter((at) => headsLine(points, at))
    if (heads.length < 2 || heads.length < places.length) continue
    for (const at of heads) found.set(at, bullet)
  }
  read.set(points, found)
  return found
}

const read = new WeakMap<readonly string[], ReadonlyMap<number, string>>()

function headsLine(points: readonly string[], at: number): boolean {
  let before = at - 1
  while (/^[^\S\n\r]$/u.test(points[before] ?? '')) before -= 1
  let after = at + 1
  while (/^[^\S\n\r]$/u.test(points[after] ?? '')) after += 1
  const begins = points[before] === undefined || /^[\n\r]$/u.test(points[before] ?? '')
  return begins && /^[\p{L}\p{N}“「『《（]$/u.test(points[after] ?? '')
}
