import type { CollatedWork, Decision } from '@huijiao/model'
import {
  type Gap,
  type Gaps,
  keysOfText,
  lemmaOf,
  occurrences,
  streamsOf,
  targetsOf,
} from '@huijiao/readings'
import { identify } from '../compose/identify.ts'
import type { EditionResult } from '../pipeline.ts'

/** A locus for a person to decide. */
export interface ReviewItem {
  readonly id: string
  readonly work: string
  readonly title: string
  readonly decision: Decision
  /** Sigla by reading, in the order of the readings. */
  readonly sigla: readonly string[]
  /** A marked quotation that fits this place alone: what a ruling names it by. */
  readonly locus: string
}

/** A gap for a person to confirm, to deny or to fill. */
export interface GapItem {
  readonly work: string
  readonly title: string
  readonly before: string
  readonly after: string
  /** Why the program holds that text is missing. */
  readonly gap: Gap
  /** A quotation with empty braces at the gap, that fits this place alone. */
  readonly locus: string
}

/** Gaps that no ruling speaks of, in the order of the text. */
export function gapItems({ works, decided }: EditionResult): GapItem[] {
  return works.flatMap((work) => {
    const gaps: Gaps = decided.gaps.get(work.spec.id) ?? new Map()
    const content = decided.decisions.filter(
      (d) => d.locus.work === work.spec.id && d.locus.layer === 'content',
    )
    const text = lemmaOf(work, content).map((c) => c.t)
    const stream = streamsOf(work, content).at(-1)
    const words = (from: number, to: number): string =>
      text.slice(Math.max(0, from), to).join('').replace(/[{}]/gu, '')
    return [...gaps].flatMap(([at, gap]): GapItem[] => {
      if (gap.ruling !== undefined || stream === undefined) return []
      let locus = ''
      for (let reach = 4; reach <= 24; reach += 2) {
        const [before, after] = [words(at - reach, at), words(at, at + reach)]
        locus = `${before}{}${after}`
        if (occurrences(stream, keysOfText(before + after)).length === 1) break
      }
      const { id, title } = work.spec
      return [
        { work: id, title, before: words(at - 24, at), after: words(at, at + 24), gap, locus },
      ]
    })
  })
}

/** Undecided and low loci without a ruling, worst first, then in the order of the text. */
export const reviewItems = (result: EditionResult): ReviewItem[] =>
  itemsOf(result, isOpen).sort((a, b) => rank(a) - rank(b))

/** Whether a decision waits for a person: undecided or low, and without a ruling. */
export const isOpen = ({ certainty, ruling }: Decision): boolean =>
  (certainty === 'undecided' || certainty === 'low') && ruling === undefined

/** The locus of an id, however sure it is; null where there is none. */
export function reviewItem(result: EditionResult, id: string): ReviewItem | null {
  const ids = identify(result.decided.decisions.map((d) => d.locus))
  return itemsOf(result, ({ locus }) => ids.get(locus) === id, ids)[0] ?? null
}

function itemsOf(
  { works, decided }: EditionResult,
  wanted: (decision: Decision) => boolean,
  ids: ReadonlyMap<Decision['locus'], string> = identify(decided.decisions.map((d) => d.locus)),
): ReviewItem[] {
  return works.flatMap((work) => {
    const own = decided.decisions.filter((d) => d.locus.work === work.spec.id)
    const chosen = own.filter(wanted)
    if (chosen.length === 0) return []
    const content = own.filter((d) => d.locus.layer === 'content')
    const streams = streamsOf(work, content)
    return chosen.map(
      (decision): ReviewItem => ({
        id: ids.get(decision.locus) ?? '',
        work: work.spec.id,
        title: work.spec.title,
        decision,
        sigla: decision.locus.readings.map((r) =>
          [...new Set(r.witnesses.map((w) => work.witnesses[w]?.siglum ?? ''))].join(''),
        ),
        locus: quotationFor(work, streams, decision),
      }),
    )
  })
}

const rank = ({ decision }: ReviewItem): number => (decision.certainty === 'undecided' ? 0 : 1)

/** The shortest quotation around the base text's reading that fits one place. */
function quotationFor(
  work: CollatedWork,
  streams: Parameters<typeof targetsOf>[1],
  { locus }: Decision,
): string {
  const bare = (text: string): string => text.replace(/[{}]/gu, '')
  const marked = bare(locus.readings[0]?.text ?? '')
  const [before, after] = [[...bare(locus.before)], [...bare(locus.after)]]
  let quotation = ''
  for (let reach = 4; reach <= 24; reach += 2) {
    const parts = {
      before: before.slice(-reach).join(''),
      marked: locus.layer === 'content' ? marked : '',
      after: after.slice(0, reach).join(''),
    }
    quotation = `${parts.before}{${marked}}${parts.after}`
    if (targetsOf(work, streams, parts).length === 1) break
  }
  return quotation
}
