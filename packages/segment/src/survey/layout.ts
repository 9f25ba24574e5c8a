import { isHan } from '@huijiao/text'
import { endingOf } from '../page/syntax.ts'
import type { Atom, Page } from '../page/types.ts'

/** Atoms on each side that are looked at to learn the measure of a column. */
const REACH = 12
const NARROWEST = 16
const WIDEST = 140

/**
 * Width of the printed column that each atom stands in, in columns; 0 where lines are not wrapped.
 * Wrapped text shows itself by many lines of one width that end inside a sentence.
 */
export function measures(page: Page): readonly number[] {
  const { atoms } = page
  const inside = atoms.map((atom) => endsInside(page, atom))
  const tolerance = page.content.codes.length === 0 ? 3 : latinShare(page) > 0.5 ? 8 : 3
  const runs = runMeasures(atoms, inside)
  return atoms.map((_, index) => {
    const from = Math.max(0, index - REACH)
    const to = Math.min(atoms.length, index + REACH + 1)
    let measure = 0
    let most = 0
    for (let at = from; at < to; at++) {
      const width = atoms[at]?.width ?? 0
      if (width < NARROWEST || width > WIDEST) continue
      let peers = 0
      let open = 0
      let wider = 0
      for (let other = from; other < to; other++) {
        const difference = (atoms[other]?.width ?? 0) - width
        if (difference > tolerance + 1) wider++
        if (difference > 1 || difference < -tolerance) continue
        peers++
        if (inside[other] === true) open++
      }
      const wrapped =
        peers >= 3 && peers * 10 >= (to - from) * 3 && open * 2 >= peers && wider * 5 <= to - from
      if (!wrapped || peers < most || (peers === most && width < measure)) continue
      measure = width
      most = peers
    }
    return measure === 0 ? (runs[index] ?? 0) : measure
  })
}

/** Columns of a line of prose, at least, in a run that is too short to show a measure by its number. */
const LONG = 40
/** Columns by which full lines differ: a letter or a mark that may not begin a line. */
const EVEN = 2

/**
 * The same of a paragraph that is set apart by blank lines: where all its lines but the last are of one width, two at
 * least, and break off within a sentence, it is wrapped, whatever stands around it.
 */
function runMeasures(atoms: readonly Atom[], inside: readonly boolean[]): readonly number[] {
  const found: number[] = atoms.map(() => 0)
  let start = 0
  for (let end = 1; end <= atoms.length; end += 1) {
    if (end < atoms.length && (atoms[end]?.gap ?? 0) === 0) continue
    const run = atoms.slice(start, end)
    const full = run.slice(0, -1)
    const width = full.reduce((most, atom) => Math.max(most, atom.width), 0)
    const even = full.every((atom) => width - atom.width <= EVEN)
    const last = run.at(-1)?.width ?? 0
    const open = full.filter((_, k) => inside[start + k] === true)
    if (
      full.length >= 2 &&
      width >= LONG &&
      even &&
      last <= width + EVEN &&
      open.length * 2 > full.length
    )
      found.fill(width, start, end)
    start = end
  }
  return found
}

function endsInside(page: Page, atom: Atom): boolean {
  const text = page.source.points.slice(Math.max(atom.start, atom.end - 12), atom.end).join('')
  const ending = endingOf(text)
  return ending === 'open' || ending === 'pause'
}

function latinShare({ source }: Page): number {
  let han = 0
  let latin = 0
  for (const point of source.points) {
    if (isHan(point)) han++
    else if (/[A-Za-z]/u.test(point)) latin++
  }
  return latin / Math.max(1, han + latin)
}
