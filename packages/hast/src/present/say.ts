import type { Evidence, Work } from '@huijiao/ast'
import { clean } from '../clean.ts'
import { elide } from '../elide.ts'
import { type Strings, sayClause } from '../strings/index.ts'
import { departureOf } from './departure.ts'
import type { Entry, Point } from './model.ts'
import { passageEnds } from './passage-ends.ts'
import { foreignTo, kindOf } from './recensions.ts'

/** An entry in words: what it is of, and what is said of it. */
export interface Said {
  readonly lemma: string
  readonly words: string
}

/** Context that the words of entries depend on. */
export interface Telling {
  readonly work: Work
  readonly strings: Strings
  /** The mark of the entry that first gave a citation, by the citation. */
  readonly cited: ReadonlyMap<string, string>
  /** Whether a remark says whose it is. */
  readonly signed: boolean
}

/** An entry in the words of the trade. */
export function sayEntry(entry: Entry, telling: Telling): Said {
  const { strings, work } = telling
  const words = strings.entries
  const { passage } = entry
  if (passage !== undefined) {
    const ends = passageEnds(passage.text)
    const lemma =
      ends.length === 1
        ? (ends[0] ?? '')
        : words.passage(ends[0] ?? '', ends[1] ?? '', passage.paragraphs)
    return { lemma: clean(lemma), words: clean(words.lacksPassage(passage.sigla)) }
  }
  const lemma = entry.points.map((p) => elide(p.lemma.trim())).join(words.betweenLemmas)
  const several = entry.points.length > 1
  const told = entry.points.map((p) => {
    const facts = sayPoint(p, work, strings)
    const named = strings.quoted(elide(p.lemma.trim()))
    return several && !facts.includes(named) ? `${named}${strings.comma}${facts}` : facts
  })
  const parts = [
    told.join(strings.separator),
    ...(entry.again.length > 0 ? [words.again] : []),
  ].filter((t) => t !== '')
  return {
    lemma: clean(lemma),
    words: clean(`${parts.join(strings.comma)}${strings.stop}${remarks(entry, telling)}`),
  }
}

/** Readings of the witnesses at a point, and the one that the text follows. */
function sayPoint(point: Point, work: Work, strings: Strings): string {
  const words = strings.entries
  const apps = point.loci.map((l) => l.app)
  const kind = point.loci.map((l) => kindOf(l, work))[0] ?? 'error'
  const ruled = apps.some((a) => a.ruling !== undefined)
  const departures = point.variants
    .flatMap(({ text, sigla }) => parted(sigla, work).map((who) => ({ text, ...who })))
    .map(({ text, sigla, own }) => {
      const departure = departureOf(point.lemma.trim(), text.trim())
      const shown = departure.kind === 'other' ? { ...departure, text: elide(text) } : departure
      const error = kind === 'error' && own
      return { sigla, departure, said: words.departs(sigla, shown, error) }
    })
  const base = departures.find(({ sigla }) => work.base !== undefined && sigla.includes(work.base))
  const end =
    kind === 'open'
      ? [words.undecided(point.sigla)]
      : point.sigla.length === 0
        ? departures.length > 0 || ruled
          ? [words.conjecture]
          : []
        : base === undefined || kind !== 'error'
          ? []
          : [words.corrected(point.sigla, base.departure.kind)]
  const clause = ruled ? '' : clauseOf(point, strings)
  const doubt = kind !== 'open' && apps.some((a) => a.certainty === 'low') ? [words.doubtful] : []
  return [
    ...departures.map((d) => d.said),
    ...(clause === '' ? [] : [clause]),
    ...end,
    ...doubt,
  ].join(strings.comma)
}

/** Witnesses of another recension than the one printed are not judged: their text is its own. */
function parted(sigla: readonly string[], work: Work): { sigla: string[]; own: boolean }[] {
  const foreign = foreignTo(work)
  const own = sigla.filter((s) => !foreign.has(s))
  const theirs = sigla.filter((s) => foreign.has(s))
  return [
    ...(own.length > 0 ? [{ sigla: own, own: true }] : []),
    ...(theirs.length > 0 ? [{ sigla: theirs, own: false }] : []),
  ]
}

/** The weightiest reason for the lemma that a book gives. */
function clauseOf({ loci }: Point, strings: Strings): string {
  const reasons = loci.flatMap(({ app }) => {
    const lemma = app.readings.find((r) => r.type === 'lemma')?.text
    return app.evidence.filter((e: Evidence) => e.supports === lemma && e.weight > 0)
  })
  const said = reasons
    .toSorted((a, b) => b.weight - a.weight)
    .map((e) => sayClause(strings.entries, e.reason))
  return said.find((s) => s !== '') ?? ''
}

/** The editor's remarks, each once, with their sources. */
function remarks({ loci }: Entry, { strings, cited, signed }: Telling): string {
  const words = strings.entries
  const seen = new Set<string>()
  let last: string | undefined
  return loci
    .flatMap(({ app }) => {
      const { ruling } = app
      if (ruling === undefined || seen.has(ruling.reason)) return []
      seen.add(ruling.reason)
      const reason = ruling.reason.replace(/(?<![。.；;])[。.；;]+$/u, '')
      const before = ruling.citation === undefined ? undefined : cited.get(ruling.citation)
      const source =
        ruling.citation === undefined || ruling.citation === last
          ? ''
          : before === undefined
            ? words.cited(ruling.citation)
            : words.citedAt(before)
      last = ruling.citation ?? last
      const by = signed ? strings.brackets.join(strings.rulingBy(ruling.by, ruling.date)) : ''
      return [`${words.remark(reason)}${source}${by}${strings.stop}`]
    })
    .join('')
}
