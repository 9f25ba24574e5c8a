import { type App, type Reading, toText, type Work } from '@huijiao/ast'
import { clean } from './clean.ts'
import { elide } from './elide.ts'
import type { Strings } from './strings/index.ts'

/** An entry in words: the lemma, what witnesses have instead, what the text follows. Plain text. */
export function describeReadings(app: App, work: Work, strings: Strings): string {
  const others = app.readings.filter((r) => r.type !== 'lemma')
  const lemma = app.readings.find((r) => r.type === 'lemma')
  const parts = [
    ...others.map((r) =>
      strings.reading(siglaOf(r, work, strings), elide(r.text), strings.types[r.type]),
    ),
    ...(lemma === undefined || lemma.sigla.length === 0
      ? [strings.conjecture]
      : [strings.follows(strings.joinSigla(lemma.sigla))]),
  ]
  return clean(parts.join(strings.separator))
}

/** The lemma quoted; an empty one by its neighbours. */
export function describeLemma(app: App, context: Context, strings: Strings): string {
  return clean(strings.lemma(elide(toText(app)), tail(context.before, 2), head(context.after, 2)))
}

/** Text around an entry in its block. */
export interface Context {
  readonly before: string
  readonly after: string
}

/** The sigla of a reading; in a work of several recensions with the recension's name. */
function siglaOf(reading: Reading, work: Work, strings: Strings): string {
  const recension = work.recensions.find((r) => reading.sigla.every((s) => r.sigla.includes(s)))
  const sigla = strings.joinSigla(reading.sigla)
  return recension === undefined || recension.base ? sigla : `${sigla}（${recension.label}）`
}

/** Why the text stands as it does: the ruling, or the strongest evidence for the lemma. */
export function describeReasons(app: App, strings: Strings): string[] {
  if (app.ruling !== undefined) {
    const { reason, citation, by, date } = app.ruling
    return [
      clean(
        `${strings.ruling}：${trimStop(reason)}${citation === undefined ? '' : `（${citation}）`}`,
      ),
      clean(strings.rulingBy(by, date)),
    ]
  }
  const lemma = toText(app)
  return app.evidence
    .filter((e) => e.supports === lemma && e.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map((e) => clean(trimStop(e.reason)))
}

const trimStop = (sentence: string): string => sentence.replace(/[。.；;]+$/u, '')
const tail = (text: string, n: number): string => [...text].slice(-n).join('')
const head = (text: string, n: number): string => [...text].slice(0, n).join('')
