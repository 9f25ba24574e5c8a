import type { BrokenPage, Galley, NoteExtent, NotePart, PageShape, Unit } from './model.ts'

/** A place where a page may end: after a line of a unit. */
interface Candidate {
  readonly unit: number
  readonly line: number
  readonly used: number
  /** Number of notes called up to here, of all notes of the document. */
  readonly called: number
}

/** How strict a page end is: 0 all rules, 1 a paragraph may leave one line alone, 2 a head may end a page too. */
type Laxity = 0 | 1 | 2

/** Rounding of the browser, in pixels. */
const SLACK = 0.6

/** Fewest lines of a long note that are worth beginning, and that may be left for the next page. */
const LEAST = 2

/**
 * Breaks a document into pages so that each note stands, or at least begins, on the page of its call.
 *
 * A page takes the most lines that fit together with the notes called in them, those carried over from the page
 * before first. It ends before a head, after at least two lines of a paragraph, and before at least two. Where
 * whole notes would leave much of the page empty, the last of them is divided instead. When no place obeys
 * all rules, or the last page would have fewer than four lines, the page before gives up some lines if that helps; else the rules yield one by one, so every document ends.
 */
export function breakPages(galley: Galley, shape: PageShape): BrokenPage[] {
  const { units } = galley
  const pages: BrokenPage[] = []
  let state: State = { unit: 0, line: 0, next: 0, carried: [], opens: true }
  let before: { readonly state: State; readonly chosen: Candidate } | null = null
  while (state.unit < units.length) {
    let step = fillPage(galley, shape, state)
    if (!isSound(step, galley, shape) && before !== null) {
      const better = shorterBefore(galley, shape, before.state, before.chosen)
      if (better !== null) {
        pages[pages.length - 1] = better.first.page
        state = better.first.after
        step = better.second
      }
    }
    pages.push(step.page)
    before = { state, chosen: step.chosen }
    state = step.after
  }
  const end = units.at(-1)?.bottom ?? 0
  let { carried } = state
  while (carried.length > 0) {
    const { placed, rest } = fill(carried, shape, shape.height)
    pages.push({ unit: units.length, line: 0, top: end, used: 0, notes: placed })
    carried = rest
  }
  return pages
}

/** What has been set, and what is due. */
interface State {
  readonly unit: number
  readonly line: number
  /** The next note to be called. */
  readonly next: number
  readonly carried: readonly NotePart[]
  readonly opens: boolean
}

interface Step {
  readonly page: BrokenPage
  readonly after: State
  readonly chosen: Candidate
  readonly laxity: Laxity
}

/** Fills one page; with `short`, so that it ends before that place. */
function fillPage(galley: Galley, shape: PageShape, state: State, short?: Candidate): Step {
  const { units, notes } = galley
  const { unit, line, next, carried, opens } = state
  // Space above the first line is dropped, except where the document opens.
  const top = opens ? 0 : lineTop(units, unit, line)
  const lead = opens ? 0 : (units[unit]?.lead ?? 0)
  const all = candidates(galley, shape, { unit, line, top: top - lead, next })
  const reach = short === undefined ? all : all.filter((c) => c.used < short.used)
  const { chosen, laxity } = choose(reach, galley, shape, { unit, line, next, carried })
  const due = [...carried, ...notes.slice(next, chosen.called).map(whole)]
  const { placed, rest } = fill(due, shape, roomFor(chosen.used, shape))
  const ended = units[chosen.unit]
  const within = ended !== undefined && chosen.line + 1 < ended.ends.length
  return {
    page: { unit, line, top, used: chosen.used, notes: placed },
    after: {
      unit: within ? chosen.unit : chosen.unit + 1,
      line: within ? chosen.line + 1 : 0,
      next: chosen.called,
      carried: rest,
      opens: false,
    },
    chosen,
    laxity,
  }
}

/** Fewest lines of the last page of a document, as Chinese publishers have it: fewer look like a mistake. */
const FEWEST = 4

/** Whether a page obeys all rules; if it is the last after others, it is not all but empty. */
function isSound(step: Step, { units }: Galley, shape: PageShape): boolean {
  const isLast = step.after.unit >= units.length
  return step.laxity === 0 && (!isLast || step.page.used + SLACK >= shape.line * FEWEST)
}

/** How many lines a page may give up so that the next one need not break a rule. */
const GIVEN_UP = 6

/** The page before, made shorter, and a page after it that obeys all rules; null where there is none. */
function shorterBefore(
  galley: Galley,
  shape: PageShape,
  state: State,
  chosen: Candidate,
): { readonly first: Step; readonly second: Step } | null {
  let limit = chosen
  while (limit.used > chosen.used - shape.line * GIVEN_UP) {
    if (limit.unit === state.unit && limit.line === state.line) return null
    const first = fillPage(galley, shape, state, limit)
    if (first.laxity > 0) return null
    const second = fillPage(galley, shape, first.after)
    if (isSound(second, galley, shape)) return { first, second }
    limit = first.chosen
  }
  return null
}

interface Start {
  readonly unit: number
  readonly line: number
  readonly next: number
}

