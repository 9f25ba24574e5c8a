import type { Work } from '@huijiao/ast'
import type { Entry, Locus, Passage, Point } from './model.ts'
import { passagesOf } from './passages.ts'
import { aroundMark, pointAt, pointsOf, sameRuling, sameSentence } from './points.ts'
import { kindOf } from './recensions.ts'
import { blockAt, type Stream, streamOf } from './stream.ts'
import { trimmed } from './trim.ts'

/**
 * The apparatus of a work as a reader meets it. Every locus of the tree is in exactly one entry: differences of
 * content, and of punctuation where a ruling or nothing decided them, are numbered; other punctuation is listed.
 */
export function entriesOf(work: Work): Entry[] {
  const stream = streamOf(work)
  const content = stream.loci.filter((l) => l.app.layer === 'content')
  const marks = stream.loci.filter((l) => l.app.layer === 'punctuation')
  const { passages, told: silent } = passagesOf(stream, content)
  const gone = new Set(passages.flatMap((p) => p.loci))
  const weighty = marks.filter(
    ({ app }) => app.ruling !== undefined || app.certainty === 'undecided',
  )
  const told = stream.loci
    .filter((l) => !gone.has(l) && (content.includes(l) || weighty.includes(l)))
    .map((l) => trimmed(stream, l, silent.get(l)))
  const points = pointsOf(stream, told, work)
  const drafts: Draft[] = [
    ...bySentence(stream, points, work).map((some) => ({ points: some })),
    ...passages.map((passage) => ({ points: [], passage })),
  ]
  const numbered = saidOnce(
    drafts.toSorted((a, b) => endOf(a) - endOf(b)),
    work,
  )
  const listed = marks.filter((l) => !weighty.includes(l))
  return [
    ...numbered.map((draft, i) => toEntry(stream, work, draft, i + 1)),
    ...listed.map((locus) => toEntry(stream, work, { points: [listedPoint(stream, locus)] }, 0)),
  ]
}

/** An entry before it has a number. */
interface Draft {
  readonly points: readonly Point[]
  readonly passage?: Passage
  readonly again?: readonly Point[]
}

const endOf = ({ points, passage }: Draft): number => passage?.end ?? points.at(-1)?.end ?? 0

/** Points of one sentence that share a ruling, or differ by the same witnesses, are one entry, whatever is between them. */
function bySentence(stream: Stream, points: readonly Point[], work: Work): Point[][] {
  const groups: Point[][] = []
  for (const point of points) {
    const own = groups.findLast((group) => {
      const before = group.at(-1)
      return (
        before !== undefined &&
        sameSentence(stream, before.end, point.start) &&
        alike(before, point, work)
      )
    })
    if (own === undefined) groups.push([point])
    else own.push(point)
  }
  return groups
}

function alike(a: Point, b: Point, work: Work): boolean {
  if (a.loci.some((x) => b.loci.some((y) => sameRuling(x, y)))) return true
  const ruled = [...a.loci, ...b.loci].some((l) => l.app.ruling !== undefined)
  return !ruled && kindsOf(a, work) === kindsOf(b, work) && witnesses(a) === witnesses(b)
}

/** Points hold loci of one kind. */
const kindsOf = ({ loci }: Point, work: Work): string => loci.map((l) => kindOf(l, work))[0] ?? ''

const witnesses = ({ sigla, variants }: Point): string =>
  [sigla, ...variants.map((v) => v.sigla)].map((s) => s.join(' ')).join('|')

const listedPoint = (stream: Stream, locus: Locus): Point =>
  pointAt(stream, aroundMark(stream, locus), [locus])

/** An error that is made again and told in the same words is said once, with its other places. */
function saidOnce(drafts: readonly Draft[], work: Work): Draft[] {
  const first = new Map<string, number>()
  const kept: Draft[] = []
  for (const draft of drafts) {
    const [point, ...more] = draft.points
    const plain =
      point !== undefined &&
      more.length === 0 &&
      point.loci.every((l) => l.app.ruling === undefined && kindOf(l, work) === 'error')
    const key = plain ? JSON.stringify([point.lemma, point.variants]) : null
    const at = key === null ? undefined : first.get(key)
    const known = at === undefined ? undefined : kept[at]
    if (at !== undefined && known !== undefined) {
      kept[at] = { ...known, again: [...(known.again ?? []), ...draft.points] }
    } else {
      if (key !== null) first.set(key, kept.length)
      kept.push(draft)
    }
  }
  return kept
}

/** Whether an entry tells of versions that really differ, or of a place that nothing decides. */
const isReadersNote = ({ points, passage }: Draft, work: Work): boolean =>
  passage !== undefined || points.some((p) => kindsOf(p, work) !== 'error')

function toEntry(stream: Stream, work: Work, draft: Draft, number: number): Entry {
  const { points, passage, again = [] } = draft
  const loci = [...points, ...again].flatMap((p) => p.loci).concat(passage?.loci ?? [])
  const [first] = loci
  const ruling = loci.find((l) => l.app.ruling !== undefined)?.app.ruling
  return {
    id: first?.app.id ?? '',
    work: work.id,
    number,
    block: blockAt(stream, endOf(draft))?.block.number ?? 0,
    points,
    again,
    loci,
    layer: first?.app.layer ?? 'content',
    note: number > 0 && isReadersNote(draft, work),
    ...(passage === undefined ? {} : { passage }),
    ...(ruling === undefined ? {} : { ruling }),
  }
}
