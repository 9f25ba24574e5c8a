import { gapSign, LACUNA_SIGN, type PlaceInPrint, type SourceSpan } from '@huijiao/ast'
import { type Strings, sayDoubt, stringsFor } from '@huijiao/hast/strings'
import { inPrint, languageOf, placeOf, sayingOf, type Source } from '@huijiao/model'
import { lemmaOf } from '@huijiao/readings'
import { isIllegible } from '@huijiao/text'
import { gapReason } from '../explain/describe.ts'
import type { EditionResult } from '../pipeline.ts'
import { type ApparatusEntry, apparatusOf } from './apparatus.ts'
import { altered } from './altered.ts'
import { guessedForms } from './guessed-forms.ts'
import { leftOut } from './left-out.ts'
import { movesIn } from './moves.ts'

/** A place as people look it up. */
interface ReportPlace extends SourceSpan {
  readonly line: number
  readonly column: number
  /** Member of an archive or page of a PDF that line and column count in. */
  readonly part?: string
  /** Where it stands on the printed page, where the file says. */
  readonly print?: PlaceInPrint
}

const WORST_FIRST = ['undecided', 'low', 'medium', 'high'] as const

/** `report.json`: what an editor should look at, worst first, and how the text came about. */
export function reportOf(result: EditionResult, rulings: boolean): Record<string, unknown> {
  const { edition, decided, input } = result
  const files = new Map(input.sources.map((s) => [s.file, s]))
  const entries = apparatusOf(edition)
  const strings = stringsFor(edition.meta.language)
  const content = entries.filter((e) => e.layer === 'content')
  return {
    edition: edition.meta.id,
    generator: edition.meta.generator,
    rulings,
    counts: {
      works: edition.children.length,
      content: countBy(content),
      punctuation: countBy(entries.filter((e) => e.layer === 'punctuation')),
      byMethod: tally(content.map((e) => e.method ?? 'undecided')),
      byCause: tally(content.map((e) => e.cause)),
    },
    loci: content
      .filter((e) => e.certainty === 'undecided' || e.certainty === 'low')
      .toSorted((a, b) => WORST_FIRST.indexOf(a.certainty) - WORST_FIRST.indexOf(b.certainty))
      .map((e) => summary(e, files)),
    gaps: gapsIn(result, strings),
    suspicions: decided.suspicions.map((s) => ({
      ...s,
      places: s.places.map((p) => placed(p, files)),
    })),
    segmentation: segmentationOf(result, files, strings),
    leftOut: leftOut(result),
    altered: altered(input.sources),
    guessedForms: guessedForms(result),
    moves: movesIn(result),
    reliability: decided.reliability,
    kinships: decided.kinships,
    conventions: decided.conventions,
    unmarked: decided.unmarked,
    messages: result.messages.map((m) => ({
      file: m.file,
      line: m.line,
      column: m.column,
      rule: m.ruleId,
      ...sayingOf(m, languageOf(edition.meta.language) ?? 'en'),
    })),
  }
}

/** What is doubtful of works and order, and what each text of a work was put together from. */
function segmentationOf(
  { segmentation }: EditionResult,
  files: ReadonlyMap<string, Source>,
  strings: Strings,
): Record<string, unknown> {
  return {
    doubts: segmentation.doubts.map((d) => ({
      message: sayDoubt(d, strings),
      ...d,
      place: placed(d.place, files),
    })),
    works: segmentation.works.map((w) => ({
      id: w.id,
      recensions: w.recensions,
      texts: w.texts.map(({ siglum, file, recension, certainty, evidence, blocks }) => ({
        siglum,
        file,
        recension,
        certainty,
        evidence,
        joins: blocks.flatMap((b) => [
          ...(b.join === undefined || b.parts[0] === undefined
            ? []
            : [{ at: placed({ file, ...span(b.parts[0]) }, files), ...b.join }]),
          ...b.parts.flatMap((p) =>
            p.join === undefined || p.join.kind === 'wrap'
              ? []
              : [{ at: placed({ file, ...span(p) }, files), ...p.join }],
          ),
        ]),
      })),
    })),
  }
}

/** Where text is missing, or characters are for which no witness has more than a sign, with the words around it. */
function gapsIn({ works, decided }: EditionResult, strings: Strings): Record<string, unknown>[] {
  return works.flatMap((work) => {
    const own = decided.decisions.filter((d) => d.locus.work === work.spec.id)
    const text = lemmaOf(work, own).map((c) => c.t)
    const around = (from: number, to: number, sign: string): string =>
      `${text.slice(Math.max(0, from - 12), from).join('')}${sign}${text.slice(to, to + 12).join('')}`
    const known = [...(decided.gaps.get(work.spec.id) ?? [])].map(([at, gap]) => {
      const reason = gapReason(gap, strings)
      return { at, context: around(at, at, LACUNA_SIGN), reason, ruled: gap.ruling !== undefined }
    })
    const signs = text.flatMap((sign, at) => {
      if (!isIllegible(sign) || isIllegible(text[at - 1] ?? '')) return []
      let end = at + 1
      while (isIllegible(text[end] ?? '')) end += 1
      const quantity = end - at
      const context = around(at, end, gapSign({ quantity }))
      return [{ at, context, quantity, reason: strings.missing(quantity), ruled: false }]
    })
    return [...known, ...signs]
      .toSorted((a, b) => a.at - b.at)
      .map((gap) => ({ work: work.spec.id, ...gap, at: undefined }))
  })
}

const span = ({ start, end }: { start: number; end: number }) => ({ start, end })

function summary(e: ApparatusEntry, files: ReadonlyMap<string, Source>): Record<string, unknown> {
  return {
    id: e.id,
    work: e.work,
    block: e.block,
    context: `${e.before}【${e.lemma}】${e.after}`,
    certainty: e.certainty,
    method: e.method,
    readings: e.readings.map((r) => ({
      text: r.text,
      sigla: r.sigla,
      type: r.type,
      places: r.attestations.map((a) => placed(a, files)),
    })),
    evidence: e.evidence.map((v) => ({
      method: v.method,
      supports: v.supports,
      weight: v.weight,
      reason: v.reason,
    })),
  }
}

function placed(p: SourceSpan, files: ReadonlyMap<string, Source>): ReportPlace {
  const source = files.get(p.file)
  const place = source === undefined ? { line: 0, column: 0 } : placeOf(source, p.start)
  const print = source === undefined ? null : inPrint(source, p.start, p.end)
  return {
    file: p.file,
    start: p.start,
    end: p.end,
    ...place,
    ...(print === null ? {} : { print }),
  }
}

const countBy = (entries: readonly ApparatusEntry[]): Record<string, number> => ({
  total: entries.length,
  ...Object.fromEntries(
    WORST_FIRST.map((c) => [c, entries.filter((e) => e.certainty === c).length]),
  ),
})

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const v of [...values].sort()) counts[v] = (counts[v] ?? 0) + 1
  return counts
}
