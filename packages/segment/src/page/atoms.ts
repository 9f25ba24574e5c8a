import type { FurnitureKind, Source } from '@huijiao/model'
import { columns, isContent, isWhite, isWordless } from '@huijiao/text'
import { contentIndex, contentOf } from './content.ts'
import { pageCounters } from './counters.ts'
import { frontMatter } from './frontmatter.ts'
import { furnitureOf } from './furniture.ts'
import { type Line, linesOf } from './lines.ts'
import { type Marked, markedLines } from './marked.ts'
import { type CutLine, cutLine } from './pieces.ts'
import { runningHeads } from './running.ts'
import type { Parting } from './slices.ts'
import type { Atom, Content, Furniture, Jump, KnownLine, LineAt, Page } from './types.ts'

type Draft = Omit<Atom, 'index' | 'from' | 'to'>

/** Marks that close what stands before them, alone on a line. */
const HANGING = /^[。，、；：！？”’）》」』〉】]{1,3}$/u

/**
 * Cuts a source into atoms and the furniture that its form gives away.
 *
 * @param partings places, in order, before which columns were taken apart.
 */
export function pageOf(
  source: Source,
  index: number,
  partings: Partings,
  lineAt: LineAt = () => null,
): Page {
  const lines = linesOf(source)
  const running = runningHeads(lines)
  const counters = pageCounters(lines)
  const head = frontMatter(lines)
  const marked = markedLines(source)
  const pass: Pass = {
    source,
    index,
    partings,
    lines,
    furniture: [],
    drafts: [],
    jumpIn: null,
    pageBreak: false,
    lastLine: -1,
    passed: 0,
  }
  for (const [at, line] of lines.entries()) {
    const said = marked(line.start, line.end)
    pass.pageBreak ||= line.feed || said.pageBreak
    if (at < head) pass.furniture.push({ start: line.start, end: line.end, kind: 'markup' })
    else {
      const known = lineAt(line.start) ?? lineAt(line.start + markupOf(line.text))
      readLine(pass, line, { ...said, known, runs: running.has(at), counts: counters.has(at) })
    }
  }
  const furniture = pass.furniture.sort((a, b) => a.start - b.start)
  const content = contentOf(source, furniture, pass.drafts)
  return { source, atoms: atomsOf(pass.drafts, content), furniture, content }
}

type Partings = readonly (readonly [at: number, parting: Parting])[]

/** One pass over the lines of a source, and what has been found so far. */
interface Pass {
  readonly source: Source
  readonly index: number
  readonly partings: Partings
  readonly lines: readonly Line[]
  readonly furniture: Furniture[]
  readonly drafts: Draft[]
  /** A jump line that the next atom stands under. */
  jumpIn: Jump | null
  /** A page ended since the last atom. */
  pageBreak: boolean
  /** Physical line of the last atom; -1 before the first. */
  lastLine: number
  /** Partings before the last atom. */
  passed: number
}

/** What is known of a line before it is cut. */
interface LineFacts extends Marked {
  readonly known: KnownLine | null
  /** It is a running head. */
  readonly runs: boolean
  /** It counts pages. */
  readonly counts: boolean
}

/** What stands at the edge of a page. */
const ENDS_PAGE: ReadonlySet<FurnitureKind> = new Set<FurnitureKind>([
  'page-number',
  'running-head',
  'repeated-headline',
])

function readLine(pass: Pass, line: Line, facts: LineFacts): void {
  const { drafts, furniture, lines } = pass
  const above = drafts.at(-1)
  if (above !== undefined && pass.lastLine === line.index - 1 && HANGING.test(line.text)) {
    // A wrap that keeps no rule of line breaking: the mark closes the line above.
    drafts[drafts.length - 1] = { ...above, end: line.end }
    pass.lastLine = line.index
    return
  }
  const kind = furnitureOf(line, facts.known, facts, lines)
  if (kind !== null) {
    furniture.push({ start: line.start, end: line.end, kind })
    pass.pageBreak ||= ENDS_PAGE.has(kind)
    return
  }
  const cut = cutLine(line)
  furniture.push(...cut.furniture)
  for (const piece of cut.pieces) {
    if (piece.kind === 'page-number') pass.pageBreak = true
    else if (piece.kind === 'text') readText(pass, line, piece, { ...facts, cut })
    else {
      const previous = drafts.at(-1)
      if (piece.jump.direction === 'in') pass.jumpIn = piece.jump
      else if (previous !== undefined)
        drafts[drafts.length - 1] = { ...previous, jumpOut: piece.jump }
    }
  }
}

/** Makes an atom of a piece of text, unless nothing of it can be read. */
function readText(
  pass: Pass,
  line: Line,
  piece: { readonly start: number; readonly end: number },
  { known, level, bold, cut }: LineFacts & { readonly cut: CutLine },
): void {
  const { source, index } = pass
  const span = trimmed(source, piece.start, piece.end)
  if (span === null) return
  const { start, end } = span
  const points = source.points.slice(start, end)
  if (!points.some(isContent) && !isWordless(points.join(''))) {
    pass.furniture.push({ start, end, kind: 'other' })
    return
  }
  let width = 0
  for (let at = start; at < end; at++) width += columns(source.points[at] ?? '')
  pass.drafts.push({
    source: index,
    start,
    end,
    line: line.index,
    indent: line.indent,
    gap: pass.lastLine < 0 ? line.index : Math.max(0, line.index - pass.lastLine - 1),
    width,
    trailing: line.trailing && end === line.end,
    level: Math.max(cut.level, level),
    bold: cut.bold || bold,
    jumpIn: pass.jumpIn,
    jumpOut: null,
    pageBreak: pass.pageBreak,
    parting: partingBefore(pass, start),
    label: known?.label ?? null,
    there: known?.there ?? NOWHERE,
  })
  pass.jumpIn = null
  pass.pageBreak = false
  pass.lastLine = line.index
}

/** The parting between the last atom and a place; text that stands apart stays so. */
function partingBefore(pass: Pass, start: number): Parting | null {
  let parting: Parting | null = null
  for (; ; pass.passed++) {
    const next = pass.partings[pass.passed]
    if (next === undefined || next[0] > start) return parting
    if (parting !== 'apart') parting = next[1]
  }
}

/** The atoms of a source; where no headline is of the first level, those of the next are. */
function atomsOf(drafts: readonly Draft[], content: Content): Atom[] {
  const levels = drafts.flatMap(({ level }) => (level > 0 ? [level] : []))
  const top = levels.reduce((least, level) => Math.min(least, level), 6)
  return drafts.map((draft, at) => ({
    ...draft,
    level: Math.max(0, draft.level - top + 1),
    index: at,
    from: contentIndex(content, draft.start),
    to: contentIndex(content, draft.end),
  }))
}

const NOWHERE: KnownLine['there'] = new Map()

/** How many UTF-16 units of markup stand before the text of a line. */
function markupOf(text: string): number {
  return /^(?:#{1,6}\s+|\*\*|__)/u.exec(text)?.[0].length ?? 0
}

function trimmed(source: Source, from: number, to: number): { start: number; end: number } | null {
  let start = from
  let end = to
  while (start < end && isWhite(source.points[start] ?? '')) start++
  while (end > start && isWhite(source.points[end - 1] ?? '')) end--
  return start < end ? { start, end } : null
}
