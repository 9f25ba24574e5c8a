import { relative } from 'node:path'
import {
  assembleSite,
  type BuildSettings,
  buildEditions,
  checkRemote,
  type EditionFolder,
  editionsNamed,
  editionsUnder,
  FORMATS,
  findHouse,
  type House,
  isInShard,
  type Outcome,
  parseFormats,
  parseSheet,
  parseShard,
  siteFolder,
  sourcesFolder,
  sourcesOf,
  TRIMS,
} from '@huijiao/build'
import { formatMessage, InputError } from '@huijiao/model'
import { Command } from 'commander'
import { type BuildOutput, buildOutput } from '../build-output.ts'
import { EXIT } from '../exit.ts'
import type { Voice } from '../words/words.ts'

/** `huijiao build [PATH…]`: every edition's tree and its formats, through the task runner. */
export function buildCommand(voice: Voice): Command {
  const words = voice.build
  return new Command('build')
    .description(words.description)
    .argument('[path...]', words.paths)
    .option('--shard <I/N>', voice.shard)
    .option('--only <formats>', words.only(FORMATS.map(({ name }) => name).join(',')))
    .option('--trim <page>', words.trim(TRIMS.join(', ')))
    .option('--marks', words.marks)
    .option('--booklet [sheets]', words.booklet)
    .option('--watch', words.watch)
    .option('--force', words.force)
    .option('--json', voice.json)
    .option('--quiet', voice.quiet)
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
        const outcomes = await told(chosen, { house, only, sheet, force }, options, voice)
        // Of some editions there is no site: it would lose the others; nor of parts older than their books.
        const isWhole = paths.length === 0 && shard === null
        if (isWhole && (only === null || only.includes('site'))) {
          await putTogether(chosen, house, options, voice)
        }
        process.exitCode = codeOf(outcomes)
      }
      // What changes while the first build runs, or just after it has told its result, is built too.
      const before = options.watch === true ? sourceState(chosen) : null
      await build(options.force === true)
      if (before !== null) await eachChange(chosen, before, voice, () => build(false))
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

/** Makes one site of the parts that editions have, and says where it lies. */
async function putTogether(
  editions: readonly EditionFolder[],
  house: House,
  { json = false, quiet = false }: BuildOutput,
  voice: Voice,
): Promise<void> {
  const out = siteFolder()
  const count = await assembleSite(editions, house, out)
  if (count !== null && !json && !quiet) {
    console.log(voice.build.site(relative(process.cwd(), out), count))
  }
}

/** Builds, and tells of it on the way and at the end. */
async function told(
  editions: readonly EditionFolder[],
  settings: BuildSettings,
  options: BuildOutput,
  voice: Voice,
): Promise<Outcome[]> {
  const output = buildOutput(editions.length, options, voice)
  const outcomes: Outcome[] = []
  try {
    for await (const outcome of buildEditions(editions, { ...settings, onLine: output.line })) {
      outcomes.push(outcome)
      output.outcome(outcome)
    }
  } finally {
    output.rest()
  }
  // What is unchanged is told first while building; what is said at the end keeps the order of the editions.
  const places = new Map(editions.map(({ folder }, place) => [folder, place]))
  const placeOf = ({ edition }: Outcome): number => places.get(edition.folder) ?? 0
  outcomes.sort((a, b) => placeOf(a) - placeOf(b))
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

/** What there is of sources: two looks are equal where none has changed. */
const sourceState = (editions: readonly EditionFolder[]): string =>
  JSON.stringify(editions.map((edition) => sourcesOf(edition).files.map((f) => [f.path, f.stamp])))

/**
 * Waits for a change of a source, again and again, without end; a fault of the input is told and waited upon.
 *
 * @param before the sources as they were before they were last built.
 */
async function eachChange(
  editions: readonly EditionFolder[],
  before: string,
  voice: Voice,
  act: () => Promise<void>,
): Promise<never> {
  let seen = before
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK))
    const now = sourceState(editions)
    if (now === seen) continue
    seen = now
    try {
      await act()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      for (const m of error.messages) console.error(formatMessage(m, voice.language))
    }
  }
}
