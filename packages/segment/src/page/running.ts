import type { Line } from './lines.ts'
import { lineFurniture } from './patterns.ts'

/** Lines next to an edge of a page, on either side of it, among which running heads stand. */
const REACH = 2
/** A line that stands so often at the edges of pages is no accident. */
const OFTEN = 3
/** Heads where no page number stands: so many, so many lines apart, their distances so much alike. */
const PAGES = 5
const APART = 10
const SPREAD = 0.15
const LONGEST = 40

/**
 * Running heads and feet: short lines that stand again and again where pages end, numbers aside, and hardly
 * anywhere else. Pages end at page numbers and form feeds; where there are none, at lines that come back at even
 * distances, alike or with a number that rises evenly.
 *
 * @returns the lines, by their place in `lines`.
 */
export function runningHeads(lines: readonly Line[]): ReadonlySet<number> {
  const places = new Map<string, number[]>()
  for (const [at, line] of lines.entries()) {
    const form = formOf(line.text)
    if (form !== '') places.set(form, [...(places.get(form) ?? []), at])
  }
  const edges = lines.map((line) => line.feed || lineFurniture(line.text) === 'page-number')
  const found = new Set<number>()
  for (const [form, at] of places) {
    if (at.length < OFTEN) continue
    const atEdge = at.filter((line) => nearEdge(edges, line))
    const runs = atEdge.length >= OFTEN && atEdge.length * 4 >= at.length * 3
    if (runs) for (const line of atEdge) found.add(line)
    else if (isPaced(at) && (!form.includes('#') || numbersPages(lines, at))) {
      for (const line of at) found.add(line)
    }
  }
  return found
}

/** A line with `#` for its number; empty where it is too long for a head, or a number alone. */
function formOf(text: string): string {
  if (text.length > LONGEST || !/\p{L}/u.test(text)) return ''
  // A head has no clauses; a sentence that ends is text.
  if (/[，。；！？]/u.test(text)) return ''
  if (/[。！？；，、：,;:!?.]$/u.test(text)) return ''
  return text.replaceAll(/\d+/gu, '#').replaceAll(/\s+/gu, ' ')
}

function nearEdge(edges: readonly boolean[], line: number): boolean {
  for (let at = line - REACH; at <= line + REACH; at += 1) {
    // The feed before a line makes it the first of a page.
    if (at !== line && (edges[at] === true || at < 0)) return true
  }
  return edges[line] === true
}

/** Whether a line comes back as pages do: often, and at even distances. */
function isPaced(at: readonly number[]): boolean {
  if (at.length < PAGES) return false
  const distances = differences(at)
  const mean = distances.reduce((sum, d) => sum + d, 0) / distances.length
  const variance = distances.reduce((sum, d) => sum + (d - mean) ** 2, 0) / distances.length
  return distances.every((distance) => distance >= APART) && Math.sqrt(variance) < SPREAD * mean
}

/** Whether lines that differ by a number alone count pages, and not chapters, years or items. */
function numbersPages(lines: readonly Line[], at: readonly number[]): boolean {
  const numbers = at.map((line) => (lines[line]?.text ?? '').match(/\d+/gu) ?? [])
  if (numbers.some((found) => found.length !== 1)) return false
  const steps = differences(numbers.map((found) => Number(found[0])))
  return steps.every((step) => step === steps[0] && step >= 1 && step <= 2)
}

const differences = (values: readonly number[]): number[] =>
  values.slice(1).map((value, i) => value - (values[i] ?? 0))