/** Every line that the page could hold if it had no notes, in order; at least one. */
function candidates(
  { units, notes }: Galley,
  shape: PageShape,
  start: Start & { readonly top: number },
): Candidate[] {
  const found: Candidate[] = []
  let called = start.next
  for (let u = start.unit; u < units.length; u += 1) {
    const { ends } = units[u] as Unit
    for (let l = u === start.unit ? start.line : 0; l < ends.length; l += 1) {
      const used = (ends[l] as number) - start.top
      if (found.length > 0 && used > shape.height + SLACK) return found
      for (
        let note = notes[called];
        note !== undefined && before(note, u, l);
        note = notes[called]
      ) {
        called += 1
      }
      found.push({ unit: u, line: l, used, called })
    }
  }
  return found
}

const before = (note: NoteExtent, unit: number, line: number): boolean =>
  note.unit < unit || (note.unit === unit && note.line <= line)

function choose(
  reach: readonly Candidate[],
  galley: Galley,
  shape: PageShape,
  start: Start & { readonly carried: readonly NotePart[] },
): { readonly chosen: Candidate; readonly laxity: Laxity } {
  const due = (c: Candidate) => [
    ...start.carried,
    ...galley.notes.slice(start.next, c.called).map(whole),
  ]
  for (const laxity of [0, 1, 2] as const) {
    const legal = reach.filter((c) => mayEnd(galley.units, c, start, laxity))
    const full = legal.findLast((c) => heightOf(due(c), shape) <= roomFor(c.used, shape) + SLACK)
    if (full !== undefined && blank(full, due(full), shape) <= shape.line * 3)
      return { chosen: full, laxity }
    if (full !== undefined && full === reach.at(-1)) return { chosen: full, laxity }
    const divided = legal.findLast((c) => allBegin(due(c), shape, roomFor(c.used, shape)))
    if (divided !== undefined && (full === undefined || divided.used > full.used))
      return { chosen: divided, laxity }
    if (full !== undefined) return { chosen: full, laxity }
  }
  // More notes than any page holds are called in the first line: they go on overleaf.
  return { chosen: reach[0] as Candidate, laxity: 2 }
}

const blank = (c: Candidate, due: readonly NotePart[], shape: PageShape): number =>
  shape.height - c.used - heightOf(due, shape)

function mayEnd(
  units: readonly Unit[],
  { unit, line }: Candidate,
  start: Start,
  laxity: Laxity,
): boolean {
  if (unit === units.length - 1 && line === (units[unit] as Unit).ends.length - 1) return true
  const { ends, keepWithNext } = units[unit] as Unit
  if (line === ends.length - 1) return laxity === 2 || !keepWithNext
  if (laxity > 0) return true
  const above = unit === start.unit && start.line > 0 ? LEAST : line + 1
  return above >= LEAST && ends.length - line - 1 >= LEAST
}

/** Whether every note but the last fits whole, and the last with some lines. */
function allBegin(due: readonly NotePart[], shape: PageShape, room: number): boolean {
  const last = due.at(-1)
  if (last === undefined) return true
  const lines = last.to - last.from
  // What goes on from the page before takes its share, or it would trickle through the chapter.
  const share = last.from > 0 ? Math.floor((shape.height * 0.6) / shape.noteLine) : LEAST
  const begun = Math.min(lines, share)
  return heightOf([...due.slice(0, -1), { ...last, to: last.from + begun }], shape) <= room + SLACK
}

/** Sets as many lines of notes as the room holds. */
function fill(
  due: readonly NotePart[],
  shape: PageShape,
  room: number,
): { placed: NotePart[]; rest: NotePart[] } {
  let lines = Math.floor((room - shape.rule + SLACK) / shape.noteLine)
  const placed: NotePart[] = []
  for (const [index, part] of due.entries()) {
    const wanted = part.to - part.from
    if (wanted <= lines) {
      placed.push(part)
      lines -= wanted
      continue
    }
    // A single line is neither begun nor left over, unless nothing else moves on.
    let taken = wanted - lines < LEAST ? lines - 1 : lines
    if (taken < LEAST && (placed.length > 0 || part.from > 0 || taken < 1)) taken = 0
    if (taken === 0 && placed.length === 0 && lines >= 1 && room >= shape.height - SLACK)
      taken = lines
    if (taken > 0) placed.push({ ...part, to: part.from + taken })
    return { placed, rest: [{ ...part, from: part.from + taken }, ...due.slice(index + 1)] }
  }
  return { placed, rest: [] }
}

const whole = (note: NoteExtent): NotePart => ({
  id: note.id,
  from: 0,
  to: note.lines,
  of: note.lines,
})

function heightOf(parts: readonly NotePart[], shape: PageShape): number {
  if (parts.length === 0) return 0
  return shape.rule + shape.noteLine * parts.reduce((sum, part) => sum + part.to - part.from, 0)
}

const roomFor = (used: number, shape: PageShape): number => shape.height - used

/** Where a line begins. */
function lineTop(units: readonly Unit[], unit: number, line: number): number {
  const { top, ends } = units[unit] as Unit
  return line === 0 ? top : (ends[line - 1] as number)
}
