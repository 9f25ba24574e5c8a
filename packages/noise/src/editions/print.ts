import { type Glyph, HALF, widthOf } from '../glyphs.ts'
import type { Random } from '../random.ts'
import type { TruthSpan } from '../truth.ts'
import { advertisement, type FurnitureLine, masthead } from './furniture.ts'
import type { Manner } from './manner.ts'
import type { MadeBlock } from './work.ts'

/** What one printed line truly is; places in code points, white space at its ends left out. */
export interface LineTruth {
  readonly start: number
  readonly end: number
  /** A label of the segmenter: `title`, `paragraph`, `page-number` … */
  readonly label: string
  /** Index of the work; -1 for furniture. */
  readonly work: number
}

export interface MadeFile {
  readonly name: string
  readonly text: string
  readonly spans: readonly TruthSpan[]
  readonly lines: readonly LineTruth[]
}

/** A block as one copy has it: which work, and where its characters stand in the work's text. */
export interface PlacedBlock {
  readonly work: number
  readonly block: MadeBlock
  /** Place of its first character among those of the work. */
  readonly order: number
  /** The first block of its work in this copy. */
  readonly first: boolean
  /** Its genre is one that copies print without marks. */
  readonly classical: boolean
}

interface Sheet {
  readonly points: string[]
  readonly spans: TruthSpan[]
  readonly lines: LineTruth[]
  onPage: number
  page: number
}

/** How a file is printed. */
export interface Style {
  readonly manner: Manner
  /** What its running heads say. */
  readonly title: string
  readonly newspaper: boolean
}

/** Prints blocks in a manner, with all that stands around them. */
export function printFile(
  name: string,
  blocks: readonly PlacedBlock[],
  style: Style,
  dice: Random,
): MadeFile {
  const { manner, newspaper } = style
  const sheet: Sheet = { points: [], spans: [], lines: [], onPage: 0, page: 1 + dice.below(120) }
  const furniture = (lines: readonly FurnitureLine[]): void => {
    for (const line of lines) furnitureLine(sheet, manner, line.kind, line.text)
  }
  if (newspaper && dice.chance(0.6)) {
    for (const [at, line] of masthead(dice).entries())
      furnitureLine(sheet, manner, at === 0 ? 'imprint' : 'imprint-more', line)
  }
  if (manner.web) furniture(manner.furniture.above)
  for (const [at, placed] of blocks.entries()) {
    if (newspaper && placed.first && at > 0 && dice.chance(0.35)) {
      for (const [line, text] of advertisement(dice).entries())
        furnitureLine(sheet, manner, line === 0 ? 'advert' : 'advert-more', text)
    }
    const next = blocks[at + 1]
    const head = manner.oneHead && placed.block.kind === 'title' && next?.block.kind === 'byline'
    if (manner.oneHead && placed.block.kind === 'byline' && blocks[at - 1]?.block.kind === 'title')
      continue
    printBlock(sheet, placed, head ? next : undefined, style, dice)
    const headEnds = isHead(placed.block) && (next === undefined || !isHead(next.block))
    if (manner.web && headEnds && placed.block.kind !== 'heading') furniture(manner.furniture.under)
    if (placed.block.kind === 'paragraph' && next?.block.kind === 'paragraph' && dice.chance(0.006))
      furnitureLine(sheet, manner, 'rule', manner.furniture.rule)
  }
  if (manner.web) furniture(manner.furniture.below)
  return { name, text: sheet.points.join(''), spans: sheet.spans, lines: sheet.lines }
}

function isHead({ kind }: MadeBlock): boolean {
  return kind === 'title' || kind === 'subtitle' || kind === 'byline' || kind === 'dateline'
}

function printBlock(
  sheet: Sheet,
  placed: PlacedBlock,
  author: PlacedBlock | undefined,
  { manner, title }: Style,
  dice: Random,
): void {
  const { block, work, order, first } = placed
  let glyphs = misread(block.text, order, manner, dice)
  if (manner.unmarked && placed.classical)
    glyphs = glyphs.filter(({ point }) => !/[，。；：、！？]/u.test(point))
  if (author !== undefined) {
    const gap = { point: '　', order: -1 }
    glyphs = [...glyphs, gap, ...misread(author.block.text, author.order, manner, dice)]
  }
  if (glyphs.length === 0) return
  if (block.kind === 'row') glyphs = cells(glyphs, manner)
  const heading = block.kind === 'title' || block.kind === 'heading'
  const air =
    heading || block.apart === true ? Math.max(manner.air, block.apart === true ? 1 : 0) : 0
  if (sheet.points.length > 0)
    blank(sheet, Math.max(air, block.kind === 'verse' || block.kind === 'row' ? 0 : manner.blanks))
  const lead = leadOf(block, glyphs, manner)
  const lines = wrapLines(glyphs, manner.measure, columnsOf(lead))
  for (const [at, line] of lines.entries()) {
    turnPage(sheet, manner, title, dice)
    if (at === 0) sheet.points.push(...lead)
    const bold = manner.boldHeads && block.kind === 'heading' && lines.length === 1
    if (bold) sheet.points.push('*', '*')
    const start = sheet.points.length
    for (const { point, order: place } of line) {
      push(sheet.spans, sheet.points.length, work, place)
      sheet.points.push(point)
    }
    const opening = first && at === 0 && block.kind !== 'title'
    const label = at > 0 ? 'continuation' : opening ? 'opening' : block.kind
    sheet.lines.push({ start, end: sheet.points.length, label, work })
    if (bold) sheet.points.push('*', '*')
    endLine(sheet, manner)
  }
  if (manner.markdown && block.kind === 'row' && block.apart === true) {
    const bars = block.text.split('\t').map(() => ' --- |')
    const start = sheet.points.length
    sheet.points.push(...`|${bars.join('')}`)
    sheet.lines.push({ start, end: sheet.points.length, label: 'row', work: -1 })
    endLine(sheet, manner)
  }
}

