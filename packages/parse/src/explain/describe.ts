import { type Evidence, LACUNA_SIGN, type SourceSpan } from '@huijiao/ast'
import { type Strings, sayJoin, sayReason } from '@huijiao/hast/strings'
import { type Decision, placeText, type Source } from '@huijiao/model'
import type { Gap } from '@huijiao/readings'
import type { Passage, WitnessPassage } from './explain.ts'

/** Places shown of one piece of evidence. */
const PLACES = 3

/** A passage in lines for the terminal, in the language of the edition. */
export function describePassage(
  passage: Passage,
  sources: readonly Source[],
  strings: Strings,
): string[] {
  const { work, title, before, text, after, witnesses, decisions, gaps } = passage
  const { tools } = strings
  const lines = [`${work}${tools.inQuotes(title)}`, `  …${before}［${text}］${after}…`]
  for (const w of witnesses) {
    lines.push(`  ${w.siglum} ${placeOfPassage(w)}  ${shown(w.text, strings)}`)
  }
  for (const gap of gaps) {
    const place = `${gap.before}${LACUNA_SIGN}${gap.after}`
    lines.push(`  ${tools.gap}${strings.colon}${place}  ${gapReason(gap, strings)}`)
  }
  if (decisions.length === 0) lines.push(`  ${tools.agreement(witnesses.length)}`)
  for (const { id, decision } of decisions) {
    lines.push(...describeDecision(id, decision, sources, strings))
  }
  return lines
}

/** `a.hocr:12:3 p. 7 [120,80,410,112] 62%`: file, line and column; of print page, box and confidence. */
function placeOfPassage({ file, part, line, column, print }: WitnessPassage): string {
  const place = `${file}${part === undefined ? '' : ` (${part})`}:${line}:${column}`
  if (print === undefined) return place
  const box = print.box === undefined ? '' : ` [${print.box.map(Math.round).join(',')}]`
  const sure = print.confidence === undefined ? '' : ` ${Math.round(print.confidence * 100)}%`
  return `${place} p. ${print.page}${box}${sure}`
}

/** Why text is held to be missing: the editor's words, or the evidence. */
export function gapReason({ evidence, extent, ruling }: Gap, strings: Strings): string {
  if (ruling === undefined) {
    return evidence.map((e) => sayJoin(strings.reasons, e.reason)).join(strings.separator)
  }
  const { reason, citation, by, date } = ruling
  const said = extent === undefined ? '' : `${extent}${strings.separator}`
  const cited = citation === undefined ? '' : strings.brackets.join(citation)
  return `${said}${reason}${cited}${strings.brackets.join(strings.tools.ruledBy(by, date))}`
}

function describeDecision(
  id: string,
  { locus, lemma, method, certainty, cause, evidence, ruling }: Decision,
  sources: readonly Source[],
  strings: Strings,
): string[] {
  const { tools } = strings
  const readings = locus.readings.map((r) => shown(r.text, strings)).join(' ｜ ')
  const judgement = [
    ...(locus.layer === 'content' ? [] : [tools.punctuation]),
    method === null ? tools.undecided : strings.methods[method],
    ...(method === null ? [] : [tools.certainty(certainty)]),
    strings.causes[cause],
  ]
  const lines = [
    `  ${id}  ${shown(lemma, strings)} ］${readings}`,
    `    ${judgement.join(strings.comma)}`,
  ]
  if (ruling !== undefined) {
    const cited = ruling.citation === undefined ? '' : strings.brackets.join(ruling.citation)
    lines.push(
      `    ${strings.ruling}${strings.colon}${ruling.reason}${cited} ${ruling.by} ${ruling.date}`,
    )
  }
  for (const e of evidence) lines.push(`    ${evidenceLine(e, sources, strings)}`)
  return lines
}

/** One piece of evidence in a line, with the places it rests on. */
export function evidenceLine(e: Evidence, sources: readonly Source[], strings: Strings): string {
  const places = e.places
    .slice(0, PLACES)
    .map((p) => spanText(p, sources))
    .join(strings.comma)
  const reason = sayReason(strings.reasons, e.reason)
  const weight = `${strings.methods[e.method]} ${e.weight.toFixed(1)}`
  return `${weight} → ${shown(e.supports, strings)}${strings.colon}${reason}${places === '' ? '' : ` [${places}]`}`
}

function spanText(span: SourceSpan, sources: readonly Source[]): string {
  const source = sources.find((s) => s.file === span.file)
  if (source === undefined) return span.file
  return placeText(source, span.start)
}

const shown = (text: string, { tools }: Strings): string => (text === '' ? tools.nothing : text)
