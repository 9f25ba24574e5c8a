import type { FurnitureKind, Source } from '@huijiao/model'
import { columns, isContent, isWhite, isWordless } from '@huijiao/text'
import { contentIndex, contentOf } from './content.ts'
import { frontMatter } from './frontmatter.ts'
import { jumpsIn } from './jumps.ts'
import { furnitureOdds, type Label, type Labelled } from './label/index.ts'
import type { KnownLine, LineAt } from './labelled.ts'
import { type Line, linesOf } from './lines.ts'
import { isClosingDateline } from './marks.ts'
import { markedLines } from './marked.ts'
import { INLINE_PAGE_NUMBER, LINE_MARKUP, LINKED, lineFurniture, SITE, TAG } from './patterns.ts'
import { runningHeads } from './running.ts'
import type { Parting } from './slices.ts'
import type { Atom, Furniture, Jump, Page } from './types.ts'

type Draft = Omit<Atom, 'index' | 'from' | 'to'>

/** The title of a web page is no longer, in UTF-16 units. */
const TITLE = 120

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
  partings: readonly (readonly [at: number, parting: Parting])[],
  lineAt: LineAt = () => null,
): Page {
  const furniture: Furniture[] = []
  const drafts: Draft[] = []
  let jumpIn: Jump | null = null
  let pageBreak = false
  let lastLine = -1
  let passed = 0
  const lines = linesOf(source)
  const running = runningHeads(lines)
  const head = frontMatter(lines)
  const marked = markedLines(source)
  for (const [at, line] of lines.entries()) {
    const said = marked(line.start, line.end)
    pageBreak ||= line.feed || said.pageBreak
    if (at < head) {
      furniture.push({ start: line.start, end: line.end, kind: 'markup' })
      continue
    }
    const above = drafts.at(-1)
    if (above !== undefined && lastLine === line.index - 1 && HANGING.test(line.text)) {
      // A wrap that keeps no rule of line breaking: the mark closes the line above.
      drafts[drafts.length - 1] = { ...above, end: line.end }
      lastLine = line.index
      continue
    }
    const known = lineAt(line.start) ?? lineAt(line.start + markupOf(line.text))
    const label = known?.label ?? null
    const form =
      lineFurniture(line.text.replace(LINE_MARKUP, '')) ?? (running.has(at) ? 'running-head' : null)
    const lone = form === 'page-number' && isLone(line.text, lines)
    const whole = lone ? null : furnitureOf(form, label, line.text)
    if (whole !== null) {
      const kind = whole === 'running-head' && isTwice(line, lines) ? 'repeated-headline' : whole
      furniture.push({ start: line.start, end: line.end, kind })
      pageBreak ||= whole === 'page-number' || whole === 'running-head'
      continue
    }
    const cut = cutLine(line)
    furniture.push(...cut.furniture)
    for (const piece of cut.pieces) {
      if (piece.kind === 'jump') {
        const previous = drafts.at(-1)
        if (piece.jump.direction === 'in') jumpIn = piece.jump
        else if (previous !== undefined) {
          drafts[drafts.length - 1] = { ...previous, jumpOut: piece.jump }
        }
        continue
      }
      if (piece.kind === 'page-number') {
        pageBreak = true
        continue
      }
      const span = trimmed(source, piece.start, piece.end)
      if (span === null) continue
      const { start, end } = span
      const points = source.points.slice(start, end)
      if (!points.some(isContent) && !isWordless(points.join(''))) {
        furniture.push({ start, end, kind: 'other' })
        continue
      }
      let parting: Parting | null = null
      for (; (partings[passed]?.[0] ?? Number.POSITIVE_INFINITY) <= start; passed++) {
        if (parting !== 'apart') parting = partings[passed]?.[1] ?? null
      }
      let width = 0
      for (let at = start; at < end; at++) width += columns(source.points[at] ?? '')
      const gap = lastLine < 0 ? line.index : Math.max(0, line.index - lastLine - 1)
      drafts.push({
        source: index,
        start,
        end,
        line: line.index,
        indent: line.indent,
        gap,
        width,
        trailing: line.trailing && end === line.end,
        level: Math.max(cut.level, said.level),
        bold: cut.bold || said.bold,
        jumpIn,
        jumpOut: null,
        pageBreak,
        parting,
        label,
        there: known?.there ?? NOWHERE,
      })
      jumpIn = null
      pageBreak = false
      lastLine = line.index
    }
  }
  furniture.sort((a, b) => a.start - b.start)
  const content = contentOf(source, furniture, drafts)
  // Where no headline is of the first level, those of the next are.
  const levels = drafts.flatMap(({ level }) => (level > 0 ? [level] : []))
  const top = levels.reduce((least, level) => Math.min(least, level), 6)
  const atoms = drafts.map((draft, at) => ({
    ...draft,
    level: Math.max(0, draft.level - top + 1),
    index: at,
    from: contentIndex(content, draft.start),
    to: contentIndex(content, draft.end),
  }))
  return { source, atoms, furniture, content }
}

const NOWHERE: KnownLine['there'] = new Map()

/** Nats from which a label is believed against the form of a line, and those for furniture that leave a line out. */
const AGAINST_FORM = 1
const BY_LABEL = 3
/** The same of a line that ends as sentences do. */
const BY_LABEL_SAID = 6
/** The same of a line that does not end as sentences do. */
const SURELY = 4

