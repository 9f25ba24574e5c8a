import { join, relative } from 'node:path'
import {
  buildEditions,
  checkRemote,
  editionsNamed,
  editionsUnder,
  FORMATS,
  findHouse,
  isInShard,
  type MadeBook,
  type Outcome,
  parseFormats,
  parseShard,
  sourcesFolder,
} from '@huijiao/build'
import { Command } from 'commander'
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
    .option('--force', 'build again even where nothing changed')
    .action(async (paths: string[], options: Options) => {
      checkRemote(process.env)
      const shard = options.shard === undefined ? null : parseShard(options.shard)
      const only = options.only === undefined ? null : parseFormats(options.only)
      const house = await findHouse(process.env)
      const sources = sourcesFolder()
      const all = paths.length === 0 ? await editionsUnder(sources) : editionsNamed(paths, sources)
      const chosen = shard === null ? all : all.filter(({ name }) => isInShard(name, shard))
      if (shard !== null) {
        console.log(`share ${options.shard}: ${chosen.length} of ${all.length} editions`)
      }
      const settings = { house, force: options.force === true, only }
      const counts = { unchanged: 0, whole: 0, part: 0, refused: 0, failed: 0 }
      for await (const outcome of buildEditions(chosen, settings)) {
        counts[outcome.state] += 1
        const isListed = outcome.state !== 'unchanged' || chosen.length <= LISTED
        if (isListed) for (const line of describe(outcome)) console.log(line)
      }
      if (chosen.length > LISTED) console.log(summary(counts))
      process.exitCode = codeOf(counts)
    })
}

interface Options {
  readonly shard?: string
  readonly only?: string
  readonly force?: boolean
}

type Counts = Readonly<Record<Outcome['state'], number>>

/** Where nothing was made, the reason decides; else what is missing. */
function codeOf({ unchanged, whole, part, refused, failed }: Counts): number {
  if (part + refused + failed === 0) return EXIT.ok
  if (unchanged + whole + part > 0) return EXIT.incomplete
  return failed > 0 ? EXIT.failure : EXIT.input
}

/** Editions of which those too are listed in which nothing changed; of more only their number is told. */
const LISTED = 20

function describe({ edition: { name, folder }, made, state }: Outcome): string[] {
  if (made === null) {
    const why = state === 'refused' ? 'its sources are wrong' : 'it failed'
    return [name, `  not made, since ${why}: see above; what lies in dist/ is old`]
  }
  const size = (bytes: number) =>
    bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`
  const told = ({ label, path, bytes, pages }: MadeBook): string => {
    const name = `  ${label.padEnd(WIDEST)}`
    if (bytes === null) return `${name}  missing: see above`
    const at = relative(process.cwd(), join(folder, 'dist', path))
    return `${name}  ${at}  ${size(bytes)}${pages === undefined ? '' : `, ${pages} pages`}`
  }
  return [`${name} ${made.title}`, ...made.books.map(told)]
}

/** Characters of the longest name of a format. */
const WIDEST = Math.max(...FORMATS.map(({ label }) => label.length))

const summary = (counts: Counts): string =>
  `${counts.whole} editions made, ${counts.unchanged} unchanged, ${counts.part} in part, ${counts.refused} refused, ${counts.failed} failed`
