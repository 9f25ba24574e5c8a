import { readFileSync } from 'node:fs'

/** One SELECT of the SQL text. */
export interface Step {
  /** Name under which its rows are kept. */
  readonly name: string
  /** Whether it takes the place of the rows of that name, again and again until they no longer change. */
  readonly isRound: boolean
  readonly select: string
}

/** The numbers that the SQL text asks for. */
export interface Parameters {
  /** Keys in a gram. */
  readonly length: number
  /** A gram in more files than these is boilerplate. */
  readonly max_files: number
  /** Characters from one match to the next, at most. */
  readonly gap: number
  /** Characters by which two copies move apart between two matches, at most. */
  readonly drift: number
  /** Sampled grams that a passage shares, at least. */
  readonly min_matches: number
  /** Characters from its first match to the end of its last, at least. */
  readonly min_extent: number
}

/**
 * The numbers of `sql/parameters.json`, which the driver for Spark reads too.
 *
 * - 100 files: as passim has it (its `maxDF`). A passage is printed again tens of times, a formula in every issue.
 * - 250 characters: a passage in which every tenth character differs has a sampled match every 18 on average, so
 *   that a gap as long as this is not chance but text that one copy lacks; with 100, one in five articles fell apart.
 * - 32 characters: a line that one copy leaves out.
 * - 3 matches: two may be one formula; three, a sample of 24 characters in one order, are not chance.
 * - 60 characters: longer than a formula or a sentence that two texts share without either being a copy.
 */
export const PARAMETERS = JSON.parse(
  readFileSync(new URL('../sql/parameters.json', import.meta.url), 'utf8'),
) as Omit<Parameters, 'length'>

const FILE = new URL('../sql/reuse.sql', import.meta.url)

/**
 * The steps of the SQL text, with its parameters filled in.
 *
 * @throws {Error} where the text asks for a parameter that there is not.
 */
export function stepsOf(parameters: Parameters, text = readFileSync(FILE, 'utf8')): Step[] {
  const [, ...parts] = text.split(/^-- (?=(?:step|round): )/mu)
  return parts.map((part) => {
    const [, kind, name = ''] = /^(step|round): (\w+)\n/u.exec(part) ?? []
    const select = part
      .slice(part.indexOf('\n') + 1)
      .replace(/^--.*\n/gmu, '')
      .replace(/\$\{(\w+)\}/gu, (_, key: string) => {
        const value = (parameters as unknown as Readonly<Record<string, number>>)[key]
        if (value === undefined)
          throw new Error(`sql/reuse.sql asks for ${key}, which is no parameter`)
        return String(value)
      })
      .trim()
    return { name, isRound: kind === 'round', select }
  })
}
