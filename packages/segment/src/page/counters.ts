import type { Line } from './lines.ts'
import { valueOf } from './numbering.ts'

/** A number as pages have it: in digits of either width, in Chinese, or in small Roman figures that stand alone. */
const NUMBER = /\d+|[０-９]+|[〇零一二三四五六七八九十百]+|(?<=^\W*)[ivx]+(?=\W*$)/gu
/** Longest head or foot, in UTF-16 units. */
const LONGEST = 30
/** So many lines of one form, at least, count pages. */
const PAGES = 3
/** Of the lines that count, one in so many stands within a sentence: pages end anywhere, chapters where one ends. */
const WITHIN = 3
/** A line that is shorter is no line of prose, in UTF-16 units; one line in so many of prose has a full stop. */
const PROSE = 8
const STOPPED = 5

/** What says itself which page of how many it is: `第 3 页，共 12 页`, `page 3 of 12`. */
const OF_PAGES =
  /^(?:第?\s*[\d０-９]{1,4}\s*[页頁]\s*[,，/／]?\s*[共总總]\s*[\d０-９]{1,4}\s*[页頁]|page\s+\d{1,4}\s+of\s+\d{1,4})$/iu

/**
 * Lines that count pages, whatever their form: they are alike but for a number that rises by one, and stand within
 * sentences. `城南文史 12`, `·二十一·`, `第一页`, `－８－`, `iv`.
 *
 * @returns the lines, by their place in `lines`.
 */
export function pageCounters(lines: readonly Line[]): ReadonlySet<number> {
  const forms = new Map<string, number[]>()
  for (const [at, { text }] of lines.entries()) {
    if (text.length > LONGEST || /[，。；！？：]/u.test(text)) continue
    const form = text.replaceAll(NUMBER, '#').replaceAll(/\s+/gu, ' ')
    if (!form.includes('#')) continue
    const own = forms.get(form)
    if (own === undefined) forms.set(form, [at])
    else own.push(at)
  }
  const found = new Set(
    lines.flatMap((line, at) => (OF_PAGES.test(line.text) || fillsPage(lines, at) ? [at] : [])),
  )
  if (!isProse(lines)) return found
  const counters = [...forms.values()].filter((at) => at.length >= PAGES && rises(lines, at))
  const all = new Set(counters.flat())
  for (const at of counters) {
    const within = at.filter((line) => standsWithin(lines, line, all))
    if (within.length * WITHIN >= at.length) for (const line of at) found.add(line)
  }
  return found
}

/** Whether a number is all that stands on its page. */
function fillsPage(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at], lines[at + 1]]
  const isPage = line?.feed === true && (next === undefined || next.feed)
  return isPage && line.text.replace(NUMBER, '').trim() === ''
}

/** Verse and old texts without marks have no sentence that a page number could stand in. */
const isProse = (lines: readonly Line[]): boolean =>
  lines.filter(({ text }) => /[。！？]/u.test(text)).length * STOPPED >= lines.length

/** Whether one number of the lines rises by one from each to the next, and all others stay. */
function rises(lines: readonly Line[], at: readonly number[]): boolean {
  const rows = at.map((line) =>
    [...(lines[line]?.text ?? '').matchAll(NUMBER)].map(([number]) => figure(number)),
  )
  const steps = (rows[0] ?? []).map((_, place) =>
    rows.slice(1).map((row, k) => (row[place] ?? Number.NaN) - (rows[k]?.[place] ?? Number.NaN)),
  )
  const rising = steps.filter((own) => own.every((step) => step === 1))
  return rising.length === 1 && steps.every((own) => own.every((step) => step === own[0]))
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }

function figure(number: string): number {
  if (!/^[ivx]/u.test(number)) return valueOf(number)
  const values = Array.from(number, (sign) => ROMAN[sign] ?? Number.NaN)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  )
}

/** Whether the line of prose before a line, other such lines aside, leaves its sentence open. */
function standsWithin(
  lines: readonly Line[],
  line: number,
  counters: ReadonlySet<number>,
): boolean {
  let at = line - 1
  while (counters.has(at)) at -= 1
  const before = lines[at]?.text ?? ''
  return line < lines.length - 1 && before.length >= PROSE && /[\p{L}\p{N}，、]$/u.test(before)
}
