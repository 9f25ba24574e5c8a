import {
  type BuildSettings,
  buildEditions,
  checkRemote,
  type EditionFolder,
  editionsNamed,
  editionsUnder,
  FORMATS,
  findHouse,
  isInShard,
  type Outcome,
  parseFormats,
  parseSheet,
  parseShard,
  sourcesFolder,
  sourcesOf,
  TRIMS,
} from '@huijiao/build'
import { InputError } from '@huijiao/model'
import { Command } from 'commander'
import { type BuildOutput, buildOutput } from '../build-output.ts'
import { EXIT } from '../exit.ts'

/** `huijiao build [PATH…]`: every edition's tree and its formats, through the task runner. */
export function buildCommand(): Command {
  return new Command('build')
    .description('make the tree and the books of editions')
    .argument(
      '[path...]',
      'folders of editions, or names under sources/; all of those unless given',
    )
    .option('--shard <I/N>', 'only the editions of share I of N, I from 0, told by their names')
    .option(
      '--only <formats>',
      `only these formats, and what they are made from: ${FORMATS.map(({ name }) => name).join(',')}; all that an edition has unless given`,
    )
    .option('--trim <page>', `page of the PDF, instead of the edition's: ${TRIMS.join(', ')}`)
    .option('--marks', '3 mm of bleed and crop marks around the pages of the PDF')
    .option(
      '--booklet [sheets]',
      'two pages a side of A4 for folding, so many sheets together, all unless given',
    )
    .option('--watch', 'build again whenever a source changes, until interrupted')
    .option('--force', 'build again even where nothing changed')
    .option('--json', 'print what became of each edition as JSON, for other programs')
    .option('--quiet', 'print faults alone')
    .action(async (paths: string[], options: Options) => {
      checkRemote(process.env)
      const shard = options.shard === undefined ? null : parseShard(options.shard)
      const only = options.only === undefined ? null : parseFormats(options.only)
      const sheet = parseSheet(options)
      const house = await findHouse(process.env)
      const sources = sourcesFolder()
      const all = paths.length === 0 ? await editionsUnder(sources) : editionsNamed(paths, sources)
      const chosen = shard === null ? all : all.filter(({ name }) => isInShard(name, shard))
      const build = async (force: boolean): Promise<void> => {
        const outcomes = await told(chosen, { house, only, sheet, force }, options)
        process.exitCode = codeOf(outcomes)
      }
      await build(options.force === true)
      if (options.watch === true) await eachChange(chosen, () => build(false))
    })
}

interface Options extends BuildOutput {
  readonly shard?: string
  readonly only?: string
  readonly trim?: string
  readonly marks?: boolean
  readonly booklet?: string | true
  readonly watch?: boolean
  readonly force?: boolean
}

/** Builds, and tells of it on the way and at the end. */
async function told(
  editions: readonly EditionFolder[],
  settings: BuildSettings,
  options: BuildOutput,
): Promise<Outcome[]> {
  const output = buildOutput(editions.length, options)
  const outcomes: Outcome[] = []
  try {
    for await (const outcome of buildEditions(editions, { ...settings, onLine: output.line })) {
      outcomes.push(outcome)
      output.outcome(outcome)
    }
  } finally {
    output.rest()
  }
  output.end(outcomes)
  return outcomes
}

/** Where nothing was made, the reason decides; else what is missing. */
function codeOf(outcomes: readonly Outcome[]): number {
  const any = (...states: Outcome['state'][]): boolean =>
    outcomes.some(({ state }) => states.includes(state))
  if (!any('part', 'refused', 'failed')) return EXIT.ok
  if (any('unchanged', 'whole', 'part')) return EXIT.incomplete
  return any('failed') ? EXIT.failure : EXIT.input
}

/** Milliseconds between two looks at the sources: the system's own news of changes is not to be had on every disk. */
const LOOK = 500

/** Waits for a change of a source, again and again, without end; a fault of the input is told and waited upon. */
async function eachChange(
  editions: readonly EditionFolder[],
  act: () => Promise<void>,
): Promise<never> {
  const stateOf = (): string =>
    JSON.stringify(
      editions.map((edition) => sourcesOf(edition).files.map((f) => [f.path, f.stamp])),
    )
  let seen = stateOf()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK))
    const now = stateOf()
    if (now === seen) continue
    seen = now
    try {
      await act()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      console.error(error.message)
    }
  }
}
