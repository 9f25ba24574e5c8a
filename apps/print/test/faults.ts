import type { Opening } from '@huijiao/ast'
import type { Glyphs, PrintedLink, PrintedPage } from '@huijiao/proof'
import type { Block, Line } from './geometry.ts'
import { leftOf, linesOf } from './geometry.ts'

const linksOf = (pages: readonly PrintedPage[]): PrintedLink[] => pages.flatMap((p) => p.links)

/** Links from the calls of notes, on the pages of the works. */
export const callsOf = (pages: readonly PrintedPage[], body: readonly number[]): PrintedLink[] =>
  body.flatMap((p) => pages[p]?.links ?? []).filter((l) => l.to.startsWith('note-'))

/** The mark `〔…〕` that begins with a glyph; vertical lines have a glyph for each of its characters. */
function markAt(glyphs: readonly Glyphs[], at: number): string {
  let text = ''
  for (const glyph of glyphs.slice(at, at + LONGEST_MARK)) {
    // In a line that is spaced out, so is a mark.
    text += glyph.text.replaceAll(' ', '')
    if (!text.startsWith('〔')) return ''
    const end = text.indexOf('〕')
    if (end > 0) return text.slice(0, end + 1)
  }
  return ''
}

/** Characters of a mark, brackets included: 〔一百二十三〕. */
const LONGEST_MARK = 8

/** Calls whose note does not begin on their page, below the text, at the edge of the block. */
export function misplacedNotes(
  pages: readonly PrintedPage[],
  body: readonly number[],
  block: Block,
  size: number,
): string[] {
  return callsOf(pages, body).flatMap((call) => {
    const glyphs = pages[call.page]?.glyphs ?? []
    const marks = glyphs
      .map((g, i) => ({ ...g, text: markAt(glyphs, i) }))
      .filter((g) => g.size < block.size * 0.7 && g.text !== '')
      .map((g) => ({ text: g.text, off: Math.abs(g.y - call.y - g.size) }))
    const nearest = Math.min(...marks.map(({ off }) => off))
    // Several calls may stand on one line.
    const numbers = marks.filter(({ off }) => off < nearest + 1)
    const begun = glyphs.some(
      (g, i) =>
        Math.abs(g.size - size) < 0.2 &&
        Math.abs(g.x - leftOf(call.page, block)) < 1 &&
        g.y > call.y &&
        g.y < block.top + block.height + 1 &&
        numbers.some(({ text }) => markAt(glyphs, i) === text),
    )
    return begun && call.target === call.page ? [] : [`${call.to} called on ${call.page}`]
  })
}

/** Entries of the contents whose number is not the label of the page that they lead to. */
export function wrongContents(pages: readonly PrintedPage[], block: Block): string[] {
  const front = pages.findIndex((p) => p.label === '1')
  return linksOf(pages.slice(0, front))
    .filter((l) => /-b\d+$|-title$/.test(l.to) && l.target !== l.page)
    .flatMap((link) => {
      const edge = leftOf(link.page, block) + block.width
      const [number] = (pages[link.page]?.glyphs ?? [])
        .filter((g) => /^[\divx]+$/.test(g.text) && g.y > link.y)
        // The folio of a vertical page stands beside its lines.
        .filter((g) => g.x > edge - block.size * 2.2 && g.x < edge)
        .toSorted((a, b) => a.y - b.y)
      const label = pages[link.target]?.label
      return number?.text === label ? [] : [`${link.to}: ${number?.text} for ${label}`]
    })
}

export interface References {
  readonly wrong: readonly string[]
  readonly compared: number
}

/**
 * Entries of the appendix whose page and line are not those of the call of their note.
 *
 * @param spans length of the lemma of each note, in lines.
 */
