import { canonSet } from './readings/canon.ts'
import { byAttestation, judgedSet } from './readings/judge.ts'
import { madeSets } from './readings/made.ts'
import { ocrSets } from './readings/ocr.ts'
import type { ReadingSet } from './readings/set.ts'
import { readingsSpeed } from './readings/speed.ts'
import { linesOf, suspicionScores } from './readings/suspicions.ts'
import { tableOf } from './readings/table.ts'

/** Characters of the texts that deciding is timed on. */
const SIZES = [12_500, 25_000, 50_000, 100_000]

/** Prints how often decisions of each certainty are right, beside other ways to choose, and how fast they are made. */
export async function benchReadings(print: (line: string) => void = console.log): Promise<void> {
  const noisy = [...madeSets('scoring'), ...(await ocrSets('scoring', print))]
  const canon = canonSets(process.env['HUIJIAO_GOLD'], print)
  const results = [...noisy.map(judgedSet), ...canon.map(judgedSet).flatMap(byAttestation)]
  print('each certainty: share of the loci → right of so many; ! where it is below its bar')
  for (const line of tableOf(results)) print(line)
  for (const { name, from } of [...noisy, ...canon]) print(`${name}: ${from}`)
  for (const line of linesOf(suspicionScores('scoring'))) print(line)
  timings(print)
}

function canonSets(
  collection: string | undefined,
  print: (line: string) => void,
): readonly ReadingSet[] {
  if (collection !== undefined) return [canonSet(collection)]
  print('SKIPPED canon texts: set HUIJIAO_GOLD to a folder of texts with gold-alignment.json')
  return []
}

function timings(print: (line: string) => void): void {
  // Tables and dictionary are read on first use.
  readingsSpeed(1_000)
  const speeds = SIZES.map(readingsSpeed)
  for (const { characters, align, decide } of speeds) {
    const ratio = (decide / align).toFixed(1)
    print(
      `${characters} × 3: decided in ${(decide / 1000).toFixed(1)} s of processor time, ${ratio} times the alignment`,
    )
  }
  const [first, last] = [speeds[0], speeds.at(-1)]
  if (first === undefined || last === undefined) return
  const growth = Math.log(last.decide / first.decide) / Math.log(last.characters / first.characters)
  print(`growth exponent ${growth.toFixed(2)}`)
}
