const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '（': '）',
}
const CLOSING = new Set(Object.values(PAIRS))

/** Number of brackets and quotation marks in a sequence of marks that have no partner. */
export function mismatches(marks: string): number {
  const open: string[] = []
  let faults = 0
  for (const mark of marks) {
    const partner = PAIRS[mark]
    if (partner !== undefined) {
      // A quotation that opens again in itself was never closed.
      if (open.includes(partner)) faults += 1
      open.push(partner)
    } else if (CLOSING.has(mark)) {
      const at = open.lastIndexOf(mark)
      if (at < 0) faults += 1
      else faults += open.splice(at).length - 1
    }
  }
  return faults + open.length
}
