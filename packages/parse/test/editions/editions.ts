import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = join(import.meta.dirname, '../../../../sources')

/** A folder of an edition that says what is to be found in it. */
export interface ExpectedEdition {
  readonly name: string
  readonly folder: string
  /** Path of a file of `expected/`. */
  readonly expected: (file: string) => string
}

/**
 * The editions of this repository that have an `expected/`: `text/<work>.txt`, `readings.tsv` (the right reading of
 * each variant: work, text before, readings, text after, the right one), `segmentation.txt` and
 * `segmentation-alone.txt` (with and without the works of `edition.yaml`).
 */
export const expectedEditions: readonly ExpectedEdition[] = readdirSync(SOURCES).flatMap((name) => {
  const folder = join(SOURCES, name)
  const expected = (file: string): string => join(folder, 'expected', file)
  return existsSync(expected('')) ? [{ name, folder, expected }] : []
})
