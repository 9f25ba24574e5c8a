import type { Look } from '../collation/look.ts'
import { sidesOf } from '@huijiao/parse'
import type { Act } from '../protocol/acts.ts'
import type { Answer } from '../protocol/works.ts'
import type { Doubtful } from './questions.ts'
import { inWitness, omitAt, quoteAt } from './quote.ts'

/** An answer before the line that it writes is known. */
export type Proposed = Omit<Answer, 'line'>

/** What may be answered to a doubt, the likeliest answer first. */
export function answersTo({ doubt }: Doubtful, look: Look): Proposed[] {
  const { kind, work, place } = doubt
  const source = look.sources.find(({ file }) => file === place.file)
  if (source === undefined || look.found === null) return []
  if (kind === 'not-found') {
    return work === undefined ? [] : [{ label: 'remove', act: { kind: 'remove', work } }]
  }
  const quote = quoteAt(source, place.start, look.sources)
  const omitted = omitAt(source, place.start, look.sources)
  const omit: Proposed[] =
    omitted === null ? [] : [{ label: 'omit', act: { kind: 'omit', quote: omitted } }]
  const listed = look.config?.works.some((w) => w.id === work) === true
  const begins: Proposed[] =
    quote === null
      ? []
      : [
          {
            label: kind === 'unlisted' ? 'work' : 'begins',
            act: {
              kind: 'cut',
              ...titleAt(source.points, place.start),
              quote,
              file: fileOf(source),
              ...(work !== undefined && listed ? { behind: work } : {}),
            },
          },
        ]
  if (kind === 'join' || kind === 'gap') {
    const sides = sidesOf(doubt, look.found.segmentation, source)
    if (sides === null || !listed) return [...begins, ...omit]
    const { siglum } = source
    const join = (lacuna: boolean): Act => ({
      kind: 'join',
      work: sides.work,
      after: { text: sides.after, siglum },
      before: { text: sides.before, siglum },
      lacuna,
    })
    const joined: Proposed = { label: 'joined', act: join(false) }
    const missing: Proposed = { label: 'gap', act: join(true) }
    return [...(kind === 'gap' ? [missing, joined] : [joined, missing]), ...begins, ...omit]
  }
  const belongs: Proposed[] =
    quote === null || work === undefined || !listed
      ? []
      : [
          {
            label: 'belongs',
            act: {
              kind: 'assign',
              work,
              quote: inWitness(quote, source.siglum),
              file: fileOf(source),
            },
          },
        ]
  if (kind === 'headline') return [...omit, ...begins]
  return [...belongs, ...begins, ...omit]
}

/** The name of a source's file, as `edition.yaml` has it. */
export const fileOf = ({ file, witness }: Look['sources'][number]): string =>
  witness === undefined ? file : file.slice(0, -`#${witness}`.length)

/** Characters of a line that may be a title: two lines of a headline. */
const LONGEST_TITLE = 40

export interface LineTitle {
  readonly title: string
  /** The line is running text, and its first clause stands for the title that it lacks. */
  readonly supplied: boolean
}

/**
 * A title for what begins with a line: the line itself, or its first clause where it is running text.
 *
 * `# 灯塔` → 灯塔; `老周想了想，从箱底抽出一册，说：……` → 老周想了想, supplied.
 */
export function titleAt(points: readonly string[], start: number): LineTitle {
  let end = start
  while (end < points.length && !/[\r\n]/u.test(points[end] ?? '')) end += 1
  const line = points
    .slice(start, end)
    .join('')
    .replace(/^[#\s]+/u, '')
    .trim()
  if (end - start <= LONGEST_TITLE && !/[。，；]$/u.test(line))
    return { title: line, supplied: false }
  const [clause = line] = line.split(/[，。：；！？]/u)
  return { title: [...clause].slice(0, LONGEST_TITLE).join(''), supplied: true }
}
