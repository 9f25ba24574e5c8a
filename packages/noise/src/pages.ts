import type { Article } from './articles.ts'
import { type Random, random } from './random.ts'

/** What one character of a produced file is. Places count code points. */
export interface TruthSpan {
  readonly start: number
  readonly end: number
  /** Index of the article, or -1. */
  readonly work: number
  /** Place of the first character in the article's characters; spans run on from there. */
  readonly order: number
  /** `text`, or the kind of furniture. */
  readonly kind: string
}

/** One piece of an article goes on in another. */
export interface TrueJoin {
  readonly work: number
  /** Last character of the one, first of the other. */
  readonly end: number
  readonly start: number
  /** Text was left out between them. */
  readonly lacuna: boolean
}

export interface ScrambledFile {
  readonly name: string
  readonly text: string
  readonly spans: readonly TruthSpan[]
  readonly joins: readonly TrueJoin[]
}

export interface ScrambleOptions {
  /** Least and most copies. */
  readonly copies: readonly [number, number]
  /** Chance that a copy holds an article. */
  readonly presence: number
  /** Share of content characters that are misread, left out or doubled, at most. */
  readonly noise: number
  /** Chance that a copy is set in wrapped lines. */
  readonly wrapped: number
  /** Chance of a jump line, a repeated headline, at a cut. */
  readonly jumps: number
  /** Chance that a piece is lost. */
  readonly loss: number
  /** Chance that a copy has its columns side by side in the same lines. */
  readonly abreast: number
  /** Chance that a copy has the lines of its columns by turns. */
  readonly alternating: number
}

export const DEFAULTS: ScrambleOptions = {
  copies: [2, 4],
  presence: 0.75,
  noise: 0.015,
  wrapped: 0.4,
  jumps: 0.25,
  loss: 0,
  abreast: 0,
  alternating: 0,
}

/**
 * Prints articles on scrambled pages: two to four noisy copies, columns interleaved and cut in the middle
 * of words, with jump lines, page numbers, repeated headlines, half-width punctuation and hard wraps.
 * The same seed gives the same pages; the truth about every character comes with them.
 */
export function scramble(
  articles: readonly Article[],
  seed: number,
  options: Partial<ScrambleOptions> = {},
): ScrambledFile[] {
  const chosen = { ...DEFAULTS, ...options }
  const dice = random(seed)
  const [least, most] = chosen.copies
  const count = least + dice.below(most - least + 1)
  return Array.from({ length: count }, (_, copy) => {
    const present = articles.flatMap((_, work) => (dice.chance(chosen.presence) ? [work] : []))
    while (present.length < Math.min(2, articles.length)) {
      const work = dice.below(articles.length)
      if (!present.includes(work)) present.push(work)
    }
    const name = `${String(copy).padStart(3, '0')}.txt`
    return printPage(articles, shuffle(present, dice), name, dice, chosen)
  })
}

/** A character of an article as a copy has it. */
interface Glyph {
  readonly point: string
  readonly order: number
}

interface Piece {
  readonly work: number
  readonly head: boolean
  /** Lines or paragraphs, each a run of glyphs. */
  readonly lines: readonly (readonly Glyph[])[]
  readonly last: boolean
  readonly lost: boolean
}

function printPage(
  articles: readonly Article[],
  present: readonly number[],
  name: string,
  dice: Random,
  options: ScrambleOptions,
): ScrambledFile {
  const halfWidth = dice.chance(0.4)
  const setting = settingOf(dice, options)
  const wrapped = dice.chance(options.wrapped) || setting !== 'stacked'
  const measure = wrapped ? 16 + dice.below(12) : 0
  const rate = dice.next() * options.noise
  const columns = present.map((work) => {
    const article = articles[work]
    if (article === undefined) return []
    const blocks = glyphsOf(article, rate, halfWidth, dice)
    return cutIntoPieces(work, measure > 0 ? wrap(blocks, measure) : blocks, measure, dice, options)
  })
  return emit(articles, interleave(columns, dice), name, measure, setting, dice, options)
}