export function wrongReferences(
  pages: readonly PrintedPage[],
  body: readonly number[],
  block: Block,
  spans: ReadonlyMap<string, number>,
): References {
  const last = body.at(-1) ?? 0
  const calls = new Map(callsOf(pages, body).map((l) => [l.to, l] as const))
  const wrong: string[] = []
  let compared = 0
  for (const link of linksOf(pages.slice(last + 1))) {
    const call = calls.get(link.to.replace(/^call-/, 'note-'))
    if (call === undefined || !body.includes(link.target)) continue
    const place = (pages[link.page]?.glyphs ?? []).find(
      (g) => /^\d+\.\d+/.test(g.text) && Math.abs(g.y - link.y - g.size) < g.size * 0.6,
    )
    const [page, line] = (place?.text ?? '').split(/[. ]/)
    const label = pages[link.target]?.label
    if (page !== label) wrong.push(`${link.to}: page ${page} for ${label}`)
    const lines = linesOf(pages, link.target, block)
    // The lines of a head are larger, those of a table smaller: they are lines of the page as well.
    const opening = (lines[0]?.y ?? 0) > block.top + block.line * 1.5
    if (opening || call.page !== link.target || hasOther(pages[link.target], block)) continue
    const on = lines.findIndex((l) => l.y > call.y) + 1
    // A lemma begins as many lines before its call as it is long.
    const span = Math.ceil(spans.get(call.to) ?? 0)
    if (Number(line) > on || Number(line) < on - span)
      wrong.push(`${link.to}: line ${line} for ${on}`)
    compared += 1
  }
  return { wrong, compared }
}

/** Whether a page has lines of other sizes above its notes: of heads or tables. */
function hasOther(page: PrintedPage | undefined, block: Block): boolean {
  const inText = (g: Glyphs) => g.y > block.top && g.y < block.top + block.height
  const glyphs = (page?.glyphs ?? []).filter(inText)
  const lowest = Math.max(...glyphs.filter((g) => isText(g, block)).map((g) => g.y))
  return glyphs.some((g) => g.y < lowest && !isText(g, block) && g.size > block.size * 0.7)
}

const isText = (g: Glyphs, block: Block): boolean => Math.abs(g.size - block.size) < 0.2

/** A work by the id of its first block, and how it opens. */
export interface Opens {
  readonly id: string
  readonly how: Opening
}

/** Works that do not open where they should: those that do not run on begin their page, below which nothing stands of the one before. */
export function wrongOpenings(
  pages: readonly PrintedPage[],
  works: readonly Opens[],
  block: Block,
): string[] {
  return works.flatMap(({ id, how }, k) => {
    const link = linksOf(pages).find((l) => l.to === id)
    if (link === undefined) return [`${id}: no link`]
    const { target } = link
    if (how === 'recto' && target % 2 !== 0) return [`${id} on ${target}`]
    const before = works[k - 1]?.id
    const from = linksOf(pages).find((l) => l.to === before)?.target ?? -1
    const last = linesOf(pages, target - 1, block)
    // What runs on stands on the page of the work before it, or on the next where that has no room.
    if (how === 'run-on' && from < target - 1 && last.length === 0) return [`${id} alone`]
    return how !== 'run-on' && from === target ? [`${id} runs on`] : []
  })
}

/** Pages that begin with other characters than `pages.json` says. */
export function wrongStarts(
  pages: readonly PrintedPage[],
  starts: readonly { readonly label: string; readonly text: string }[],
  bodies: readonly (readonly Line[])[],
  block: Block,
): { readonly wrong: readonly string[]; readonly compared: number } {
  const wrong: string[] = []
  let compared = 0
  for (const [line] of bodies) {
    if (line === undefined) continue
    const page = pages[line.page]
    const start = starts.find((s) => s.label === page?.label)
    const shown = line.text.replaceAll(/[\s〔〕]/g, '')
    if (start === undefined || shown === '') continue
    // A page that begins with a table says where the table begins.
    const highest = Math.min(...(page?.glyphs ?? []).filter((g) => g.y > block.top).map((g) => g.y))
    if (highest < line.y - 3) continue
    // One that begins within a note of two rows has its first words there.
    const first = (page?.glyphs ?? [])
      .filter((g) => Math.abs(g.y - line.y) < 8)
      .toSorted((a, b) => a.x - b.x)[0]
    if (first !== undefined && first.size < 7 && first.x < line.from) continue
    const rest = start.text.replaceAll(/\s/g, '')
    if (rest.slice(0, 6) !== shown.slice(0, Math.min(6, rest.length)))
      wrong.push(`${start.label}: ${shown.slice(0, 6)} for ${rest.slice(0, 6)}`)
    compared += 1
  }
  return { wrong, compared }
}
