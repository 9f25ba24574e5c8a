import type { Survey } from './survey.ts'
import type { Chain, ChosenLink } from './threads.ts'

/** What a file shows of its own order. */
export interface Order {
  /** Nothing shows that its lines stand out of order. */
  readonly ordered: boolean
  /** Sentences that break off inside a line of prose. */
  readonly cuts: number
  /** Those of them whose other half stands elsewhere in the file, by evidence of its own. */
  readonly mended: number
}

/** Least weight, in nats, of what is evidence that two halves belong together. */
const EVIDENT = 2
/**
 * Cuts for each one mended up to which a file is out of order. On made pages with cuts more than a seventh are
 * mended; of the cuts of damaged copies and of columns in order, one in twelve at most, by chance.
 */
const CHANCE = 6
/** Content characters that a leap forward passes over, at least: less is a stray line. */
const PASSED = 16
/** Shortest line of prose, in content characters. */
const PROSE = 15

/**
 * Whether a file is in order: it is, unless jump lines stand in it, columns were taken apart, or sentences that
 * break off go on elsewhere in it (`…建成于二十世` … `纪三十年代`).
 */
export function orderOfFile(survey: Survey, chains: readonly Chain[]): Order {
  const { page } = survey
  const cuts = page.atoms.filter((_, at) => breaksOff(survey, at)).length
  const mended = chains.flatMap(({ links }) => links).filter((link) => isMove(survey, link)).length
  const told = page.atoms.some(
    ({ jumpIn, jumpOut, parting }) => jumpIn !== null || jumpOut !== null || parting !== null,
  )
  return { ordered: !told && (mended === 0 || mended * CHANCE < cuts), cuts, mended }
}

function breaksOff({ page, endings, heads, measure, cuts }: Survey, at: number): boolean {
  const atom = page.atoms[at]
  if (atom === undefined || (heads[at] ?? 0) > 0) return false
  if (endings[at] !== 'open' && endings[at] !== 'pause') return false
  if (cuts[atom.source]?.cuts[at] === 'none') return false
  if ((measure[at] ?? 0) > 0) return true
  const text = page.source.points.slice(atom.start, atom.end - 1).join('')
  return atom.to - atom.from >= PROSE && /[，。！？；：、,]/u.test(text)
}

function isMove(survey: Survey, link: ChosenLink | null): boolean {
  if (link === null || link.to === link.from + 1 || !breaksOff(survey, link.from)) return false
  const { atoms } = survey.page
  if (link.to > link.from) {
    const [end, start] = [atoms[link.from]?.to ?? 0, atoms[link.to]?.from ?? 0]
    if (start - end < PASSED) return false
  }
  return link.evidence.some(({ kind, weight }) => kind in EVIDENCE && weight >= EVIDENT)
}

/** Kinds of evidence that speak for one place and no other. */
const EVIDENCE: Readonly<Record<string, true>> = { overlap: true, 'word-cut': true, seam: true }
