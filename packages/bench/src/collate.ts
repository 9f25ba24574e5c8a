import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ONE_PERCENT } from '@huijiao/noise'
import { adversaries, type Case, ordinary } from './collate-cases/cases.ts'
import { collatexSeconds } from './collate-cases/collatex.ts'
import { benchGold } from './collate-cases/gold.ts'
import type { Outcome } from './collate-cases/run.ts'

/** What the aligner is to reach. */
export const LIMITS = {
  cpu: 4000,
  memory: 600e6,
  exponent: 1.15,
  one: 0.999,
  three: 0.995,
  repetitive: 10,
}

/** After this long another tool is stopped, and its ratio given as at least so much. */
const PATIENCE = 60_000

/** One percent of errors, all kinds together. */
const THIRDS = { substitutions: 0.01 / 3, omissions: 0.01 / 3, additions: 0.01 / 3 }

const RUN = fileURLToPath(new URL('./collate-cases/run.js', import.meta.url))
const SOURCES = fileURLToPath(new URL('../../../sources/', import.meta.url))

/** Measures the aligner: speed, memory, growth, recall, repetitive text, and other tools. */
export async function benchCollate(print: (line: string) => void = console.log): Promise<void> {
  const source = editionCharacters()
  const folder = mkdtempSync(join(tmpdir(), 'huijiao-bench-'))
  const run = (given: Case, tool = 'ours'): Outcome | undefined => runCase(folder, given, tool)
  try {
    print('processor time of the alignment alone; each run in a process of its own; 1 % each of')
    print('substitutions, omissions and additions, dropped blocks, one moved block\n')
    const fits: [number, number][] = []
    for (const length of [10_000, 100_000, 1_000_000]) {
      for (const count of [2, 3, 5]) {
        const given = ordinary(source, length, count)
        const ours = run(given)
        if (ours === undefined) continue
        if (count === 5) fits.push([Math.log(length), Math.log(ours.cpu)])
        print(`${given.name.padEnd(12)} ${describe(ours)}`)
        if (count !== 2) continue
        for (const tool of ['fast-diff', 'diff-sequences']) {
          const theirs = run(given, tool)
          const ratio = (theirs?.cpu ?? PATIENCE) / ours.cpu
          print(
            `  ${tool}: ${theirs === undefined ? 'at least ' : ''}${ratio.toFixed(1)} times as long`,
          )
        }
      }
    }
    const mild = run(ordinary(source, 1_000_000, 5, { ...ONE_PERCENT, ...THIRDS }))
    if (mild !== undefined) print(`1000000 × 5, 1 % in all: ${describe(mild)}`)
    print(
      `\ngrowth exponent, 10k to 1M, 5 copies: ${slope(fits).toFixed(2)} (at most ${LIMITS.exponent})`,
    )
    recall(source, run, print)
    repetitive(source, run, print)
    print('\nCollateX (Python)')
    print(collatexSeconds(ordinary(source, 1000, 2), run(ordinary(source, 1000, 2))?.cpu ?? 1))
    print('\nreal texts with a gold apparatus')
    benchGold(process.env['HUIJIAO_GOLD'], print)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Runner = (given: Case, tool?: string) => Outcome | undefined

function recall(source: readonly string[], run: Runner, print: (line: string) => void): void {
  print('\ntrue pairs recovered, 100,000 × 5')
  for (const percent of [1, 3]) {
    const rate = percent / 100
    const noise = {
      substitutions: rate,
      omissions: rate,
      additions: rate,
      droppedBlocks: 0.1,
      movedBlocks: 1,
    }
    const split = { ...noise, substitutions: rate / 3, omissions: rate / 3, additions: rate / 3 }
    for (const [name, given] of [
      ['in all', split],
      ['of each kind', noise],
    ] as const) {
      const outcome = run(ordinary(source, 100_000, 5, given))
      if (outcome !== undefined) print(`${percent} % ${name}: ${share(outcome)}`)
    }
  }
}

function repetitive(source: readonly string[], run: Runner, print: (line: string) => void): void {
  const length = 100_000
  const base = run(ordinary(source, length, 2))?.cpu ?? 1
  print(
    `\nrepetitive and unrelated text, ${length} × 2: time as a multiple of the ordinary case (at most ${LIMITS.repetitive})`,
  )
  for (const given of adversaries(source, length)) {
    const outcome = run(given)
    if (outcome === undefined) continue
    const pairs =
      outcome.pairs > 0 ? share(outcome) : `${outcome.equal} characters taken for the same`
    print(
      `${(outcome.cpu / base).toFixed(2).padStart(5)}  ${given.name}: ${pairs}, ${outcome.units} units`,
    )
  }
}

function describe(outcome: Outcome): string {
  const seconds = (outcome.cpu / 1000).toFixed(2)
  return `${seconds} s, ${Math.round(outcome.memory / 1e6)} MB, ${share(outcome)}, ${outcome.units} units, ${outcome.transpositions} moved`
}

function share({ pairs, found }: Outcome): string {
  return `${((100 * found) / Math.max(1, pairs)).toFixed(3)} % of true pairs`
}

/** Slope of the least-squares line. */
function slope(points: readonly (readonly [number, number])[]): number {
  const n = Math.max(1, points.length)
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}

function runCase(folder: string, { copies, length }: Case, tool: string): Outcome | undefined {
  for (const [i, { characters, origins }] of copies.entries()) {
    writeFileSync(join(folder, `${i}.txt`), characters.join(''))
    writeFileSync(join(folder, `${i}.origins`), new Uint8Array(origins.buffer))
  }
  writeFileSync(join(folder, 'length'), String(length))
  const args = [RUN, folder, String(copies.length), tool]
  const options = { encoding: 'utf8', ...(tool === 'ours' ? {} : { timeout: PATIENCE }) } as const
  const { stdout, status, stderr } = spawnSync(process.execPath, args, options)
  if (status === 0) return JSON.parse(stdout)
  if (tool === 'ours') throw new Error(`the aligner failed: ${stderr}`)
  return undefined
}

/** The Han characters of all witnesses of all editions. */
function editionCharacters(): string[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  const witnesses = files.filter((file) => /[\\/]witnesses[\\/][^\\/]+\.txt$/.test(file)).sort()
  const text = witnesses.map((file) => readFileSync(join(SOURCES, file), 'utf8')).join('')
  return [...text].filter((character) => /\p{Script=Han}/u.test(character))
}
