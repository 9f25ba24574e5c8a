import type { SetResult } from './judge.ts'

const CERTAINTIES = ['high', 'medium', 'low', 'undecided'] as const

/** Least share right of each certainty. */
const BARS = { high: 0.975, medium: 0.9, low: 0.6, undecided: 0 } as const

/** One line a set: for each certainty its share of the loci and the share right, then the other ways to choose. */
export function tableOf(results: readonly SetResult[]): string[] {
  const head = ['set', 'loci', ...CERTAINTIES, 'right', 'single', 'majority', 'families', 'left']
  return [row(head), row(head.map(() => '---')), ...results.map((r) => row(cellsOf(r)))]
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function cellsOf({ name, loci, left }: SetResult): string[] {
  const share = (right: (l: SetResult['loci'][number]) => boolean): string =>
    percent(loci.filter(right).length, loci.length)
  return [
    name,
    String(loci.length),
    ...CERTAINTIES.map((certainty) => {
      const own = loci.filter((l) => l.decision.certainty === certainty)
      if (own.length === 0) return '–'
      const right = own.filter((l) => l.ours).length
      const below = right < BARS[certainty] * own.length ? ' !' : ''
      return `${percent(own.length, loci.length)} → ${right}/${own.length} ${percent(right, own.length)}${below}`
    }),
    share((l) => l.ours),
    share((l) => l.single),
    share((l) => l.majority),
    share((l) => l.byFamily),
    left.toFixed(3),
  ]
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
