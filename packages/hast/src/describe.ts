import type { App, Reading, Work } from '@huijiao/ast'
import { clean } from './clean.ts'
import type { PlacedApp } from './contexts.ts'
import { elide } from './elide.ts'
import { type Strings, sayReason } from './strings/index.ts'

/** An entry in words: what witnesses have instead of the lemma, what the text follows. Plain text. */
export function describeReadings({ app }: PlacedApp, work: Work, strings: Strings): string {
  const others = app.readings.filter((r) => r.type !== 'lemma')
  const lemma = app.readings.find((r) => r.type === 'lemma')
  const parts = [
    ...others.map((r) =>
      strings.reading(whoHas(r, work, strings), elide(r.text), judged(app, r, strings)),
    ),
    ...(lemma === undefined || lemma.sigla.length === 0
      ? [strings.conjecture]
      : [strings.follows(strings.witness(strings.joinSigla(lemma.sigla)))]),
  ]
  return clean(parts.join(strings.separator))
}

/** 訛脫衍倒 judge a reading an error: not that of another printing, nor where nothing decides. */
function judged(app: App, { type }: Reading, strings: Strings): string {
  const error = app.cause === 'noise' && app.certainty !== 'undecided'
  return error || type === 'orthographic' ? strings.types[type] : ''
}

/** The lemma quoted; an empty one by its neighbours. */
export function describeLemma({ context, lemma }: PlacedApp, strings: Strings): string {
  return clean(strings.lemma(elide(lemma), tail(context.before, 2), head(context.after, 2)))
}

/** A difference of punctuation, as short as can be: the mark in its place, and what others have. */
export function describeMark(
  { app, context, lemma }: PlacedApp,
  strings: Strings,
): { readonly place: string; readonly others: string } {
  const others = app.readings
    .filter((r) => r.text !== lemma)
    .map((r) => strings.mark(strings.joinSigla(r.sigla), elide(r.text)))
  const place = strings.markLemma(tail(context.before, 2), elide(lemma), head(context.after, 1))
  return { place: clean(place), others: clean(others.join(strings.comma)) }
}

/** Who has a reading: the witnesses, or the recension of which they are all. */
function whoHas({ sigla }: Reading, work: Work, strings: Strings): string {
  const joined = strings.joinSigla(sigla)
  const recension = work.recensions.find(
    (r) =>
      !r.base &&
      r.sigla.length === sigla.length &&
      sigla.every((siglum) => r.sigla.includes(siglum)),
  )
  return recension === undefined
    ? strings.witness(joined)
    : strings.recension(recension.label, joined)
}

/** How many reasons an entry gives, the weightiest first. */
const REASONS = 3

/**
 * Why the text stands as it does: the ruling, or the strongest evidence for the lemma.
 *
 * @param signed whether a ruling says whose it is; not where all are one editor's and that is said elsewhere.
 */
export function describeReasons(
  { app, lemma }: PlacedApp,
  strings: Strings,
  signed: boolean,
): string[] {
  if (app.ruling !== undefined) {
    const { reason, citation, by, date } = app.ruling
    return [
      clean(
        `${strings.ruling}${strings.colon}${trimStop(reason)}${citation === undefined ? '' : strings.brackets.join(citation)}`,
      ),
      ...(signed ? [clean(strings.rulingBy(by, date))] : []),
    ]
  }
  const text = app.readings.find((r) => r.type === 'lemma')?.text ?? lemma
  return app.evidence
    .filter((e) => (e.supports === lemma || e.supports === text) && e.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, REASONS)
    .map((e) => clean(sayReason(strings.reasons, e.reason)))
}

const trimStop = (sentence: string): string => sentence.replace(/[。.；;]+$/u, '')
const tail = (text: string, n: number): string => [...text].slice(-n).join('')
const head = (text: string, n: number): string => [...text].slice(0, n).join('')
