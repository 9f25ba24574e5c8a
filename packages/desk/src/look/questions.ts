import type { Doubt, SegmentedWork, WitnessText } from '@huijiao/model'
import { foldText } from '@huijiao/segment'
import type { Look } from '../collation/look.ts'
import { familyQuestions } from './family.ts'
import { runsOf } from './pieces.ts'

/** Something to be asked, before it is put into words. */
export interface Doubtful {
  readonly id: string
  readonly doubt: Doubt
  /** Characters that hang on the answer. */
  readonly stake: number
}

const RANK = { undecided: 0, low: 0, medium: 1, high: 2 } as const

const asked = new WeakMap<object, readonly Doubtful[]>()

/**
 * The doubts about how the files were divided, those first that matter most: the least certain, and of those the ones on
 * which most characters hang.
 */
export function doubtsOf(look: Look): readonly Doubtful[] {
  const { found } = look
  if (found === null) return []
  const known = asked.get(found)
  if (known !== undefined) return known
  const { doubts, works } = found.segmentation
  const ends = new Map<string, readonly { readonly start: number; readonly end: number }[]>()
  for (const work of works) {
    for (const text of work.texts) {
      const runs = runsOf(text).map(({ parts }) => ({
        start: parts[0]?.start ?? 0,
        end: parts.at(-1)?.end ?? 0,
      }))
      ends.set(text.file, [...(ends.get(text.file) ?? []), ...runs])
    }
  }
  const made = doubts
    .filter((doubt) => !isSettled(doubt, look))
    .map((doubt): Doubtful => {
      const { file, start, end } = doubt.place
      const run = ends.get(file)?.find((r) => r.start <= start && start < r.end)
      return {
        id: `${doubt.kind} ${file} ${start}`,
        doubt,
        stake: Math.max(end, run?.end ?? end) - start,
      }
    })
    .sort((a, b) => RANK[a.doubt.certainty] - RANK[b.doubt.certainty] || b.stake - a.stake)
  asked.set(found, made)
  return made
}

/** Whether the editor has said what the passage is: words of its beginning stand under the work. */
function isSettled({ kind, work, place }: Doubt, { config, sources }: Look): boolean {
  if (kind !== 'home') return false
  const spec = config?.works.find(({ id }) => id === work)
  const source = sources.find(({ file }) => file === place.file)
  const beginning = foldText(
    (source?.points ?? []).slice(place.start, place.start + REACH).join(''),
  )
  return [...(spec?.contains ?? []), ...(spec?.cut ?? [])].some(
    ({ text, siglum }) =>
      (siglum ?? source?.siglum) === source?.siglum && beginning.startsWith(foldText(text)),
  )
}

/** Characters of a source in which a quotation at its beginning ends: the longest, with the marks in it. */
const REACH = 128

/** Ids of all that is asked, in the order of asking. */
export const questionsOf = (look: Look): readonly string[] => [
  ...(looseWorks(look).length > 0 ? [ONE_TEXT] : []),
  ...doubtsOf(look).map(({ id }) => id),
  ...familyQuestions(look).map(({ id }) => id),
]

export const ONE_TEXT = 'one-text'

/**
 * Works that may be pieces of the one text that all files have, or no text: one file alone has them, and nothing that the
 * editor has written says that they are works. Empty where the works that all files have are not most of the text, or all
 * files are said to be one text.
 */
export function looseWorks({ found, sources, config }: Look): readonly SegmentedWork[] {
  if (found === null || config === null || sources.length < 2) return []
  if (config.works.some((work) => work.files?.names === 'all')) return []
  const { works } = found.segmentation
  const filesOf = ({ texts }: SegmentedWork): number => new Set(texts.map(({ file }) => file)).size
  const length = (some: readonly SegmentedWork[]): number =>
    some.reduce((sum, { texts }) => sum + Math.max(0, ...texts.map(lengthOf)), 0)
  const inAll = works.filter((work) => filesOf(work) === sources.length)
  if (length(inAll) * 2 <= length(works)) return []
  return works.filter((work) => filesOf(work) === 1 && !isQuoted(work.id, config))
}

const isQuoted = (id: string, { works }: NonNullable<Look['config']>): boolean =>
  works.some((w) => w.id === id && (w.files ?? w.contains?.[0] ?? w.cut?.[0]) !== undefined)

/** Characters of a witness text. */
export const lengthOf = ({ blocks }: WitnessText): number =>
  blocks.flatMap(({ parts }) => parts).reduce((sum, { start, end }) => sum + end - start, 0)

/** By file: the ids of what is asked about it, by offset; what no file has is asked of none. */
export function doubtsByPlace(look: Look): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const byFile = new Map<string, Map<number, string>>()
  for (const { id, doubt } of doubtsOf(look)) {
    if (doubt.kind === 'not-found') continue
    const own = byFile.get(doubt.place.file) ?? new Map<number, string>()
    own.set(doubt.place.start, id)
    byFile.set(doubt.place.file, own)
  }
  return byFile
}
