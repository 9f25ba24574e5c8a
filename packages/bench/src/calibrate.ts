import { readFileSync } from 'node:fs'
import { fitLogistic } from '@huijiao/text'
import { judgedSet, type SetResult } from './readings/judge.ts'
import { madeSets } from './readings/made.ts'
import { ocrSets } from './readings/ocr.ts'

interface Calibration {
  readonly offset: number
  readonly slope: number
}

/**
 * Fits how often a reading of a given probability is right, on the texts for fitting: as many places of recognised
 * pages as of made noise. Prints what goes into `packages/readings/data/calibration.json`.
 */
export async function benchCalibrate(print: (line: string) => void = console.log): Promise<void> {
  const file = new URL('../../readings/data/calibration.json', import.meta.url)
  const used: Calibration = JSON.parse(readFileSync(file, 'utf8'))
  const made = pointsOf(madeSets('fitting').map(judgedSet), used)
  const read = pointsOf((await ocrSets('fitting', print)).map(judgedSet), used)
  const step = Math.max(1, Math.floor(made.length / Math.max(1, read.length)))
  const balanced = [...read, ...made.filter((_, i) => i % step === 0).slice(0, read.length)]
  const { offset, slope } = fitLogistic(balanced)
  print(`offset ${offset.toFixed(3)}, slope ${slope.toFixed(3)}, on ${balanced.length} places`)
}

/** Log odds before calibration of each decision that is made, and whether it is right. */
function pointsOf(results: readonly SetResult[], used: Calibration): { x: number; is: boolean }[] {
  return results
    .flatMap((r) => r.loci)
    .flatMap(({ decision: { certainty, probability }, ours }) => {
      if (probability === undefined || certainty === 'undecided') return []
      const p = Math.min(1 - 1e-9, Math.max(1e-9, probability))
      return [{ x: (Math.log(p / (1 - p)) - used.offset) / used.slope, is: ours }]
    })
}
