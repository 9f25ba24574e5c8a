import { foldText } from '../page/content.ts'
import { textOf } from '../page/syntax.ts'
import type { Page } from '../page/types.ts'
import { withoutAtoms } from './omit.ts'

/** Content characters that one line of a notice has at least: shorter ones alone are common to many texts. */
const LINE = 16
/** Atoms at the foot, and at the head, of a file among which notices are looked for. */
const EDGE = 16
/** Length of the runs by which texts are compared, in content characters, and the distance of those looked up. */
const RUN = 12
const STEP = 5
/** Runs of a file beside what is common, at least, to call it another text. */
const FEWEST = 2
/** Share of its runs that a file has in common with another copy of its text, at least. */
const COPY = 0.15

/** Words of licences and of those who make copies. */
const NOTICE =
  /公有领域|公有領域|版权|版權|著作权|著作權|转载|轉載|授权|授權|電子書|电子书|copyright|public domain|licen[sc]e|wikisource|gutenberg|e-?book|digital edition|creative commons/iu

/**
 * Leaves out the lines at the foot and at the head of files that other files have there too, which share nothing
 * else with them, where their words say what they are: a licence, a notice of the site (`本作品在全世界都属于公有领域……`). They are no text of any work,
 * and make none of two.
 */
export function withoutBoilerplate(pages: readonly Page[]): Page[] {
  if (pages.length < 2) return [...pages]
  const texts = pages.map((page) => page.atoms.map((atom) => foldText(textOf(page, atom))))
  const runs = pages.map((page) => new Set(runsIn(page, 1)))
  return pages.map((page, source) => {
    const own = texts[source] ?? []
    const gone = new Set<number>()
    for (const fromEnd of [true, false]) {
      for (const at of noticeOf(page, source, texts, runs, fromEnd)) gone.add(at)
    }
    return gone.size < own.length ? withoutAtoms(page, gone, 'boilerplate') : page
  })
}

/** The lines at one end of a file that are a notice, by their index. */
function noticeOf(
  page: Page,
  source: number,
  texts: readonly (readonly string[])[],
  runs: readonly ReadonlySet<string>[],
  fromEnd: boolean,
): number[] {
  const own = texts[source] ?? []
  const place = (length: number, step: number): number => (fromEnd ? length - 1 - step : step)
  let most: number[] = []
  for (const [other, lines] of texts.entries()) {
    if (other === source) continue
    const common: number[] = []
    for (let step = 0; step < Math.min(EDGE, own.length, lines.length); step++) {
      const at = place(own.length, step)
      if (own[at] !== lines[place(lines.length, step)]) break
      common.push(at)
    }
    if (!common.some((at) => (own[at]?.length ?? 0) >= LINE)) continue
    if (isCopy(page, runs[other] ?? new Set(), common.length, fromEnd)) continue
    if (common.length > most.length) most = common
  }
  return most.some((at) => NOTICE.test(own[at] ?? '')) ? most : []
}

function runsIn({ content }: Page, step: number, from = 0, to = content.codes.length): string[] {
  const runs: string[] = []
  for (let at = from; at + RUN <= to; at += step) {
    runs.push(String.fromCodePoint(...content.codes.subarray(at, at + RUN)))
  }
  return runs
}

/** Whether a file is another copy of a text: it shares with it more than so many lines at one end. */
function isCopy(page: Page, known: ReadonlySet<string>, common: number, fromEnd: boolean): boolean {
  const { atoms } = page
  const own = fromEnd
    ? runsIn(page, STEP, 0, atoms[atoms.length - common]?.from ?? 0)
    : runsIn(page, STEP, atoms[common - 1]?.to ?? 0)
  // Too little else to tell: a copy with another title.
  return own.length < FEWEST || own.filter((run) => known.has(run)).length > COPY * own.length
}