type Setting = 'stacked' | 'abreast' | 'alternating'

/** No die is thrown for what is not asked for, so that pages of a seed stay as they are. */
function settingOf(dice: Random, { abreast, alternating }: ScrambleOptions): Setting {
  if (abreast > 0 && dice.chance(abreast)) return 'abreast'
  return alternating > 0 && dice.chance(alternating) ? 'alternating' : 'stacked'
}

/** The blocks of an article as misread by a copy: title, dateline, paragraphs. */
function glyphsOf(article: Article, rate: number, halfWidth: boolean, dice: Random): Glyph[][] {
  const texts = [article.title, article.dateline ?? '', ...article.paragraphs]
  const all = Array.from(article.paragraphs.join('')).filter((point) =>
    /\p{Script=Han}/u.test(point),
  )
  let order = 0
  return texts
    .filter((text) => text !== '')
    .map((text) => {
      const glyphs: Glyph[] = []
      for (const point of text) {
        const place = order++
        const content = /[\p{L}\p{N}]/u.test(point)
        if (content && dice.chance(rate)) {
          const slip = dice.below(4)
          if (slip === 0) continue
          if (slip === 1) glyphs.push({ point, order: place }, { point, order: place })
          else glyphs.push({ point: dice.pick(all), order: place })
          continue
        }
        const half = halfWidth ? HALF.get(point) : undefined
        if (half === undefined) glyphs.push({ point, order: place })
        else for (const mark of half) glyphs.push({ point: mark, order: place })
      }
      return glyphs.at(-1)?.point === ' ' ? glyphs.slice(0, -1) : glyphs
    })
    .filter((glyphs) => glyphs.length > 0)
}

const HALF = new Map([
  ['，', ', '],
  ['。', '。'],
  ['：', ': '],
  ['；', '; '],
  ['？', '? '],
  ['！', '! '],
  ['（', '('],
  ['）', ')'],
])

/** Sets paragraphs in lines of at most `measure` characters, the first two shorter. */
function wrap(blocks: readonly (readonly Glyph[])[], measure: number): Glyph[][] {
  return blocks.flatMap((block, index) => {
    if (index === 0) return [[...block]]
    const lines: Glyph[][] = []
    let line: Glyph[] = []
    let width = 4
    for (const glyph of block) {
      const wide = widthOf(glyph.point)
      const clings = /[，。、；：！？”’）》,.:;!? ]/u.test(glyph.point)
      if (width + wide > measure * 2 && !clings) {
        lines.push(line)
        line = []
        width = 0
      }
      if (line.length > 0 || glyph.point !== ' ') line.push(glyph)
      width += wide
    }
    if (line.length > 0) lines.push(line)
    return lines
  })
}

/** Cuts the lines of one article into pieces of a column each; unwrapped lines anywhere. */
function cutIntoPieces(
  work: number,
  lines: readonly (readonly Glyph[])[],
  measure: number,
  dice: Random,
  options: ScrambleOptions,
): Piece[] {
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  const count = 1 + dice.below(Math.max(1, Math.min(4, Math.floor(total / 140))))
  const cuts = Array.from({ length: count - 1 }, () => 40 + dice.below(Math.max(1, total - 70)))
  cuts.sort((a, b) => a - b)
  const pieces: (readonly Glyph[])[][] = [[]]
  let done = 0
  for (const line of lines) {
    let rest = line
    while (cuts.length > 0 && (cuts[0] ?? 0) < done + rest.length) {
      const at = (cuts.shift() ?? 0) - done
      // Columns of wrapped text end with a whole line.
      const keep = measure > 0 ? rest.length : at
      const before = rest.slice(0, keep)
      if (before.length > 0) pieces.at(-1)?.push(before)
      done += before.length
      rest = rest.slice(keep)
      if ((pieces.at(-1)?.length ?? 0) > 0 && pieces.flat().length > 1) pieces.push([])
    }
    if (rest.length > 0) pieces.at(-1)?.push(rest)
    done += rest.length
  }
  const kept = pieces.filter((piece) => piece.some((line) => line.length > 0))
  return kept.map((piece, index) => ({
    work,
    head: index === 0,
    lines: piece.map(trimGlyphs).filter((line) => line.length > 0),
    last: index === kept.length - 1,
    lost: index > 0 && index < kept.length - 1 && dice.chance(options.loss),
  }))
}