/** What stands before a block on its first line: indent, white space that centres it, marks of markdown. */
function leadOf(block: MadeBlock, glyphs: readonly Glyph[], manner: Manner): string {
  if (manner.markdown) {
    if (block.kind === 'title') return '# '
    const level = block.kind === 'heading' && !manner.boldHeads ? Math.max(2, block.depth ?? 2) : 0
    return level === 0 ? '' : `${'#'.repeat(level)} `
  }
  if (block.kind === 'title' || block.kind === 'heading') {
    const room = (manner.measure || 30) - glyphs.length
    return manner.centred && room > 1 ? '　'.repeat(room >> 1) : ''
  }
  if (block.kind === 'row') return ''
  if (block.inset === true || block.kind === 'verse') return manner.inset
  if (isHead(block)) return manner.centred ? '　　　　　' : ''
  return block.kind === 'salutation' ? '' : manner.indent
}

/** A row with its cells parted as the copy parts them; markdown sets bars at its ends too. */
function cells(glyphs: readonly Glyph[], { cells, markdown }: Manner): Glyph[] {
  const made = (text: string): Glyph[] => Array.from(text, (point) => ({ point, order: -1 }))
  const row = glyphs.flatMap((glyph) => (glyph.point === '\t' ? made(cells) : [glyph]))
  return markdown ? [...made('| '), ...row, ...made(' |')] : row
}

function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, point) => sum + widthOf(point), 0)
}

/** A text as a copy has it: letters misread, left out or doubled, marks in half width. */
function misread(text: string, start: number, manner: Manner, dice: Random): Glyph[] {
  const pool = Array.from(text).filter((point) => /\p{Script=Han}/u.test(point))
  const glyphs: Glyph[] = []
  for (const [at, point] of Array.from(text).entries()) {
    const order = start + at
    if (
      manner.noise > 0 &&
      pool.length > 0 &&
      /[\p{L}\p{N}]/u.test(point) &&
      dice.chance(manner.noise)
    ) {
      const slip = dice.below(4)
      if (slip === 1) glyphs.push({ point, order }, { point, order })
      else if (slip > 1) glyphs.push({ point: dice.pick(pool), order })
      continue
    }
    const half = manner.halfWidth ? HALF.get(point) : undefined
    for (const mark of half ?? point) glyphs.push({ point: mark, order })
  }
  while (glyphs.at(-1)?.point === ' ' || glyphs.at(-1)?.point === '　') glyphs.pop()
  return glyphs
}

/** Cuts a block into lines; a mark that may not begin a line hangs on the one before. */
function wrapLines(glyphs: readonly Glyph[], measure: number, lead: number): Glyph[][] {
  if (measure === 0) return [[...glyphs]]
  const lines: Glyph[][] = []
  let line: Glyph[] = []
  let width = lead
  for (const glyph of glyphs) {
    const wide = widthOf(glyph.point)
    if (
      width + wide > measure * 2 &&
      line.length > 0 &&
      !/[，。、；：！？”’」』）》,.:;!? 　]/u.test(glyph.point)
    ) {
      lines.push(line)
      line = []
      width = 0
    }
    line.push(glyph)
    width += wide
  }
  return [...lines, line].map(trimmed).filter((one) => one.length > 0)
}

function trimmed(line: readonly Glyph[]): Glyph[] {
  let end = line.length
  while (end > 0 && /\s/u.test(line[end - 1]?.point ?? '')) end--
  return line.slice(0, end)
}

function push(spans: TruthSpan[], at: number, work: number, order: number): void {
  if (order < 0) return
  const last = spans.at(-1)
  const runs = last?.work === work && last.end === at && last.order + (at - last.start) === order
  if (runs) spans[spans.length - 1] = { ...last, end: at + 1 }
  else spans.push({ start: at, end: at + 1, work, order, kind: 'text' })
}

function blank(sheet: Sheet, lines: number): void {
  for (let at = 0; at < lines; at++) sheet.points.push('\n')
}

function endLine(sheet: Sheet, manner: Manner): void {
  sheet.points.push('\n')
  if (manner.spaced) sheet.points.push('\n')
  sheet.onPage += 1
}

function furnitureLine(sheet: Sheet, manner: Manner, label: string, text: string): void {
  const start = sheet.points.length
  sheet.points.push(...text)
  sheet.spans.push({ start, end: sheet.points.length, work: -1, order: -1, kind: label })
  sheet.lines.push({ start, end: sheet.points.length, label, work: -1 })
  endLine(sheet, manner)
}

/** Ends a page that is full: number at its foot, head on the next, both misread as the text is. */
function turnPage(sheet: Sheet, manner: Manner, title: string, dice: Random): void {
  if (manner.pageLines === 0 || sheet.onPage < manner.pageLines) return
  if (manner.folios)
    furnitureLine(sheet, manner, 'page-number', manner.furniture.pageNumber(sheet.page))
  sheet.page += 1
  if (manner.feeds) sheet.points.push('\f')
  if (manner.heads) {
    const head = manner.furniture.runningHead(title, sheet.page)
    const seen = misread(head, 0, { ...manner, noise: manner.noise * 6 }, dice)
    const text = seen.map(({ point }) => point).join('')
    if (text !== '') furnitureLine(sheet, manner, 'running-head', text)
  }
  sheet.onPage = 0
}
