import { fittedWeights, labelLines, type Weights } from '@huijiao/segment/label'
import type { LabelCase } from './label/case.ts'
import { type FitOptions, fit } from './label/fit.ts'
import { learnedCases, madeCases, scrambledCases } from './label/made.ts'
import { newspaperFolds } from './label/newspaper.ts'
import {
  addScores,
  figures,
  headlineRule,
  NOTHING,
  rightLines,
  scoreWorks,
  shown,
  type WorkScore,
  worksOf,
} from './label/score.ts'
import { store } from './label/store.ts'
import { summaryOf } from './label/summary.ts'

type Print = (line: string) => void

/** Seeds to learn from, and seeds that nothing was fitted, tuned or looked at on. */
const LEARNED = range(1, 4)
const LEARNED_SCRAMBLED = range(1001, 1008)
const KEPT_APART = range(6001, 6030)
const KEPT_APART_SCRAMBLED = range(411, 420)

/** Prior, price and rounds were set on one issue of the newspaper, by what was learned from the other two. */
const OPTIONS: FitOptions = {
  prior: 0.1,
  price: 0.4,
  rounds: 70,
  least: 3,
  prune: 0.05,
  share: ({ kind }) => (kind === 'newspaper' ? 1 : 0.5),
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

/**
 * Scores the model of lines; with `--fit`, fits it first and stores it.
 * `HUIJIAO_ECPO` names a folder of newspaper folds whose articles are marked.
 */
export function benchLabel(
  args: readonly string[] = [],
  print: Print = (line) => console.log(line),
): void {
  const folder = process.env['HUIJIAO_ECPO']
  const folds = folder === undefined ? [] : newspaperFolds(folder)
  const kept = [...madeCases(KEPT_APART), ...scrambledCases(KEPT_APART_SCRAMBLED)]
  if (!args.includes('--fit')) {
    const weights = fittedWeights()
    print(`weights of ${weights.date}, fitted on ${weights.fittedOn.join('; ')}`)
    printKinds(weights, [...folds, ...kept], print)
    for (const row of summaryOf(weights)) print(row)
    return
  }
  const made = [...learnedCases(LEARNED), ...scrambledCases(LEARNED_SCRAMBLED)]
  const byIssue = crossValidate(folds, made, print)
  const fitted = fit([...folds, ...made], OPTIONS, print)
  const lines = (cases: readonly LabelCase[]): number =>
    cases.reduce((sum, one) => sum + one.lines.length, 0)
  const weights: Weights = {
    fittedOn: [
      `${folds.length} keyings of pages of a newspaper of 1939 (${lines(folds)} lines)`,
      `made editions and scrambled pages (${lines(made)} lines, seeds ${LEARNED.join(' ')} and ${LEARNED_SCRAMBLED.join(' ')})`,
    ],
    date: new Date().toISOString().slice(0, 10),
    scores: figures(byIssue),
    ...fitted,
  }
  print(`wrote ${store(weights)}`)
  printKinds(weights, kept, print)
}

/** Fits on the folds of all issues but one and scores that one, for each issue. */
function crossValidate(
  folds: readonly LabelCase[],
  made: readonly LabelCase[],
  print: Print,
): WorkScore {
  const issueOf = ({ name }: LabelCase): string => name.split('-')[0] ?? ''
  let sum = NOTHING
  let rule = NOTHING
  for (const issue of new Set(folds.map(issueOf))) {
    const rest = folds.filter((one) => issueOf(one) !== issue)
    const weights = {
      fittedOn: [],
      date: '',
      scores: {},
      ...fit([...rest, ...made], OPTIONS, print),
    }
    const own = folds.filter((one) => issueOf(one) === issue)
    const scored = scoreAll(weights, own)
    print(`${issue}: ${shown(scored.works)}`)
    sum = addScores(sum, scored.works)
    for (const given of own) rule = addScores(rule, scoreWorks(given, headlineRule(given)))
  }
  print(`by issue: ${shown(sum)}`)
  print(`headline rule: ${shown(rule)}`)
  return sum
}

function scoreAll(
  weights: Weights,
  cases: readonly LabelCase[],
): { right: number; lines: number; works: WorkScore } {
  let [right, lines, works] = [0, 0, NOTHING]
  for (const given of cases) {
    const labelled = labelLines(given.lines, weights)
    right += rightLines(given, labelled)
    lines += labelled.length
    works = addScores(works, scoreWorks(given, worksOf(labelled.map(({ label }) => label))))
  }
  return { right, lines, works }
}

function printKinds(weights: Weights, cases: readonly LabelCase[], print: Print): void {
  for (const kind of [...new Set(cases.map((one) => one.kind))].sort()) {
    const { right, lines, works } = scoreAll(
      weights,
      cases.filter((one) => one.kind === kind),
    )
    const share = ((100 * right) / Math.max(1, lines)).toFixed(1)
    print(`${kind.padEnd(15)} ${share} % of ${lines} lines; ${shown(works)}`)
  }
}