function trimGlyphs(line: readonly Glyph[]): readonly Glyph[] {
  let [start, end] = [0, line.length]
  while (start < end && line[start]?.point === ' ') start++
  while (end > start && line[end - 1]?.point === ' ') end--
  return line.slice(start, end)
}

/** Puts the columns of a page one after another, each article in its own order. */
function interleave(columns: readonly (readonly Piece[])[], dice: Random): Piece[] {
  const next = columns.map(() => 0)
  const page: Piece[] = []
  for (;;) {
    const open = columns.flatMap((pieces, index) =>
      (next[index] ?? 0) < pieces.length ? [index] : [],
    )
    if (open.length === 0) return page
    // An article begins where another rests: two or three run side by side.
    const running = open.filter((index) => (next[index] ?? 0) > 0)
    const fresh = open.find((index) => next[index] === 0)
    const wide = running.length < 1 + dice.below(3)
    const column =
      fresh !== undefined && wide ? fresh : dice.pick(running.length > 0 ? running : open)
    const piece = columns[column]?.[next[column] ?? 0]
    next[column] = (next[column] ?? 0) + 1
    if (piece !== undefined) page.push(piece)
  }
}

function emit(
  articles: readonly Article[],
  pieces: readonly Piece[],
  name: string,
  measure: number,
  setting: Setting,
  dice: Random,
  options: ScrambleOptions,
): ScrambledFile {
  const points: string[] = []
  const spans: TruthSpan[] = []
  const joins: TrueJoin[] = []
  const lastEnd = new Map<number, { end: number; lacuna: boolean }>()
  const gap = dice.chance(0.7) ? '\n\n' : '\n'
  const indent = measure === 0 && dice.chance(0.3) ? '\u3000\u3000' : ''
  let pageNumber = 1 + dice.below(20)
  const white = (text: string): void => {
    points.push(...text)
  }
  const furniture = (text: string, kind: string, work: number): void => {
    const start = points.length
    points.push(...text)
    spans.push({ start, end: points.length, work, order: -1, kind })
    white(gap)
  }
  const write = (line: readonly Glyph[], work: number): number => {
    const start = points.length
    for (const [index, glyph] of line.entries()) {
      const at = points.length
      points.push(glyph.point)
      const previous = spans.at(-1)
      const runs =
        index > 0 &&
        previous !== undefined &&
        previous.order + (at - previous.start) === glyph.order
      if (runs && previous !== undefined) spans[spans.length - 1] = { ...previous, end: at + 1 }
      else spans.push({ start: at, end: at + 1, work, order: glyph.order, kind: 'text' })
    }
    return start
  }
  const join = (work: number, start: number): void => {
    const known = lastEnd.get(work)
    if (known !== undefined) joins.push({ work, end: known.end, start, lacuna: known.lacuna })
  }
  const aligned = setting !== 'abreast' || dice.chance(0.6)
  const space = setting === 'abreast' && dice.chance(0.4) ? '\u3000' : ' '
  /** Prints two pieces in one stretch of the page, headlines and all. */
  const printPair = (pair: readonly [Piece, Piece]): void => {
    const begun = [false, false]
    const line = (side: 0 | 1, glyphs: readonly Glyph[]): void => {
      const { work } = pair[side]
      const start = write(glyphs, work)
      if (!begun[side]) join(work, start)
      begun[side] = true
      lastEnd.set(work, { end: points.length - 1, lacuna: false })
    }
    const [left, right] = [pair[0].lines, pair[1].lines]
    for (let row = 0; row < Math.max(left.length, right.length); row++) {
      const [one, two] = [left[row], right[row]]
      if (one !== undefined) line(0, one)
      if (setting === 'alternating') {
        if (one !== undefined) white(gap)
      } else if (two !== undefined) {
        const width = (one ?? []).reduce((sum, { point }) => sum + widthOf(point), 0)
        const missing = aligned || one === undefined ? measure * 2 + 6 - width : 3
        const wide = space === ' ' ? 1 : 2
        white(space.repeat(Math.max(2, Math.ceil(missing / wide))))
      }
      if (two !== undefined) line(1, two)
      if (setting === 'abreast' || two !== undefined) white(gap)
    }
  }
  let paired = -1
  for (const [index, piece] of pieces.entries()) {
    if (index === paired) continue
    const partner = pieces[index + 1]
    if (setting !== 'stacked' && partner !== undefined && mayPair(piece, partner, measure)) {
      paired = index + 1
      printPair([piece, partner])
      continue
    }
    if (piece.lost) {
      const before = lastEnd.get(piece.work)
      if (before !== undefined) lastEnd.set(piece.work, { ...before, lacuna: true })
      continue
    }
    const before = pieces[index - 1]
    const apart = !piece.head && before?.work !== piece.work
    if (index > 0 && dice.chance(0.15)) furniture(`- ${pageNumber++} -`, 'page-number', -1)
    const jump = apart && dice.chance(options.jumps)
    if (jump && dice.chance(0.4)) {
      furniture(articles[piece.work]?.title ?? '', 'repeated-headline', piece.work)
    } else if (jump) furniture(`（上接第${pageNumber}版）`, 'jump-line', piece.work)
    for (const [at, line] of piece.lines.entries()) {
      const opens = at > 0 && measure === 0
      if (opens) white(indent)
      const start = write(line, piece.work)
      if (at === 0) join(piece.work, start)
      white(gap)
      // A page ends inside wrapped text.
      if (measure > 0 && at > 2 && at + 2 < piece.lines.length && dice.chance(0.02)) {
        furniture(`— ${pageNumber++} —`, 'page-number', -1)
      }
    }
    const lastText = spans.findLast((span) => span.kind === 'text')
    lastEnd.set(piece.work, { end: (lastText?.end ?? 1) - 1, lacuna: false })
    const after = pieces.slice(index + 1).find((other) => other.work === piece.work)
    const away = after !== undefined && pieces[index + 1]?.work !== piece.work
    if (away && dice.chance(options.jumps)) {
      furniture(`（下转第${pageNumber + 1}版）`, 'jump-line', piece.work)
    }
  }
  if (dice.chance(0.3)) furniture('资料来源：本地报纸数字版', 'source-note', -1)
  return { name, text: points.join(''), spans, joins }
}

/** Whether two pieces can stand side by side: of two articles, and long enough to be columns. */
function mayPair(one: Piece, two: Piece, measure: number): boolean {
  if (one.lost || two.lost || one.work === two.work) return false
  const fits = ({ lines }: Piece): boolean =>
    lines.every(
      (line) => line.reduce((sum, { point }) => sum + widthOf(point), 0) <= measure * 2 + 2,
    )
  if (!fits(one) || !fits(two)) return false
  return Math.min(one.lines.length, two.lines.length) >= 7
}

function widthOf(point: string): number {
  return /[\u1100-\uFFFF]|[‘’“”…—]/u.test(point) ? 2 : 1
}

function shuffle<T>(list: readonly T[], dice: Random): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = dice.below(at + 1)
    const [one, two] = [mixed[at], mixed[other]]
    if (one === undefined || two === undefined) continue
    mixed[at] = two
    mixed[other] = one
  }
  return mixed
}
