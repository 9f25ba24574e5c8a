import type { Line } from './lines.ts'

/** Most lines of the head of a markdown file. */
const LONGEST = 40
const FENCE = /^(?:---|\+\+\+)$/u
const ENTRY = /^(?:[\w-]+\s*[:=]|-\s|#|["'\]},])/u

/** How many lines at the beginning are the head of a markdown file: keys and values between two fences. */
export function frontMatter(lines: readonly Line[]): number {
  const fence = lines[0]?.text ?? ''
  if (!FENCE.test(fence)) return 0
  for (let at = 1; at < Math.min(lines.length, LONGEST); at++) {
    const line = lines[at]
    if (line?.text === fence) return at > 1 ? at + 1 : 0
    if (line === undefined || (line.indent === 0 && !ENTRY.test(line.text))) return 0
  }
  return 0
}