/** What a label leaves out, by its kind. */
const KINDS: Partial<Record<Label, FurnitureKind>> = {
  'page-number': 'page-number',
  'running-head': 'running-head',
  'source-note': 'source-note',
  web: 'navigation',
  rule: 'other',
  advert: 'advertisement',
  'advert-more': 'advertisement',
  imprint: 'imprint',
  'imprint-more': 'imprint',
}

/** A row of a table. */
const ROW = /^\|.+\|$|\t/u

/** How speech, sentences and years end, which furniture does not. */
const SAID = /[。！？!?…][”’」』"'）)]*$|^[12]\d{3}$/u

/** Whether a number of three digits or more stands by itself: no page before or after it is counted. */
function isLone(text: string, lines: readonly Line[]): boolean {
  if (!/^\d{3,4}$/u.test(text)) return false
  const near = [Number(text) - 1, Number(text) + 1].map(String)
  return !lines.some((line) => near.some((number) => line.text.includes(number)))
}

/** Whether a line that heads a page stands once more in its source: over the text, where it is the headline. */
const isTwice = ({ text }: Line, lines: readonly Line[]): boolean =>
  lines.filter((line) => line.text === text).length === 2

/** What furniture a line is: by its form, unless it reads as text; by its label, where that is sure. */
function furnitureOf(
  form: FurnitureKind | null,
  label: Labelled | null,
  text: string,
): FurnitureKind | null {
  if (label === null || isWordless(text)) return form
  const kind = KINDS[label.label]
  const odds = furnitureOdds(label)
  if (form !== null) {
    const counted = form === 'page-number' || form === 'running-head'
    const said = SAID.test(text)
    const isText =
      kind === undefined && (said ? label.margin >= AGAINST_FORM : counted && -odds >= SURELY)
    return isText ? null : form
  }
  // Where and when a report was sent is text, at its end too; so are the rows of a table.
  const least = SAID.test(text) ? BY_LABEL_SAID : BY_LABEL
  const isText = isClosingDateline(text) || ROW.test(text)
  return kind !== undefined && odds >= least && !isText ? kind : null
}

/** How many UTF-16 units of markup stand before the text of a line. */
function markupOf(text: string): number {
  return /^(?:#{1,6}\s+|\*\*|__)/u.exec(text)?.[0].length ?? 0
}

type Piece =
  | { readonly kind: 'text' | 'page-number'; readonly start: number; readonly end: number }
  | { readonly kind: 'jump'; readonly jump: Jump }

interface CutLine {
  readonly furniture: readonly Furniture[]
  readonly pieces: readonly Piece[]
  readonly level: number
  readonly bold: boolean
}

/** Takes markup, jump lines and page numbers out of one line. */
function cutLine(line: Line): CutLine {
  const { text } = line
  // Places of matches count UTF-16 units, those of sources code points.
  const place = astral(text)
    ? (unit: number): number => line.start + Array.from(text.slice(0, unit)).length
    : (unit: number): number => line.start + unit
  const furniture: Furniture[] = []
  const holes: { start: number; end: number; piece: Piece | null }[] = []
  const hole = (start: number, end: number, kind: Furniture['kind'], piece: Piece | null): void => {
    if (end <= start || holes.some((other) => other.start < end && start < other.end)) return
    furniture.push({ start: place(start), end: place(end), kind })
    holes.push({ start, end, piece })
  }
  const mark = LINE_MARKUP.exec(text)
  if (mark !== null) hole(0, mark[0].length, 'markup', null)
  for (const jump of jumpsIn(text)) {
    const placed = { ...jump, start: place(jump.start), end: place(jump.end) }
    hole(jump.start, jump.end, 'jump-line', { kind: 'jump', jump: placed })
  }
  for (const match of text.matchAll(INLINE_PAGE_NUMBER)) {
    const [start, end] = [match.index, match.index + match[0].length]
    hole(start, end, 'page-number', { kind: 'page-number', start: place(start), end: place(end) })
  }
  const site = text.length <= TITLE && /[-_＿|｜丨—–]/u.test(text) ? SITE.exec(text) : null
  if (site !== null) hole(site.index, text.length, 'other', null)
  const marks = [...text.matchAll(/[*][*]/gu)]
  if (marks.length % 2 === 0)
    for (const match of marks) hole(match.index, match.index + 2, 'markup', null)
  const marked = /[<&]|\]\(/u.test(text)
  for (const pattern of marked ? [TAG, LINKED] : []) {
    for (const match of text.matchAll(pattern)) {
      hole(match.index, match.index + match[0].length, 'markup', null)
    }
  }
  holes.sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, piece } of holes) {
    if (start > at) pieces.push({ kind: 'text', start: place(at), end: place(start) })
    if (piece !== null) pieces.push(piece)
    at = end
  }
  if (at < text.length) pieces.push({ kind: 'text', start: place(at), end: place(text.length) })
  const bold = marks.length === 2 && /^\W*$/u.test(text.slice(0, marks[0]?.index ?? 0))
  return { furniture, pieces, level: mark?.[1]?.length ?? 0, bold }
}

function astral(text: string): boolean {
  return /[\u{10000}-\u{10FFFF}]/u.test(text)
}

function trimmed(source: Source, from: number, to: number): { start: number; end: number } | null {
  let start = from
  let end = to
  while (start < end && isWhite(source.points[start] ?? '')) start++
  while (end > start && isWhite(source.points[end - 1] ?? '')) end--
  return start < end ? { start, end } : null
}
